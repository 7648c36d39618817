namespace CivicBot.Core;

/// <summary>
/// What stood at a moment. Kept by a decision where its routes are fixed, or its harvest guard begins, it costs two references: neither is ever changed.
/// </summary>
public sealed record RoutesAt(DateTimeOffset At, Delegations Edges, BallotBox Ballots);

/// <summary>Where a member's voice came to rest (SEMANTICS 2.4): with a ballot, or why with none.</summary>
public enum RouteEnd : byte
{
    /// <summary>His own, or the one of whom his route leads to.</summary>
    Ballot,

    /// <summary>Nobody on his route has voted, or an edge of it is no longer there.</summary>
    NoBallot,

    /// <summary>He, or somebody on his route, keeps his vote to himself, and has not used it.</summary>
    Kept,

    /// <summary>The delegate is not on the roll.</summary>
    DelegateGone,

    /// <summary>The delegate was asked to vote in person, and has not.</summary>
    InPersonOnly,

    /// <summary>The route runs in a ring.</summary>
    Cycle,

    /// <summary>There is a ballot, more than <see cref="Routes.MostSteps"/> steps away.</summary>
    TooDeep,

    /// <summary>There is a ballot, which carries as many voices as one may.</summary>
    Held,
}

/// <summary>One edge on the way of a voice.</summary>
public readonly record struct Step(int Delegator, Scope Scope, Edge Edge);
