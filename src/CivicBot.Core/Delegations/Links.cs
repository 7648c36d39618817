namespace CivicBot.Core;

/// <summary>What each member of a roll has when routes are fixed, as arrays by the place on the roll: a ballot, an edge to the next, or why neither.</summary>
internal sealed class Links
{
    /// <param name="ballots">Those that end a route.</param>
    /// <param name="cutsApart">What was cut since is noted beside, in <see cref="Cuts"/>; otherwise a cut edge is none.</param>
    public Links(Roll roll, Applying edges, BallotBox ballots, bool cutsApart)
    {
        Next = new int[roll.Count];
        Accepted = new long[roll.Count];
        Ends = new RouteEnd[roll.Count];
        for (var i = 0; i < Ends.Length; i++)
        {
            var member = roll[i];
            if (ballots.Of(member) is not null) continue;
            if (edges.Active(member, out var place) is not { } edge)
            {
                Ends[i] = RouteEnd.NoBallot;
                continue;
            }
            Accepted[i] = edge.Accepted;
            if (edges.Cut(member, edge, place) is { } cut)
            {
                if (!cutsApart)
                {
                    Ends[i] = cut;
                    continue;
                }
                Cuts ??= new RouteEnd[roll.Count];
                Cuts[i] = cut;
            }
            Next[i] = roll.IndexOf(edge.Delegate);
            Ends[i] = edge.KeepsMyVote ? RouteEnd.Kept
                : Next[i] < 0 ? RouteEnd.DelegateGone
                : edge.InPerson && ballots.Of(edge.Delegate) is null ? RouteEnd.InPersonOnly
                : Walk.GoesOn;
        }
    }

    public int[] Next { get; }

    /// <summary>The number of a member's own edge; 0 for who has none, or has voted and needs none.</summary>
    public long[] Accepted { get; }

    public RouteEnd[] Ends { get; }

    /// <summary>Null where nothing was cut; <see cref="RouteEnd.Ballot"/> for who was not.</summary>
    public RouteEnd[]? Cuts { get; private set; }

    /// <summary>What cut the route of each member, be it his own edge or one further on; null where nothing was cut. Asked before the walk to the ends.</summary>
    public RouteEnd[]? CutRoutes()
    {
        if (Cuts is null) return null;
        var ends = new RouteEnd[Cuts.Length];
        for (var i = 0; i < ends.Length; i++) ends[i] = Cuts[i] != RouteEnd.Ballot || Ends[i] != Walk.GoesOn ? Cuts[i] : Walk.GoesOn;
        return new Walk(Next, ends, Accepted).Ends;
    }
}
