namespace CivicBot.Core;

/// <summary>
/// Anything decided, on its way through its phases. Kinds differ in data only: which phases, which ballots, which rule, who sees what.
/// </summary>
public sealed record Decision
{
    public required DecisionId Id { get; init; }

    /// <summary>The word of the plugin that draws its card: <c>poll</c>.</summary>
    public required string Kind { get; init; }

    public required MemberId By { get; init; }

    /// <summary>The room in which it was opened, by its number in the collective.</summary>
    public required int Room { get; init; }

    /// <summary>What is asked. Null once its opening has been erased.</summary>
    public required string? Title { get; init; }

    public string? Body { get; init; }

    /// <summary>The answers offered, in order; option 1 is the first. One whose opening has been erased is null, and keeps its number.</summary>
    public required Values<string?> Options { get; init; }

    /// <summary>Grows with every edit, so that a button made for an older text is known as such.</summary>
    public int Version { get; init; } = 1;

    public required Method Method { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>The Sybil level that was asked of voters (SEMANTICS 1).</summary>
    public required int Level { get; init; }

    public required Values<PhasePlan> Phases { get; init; }

    public required DecisionRule Rule { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public Phase Phase { get; init; } = Phase.Voting;

    /// <summary>When voting ends, and a ballot counts only if it comes before. After an early close: when that was.</summary>
    public DateTimeOffset ClosesAt { get; init; }

    public BallotBox Ballots { get; init; } = BallotBox.Empty;

    /// <summary>Stored at close and never recomputed.</summary>
    public Result? Result { get; init; }

    public bool IsRunning => Phase is not Phase.Closed;

    /// <summary>How many options one may choose; null where there is no limit.</summary>
    public int? Most => Method is Method.Approval ? Rule.Max : 1;
}

/// <summary>Where a decision is on its way.</summary>
public enum Phase
{
    Support,
    Discussion,
    Frozen,
    Voting,
    Closed,
}

/// <summary>A phase that a decision will go through, and when it ends.</summary>
public sealed record PhasePlan(Phase Phase, DateTimeOffset Ends);

/// <summary>Who sees the ballots, and when. Never changed after opening.</summary>
public enum Mode
{
    /// <summary>Everyone, at once.</summary>
    Open,

    /// <summary>Nobody until close; then everyone, with names.</summary>
    Sealed,

    /// <summary>Nobody, ever: after close the choices are published without their voters.</summary>
    Secret,
}

/// <summary>How ballots are counted.</summary>
public enum Method
{
    Single,
    Approval,
    YesNo,
    Schulze,
    Consent,
}

/// <summary>What of the collective's rules was copied into a decision when it opened, and stands on its card.</summary>
/// <param name="Change">A ballot may be changed and withdrawn until close.</param>
/// <param name="EarlyClose">Who opened it may close it early.</param>
/// <param name="Max">Approval only: how many options one may choose.</param>
public sealed record DecisionRule(bool Change, bool EarlyClose, int? Max = null);
