using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What becomes of a reader's voice in a decision.</summary>
/// <param name="End">Where it leads.</param>
/// <param name="Steps">Over whom it goes, in order; empty for who votes himself, or has entrusted it to nobody.</param>
/// <param name="Ballot">The ballot it is counted with; null where there is none, and where it may not be seen.</param>
public sealed record MyRoute(RouteEnd End, IReadOnlyList<RouteStep> Steps, Ballot? Ballot)
{
    /// <summary>Whose ballot counts for the reader; null where none does.</summary>
    public string? Voter => End is RouteEnd.Ballot or RouteEnd.Held && Steps.Count > 0 ? Steps[^1].Name : null;

    /// <summary>The reader has entrusted his voice to somebody here.</summary>
    public bool Delegates => Steps.Count > 0;

    internal static MyRoute Of(Routes routes, Collective collective, Decision decision, int me, RouteEnd end, bool visible)
    {
        var steps = routes.PathOf(me).Select(step => new RouteStep(
            step.Edge.KeepsMyVote ? null : collective[step.Edge.Delegate].Name, step.Edge.KeepsMyVote,
            step.Scope, step.Scope.Reach is Reach.Topic ? collective.Topics.GetValueOrDefault(step.Scope.Number) : null,
            !step.Edge.KeepsMyVote && (decision.Fixed is { } then && decision.WindowBegins is not null ? then.Ballots : decision.Ballots).Of(step.Edge.Delegate) is not null)).ToList();
        return new MyRoute(end, steps, visible || (decision.Mode is Mode.Sealed && decision.Fixed is not null && decision.WindowBegins is not null && steps.Count > 0) || steps.Count == 0
            ? routes.BallotOf(me) : null);
    }
}

/// <summary>One step of a voice from a member to the next.</summary>
/// <param name="Name">Of the delegate; null once erased, and where the vote is kept.</param>
/// <param name="Topic">The word of the topic by which it goes; null where it goes by everything or by this decision.</param>
/// <param name="HasVoted">The delegate has voted.</param>
public sealed record RouteStep(string? Name, bool Keeps, Scope Scope, string? Topic, bool HasVoted);
