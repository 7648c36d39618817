namespace CivicBot.Core;

/// <summary>The edges that apply to one decision, narrowest scope first: those its routes are made of, and what has become of them since.</summary>
internal sealed class Applying(DecisionId decision, int? topic, RoutesAt then, RoutesAt now, bool expiryCuts)
{
    private readonly Values<Scope> scopes = Scope.Of(decision, topic);
    private readonly Paged<Edge>[] edges = In(then.Edges, decision, topic);
    private readonly Paged<Edge>[] since = In(now.Edges, decision, topic);
    private readonly bool unchanged = ReferenceEquals(then.Edges, now.Edges);

    public Scope ScopeAt(int place) => scopes[place];

    /// <summary>The edge that a member's route follows, unless it was cut.</summary>
    /// <param name="place">Which of the scopes it stands in.</param>
    public bool Active(int delegator, out Edge edge, out int place)
    {
        for (place = 0; place < edges.Length; place++)
        {
            edge = edges[place][delegator];
            if (edge.Accepted > 0 && edge.Expires > then.At) return true;
        }
        edge = default;
        return false;
    }

    /// <summary>
    /// What cut an edge since: a vote kept in its scope or a narrower one, or that it no longer stands in its slot. It leaves nothing behind: no wider edge steps in.
    /// </summary>
    public RouteEnd? Cut(int delegator, in Edge edge, int place)
    {
        if (!unchanged)
        {
            for (var narrower = 0; narrower <= place; narrower++)
            {
                var kept = since[narrower][delegator];
                if (kept.KeepsMyVote && kept.Accepted > then.Edges.Accepted) return RouteEnd.Kept;
            }
            if (since[place][delegator].Accepted != edge.Accepted) return RouteEnd.NoBallot;
        }
        return expiryCuts && edge.Expires <= now.At ? RouteEnd.NoBallot : null;
    }

    private static Paged<Edge>[] In(Delegations delegations, DecisionId decision, int? topic) => [.. Scope.Of(decision, topic).Select(delegations.In)];
}
