namespace CivicBot.Core;

/// <summary>
/// Anything decided, on its way through its phases. Kinds differ in data only: which phases, which ballots, which rule, who sees what.
/// </summary>
public sealed record Decision
{
    public required DecisionId Id { get; init; }

    /// <summary>The word of the plugin that draws its card: <c>poll</c>, <c>proposal</c>.</summary>
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

    public DateTimeOffset PhaseBegan { get; init; }

    /// <summary>When the present phase ends; in voting, a ballot counts only if it comes before. After close: when that was.</summary>
    public DateTimeOffset ClosesAt { get; init; }

    public BallotBox Ballots { get; init; } = BallotBox.Empty;

    /// <summary>The members who may vote, fixed when voting opened. Null before, and where whoever is in the room may vote.</summary>
    public Roll? Roll { get; init; }

    /// <summary>What makes a decision a proposal; null for polls, which bind nobody.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>Routes of delegated voices as they were fixed: when the override window began, or the last stretch in which new ones come too late.</summary>
    public RoutesAt? Fixed { get; init; }

    /// <summary>What stood when voting ended: delegations that change later change nothing here. Null while it runs, and for polls.</summary>
    public RoutesAt? AtClose { get; init; }

    /// <summary>It will close then, unless votes change until then so that the rest could still turn it.</summary>
    public DateTimeOffset? ClosesEarlyAt { get; init; }

    /// <summary>The last moment at which voting may end was moved once because the leading side had changed at the end.</summary>
    public bool WasExtended { get; init; }

    /// <summary>What the ledger says of it, by hash; put there by whoever folds entries.</summary>
    public Stamps Stamps { get; init; } = Stamps.None;

    /// <summary>Stored at close and never recomputed.</summary>
    public Result? Result { get; init; }

    /// <summary>How it ended, where it ended without a count.</summary>
    public Ending? Ended { get; init; }

    public bool IsRunning => Phase is not Phase.Closed;

    /// <summary>It binds the collective: its rule says who decides, and its result is more than an opinion.</summary>
    public bool IsBinding => Proposal is not null;

    /// <summary>Null while it runs, and while a lot is awaited.</summary>
    public Outcome? Outcome => Result?.Outcome ?? Ended?.Outcome;

    /// <summary>How many options one may choose; null where there is no limit.</summary>
    public int? Most => Method is Method.Approval ? Rule.Max : Method is Method.Schulze ? null : 1;

    /// <summary>Members may let others vote for them here.</summary>
    public bool TakesDelegations => Proposal is { Terms.Delegation.On: true } && Level >= 1 && Mode is not Mode.Secret && Method is not Method.Consent;

    /// <summary>When the override window begins; null where there is none.</summary>
    public DateTimeOffset? WindowBegins =>
        Phase is Phase.Voting or Phase.Closed && TakesDelegations && Proposal!.Terms.Delegation.WindowOf(PlannedEnd - PhaseBegan) is { } window ? PlannedEnd - window : null;

    /// <summary>When voting was to end, if it did not close early.</summary>
    public DateTimeOffset PlannedEnd => Phases[^1].Ends;

    /// <summary>When new delegations come too late for this decision.</summary>
    public DateTimeOffset? GuardBegins => WindowBegins ?? (Phase is Phase.Voting or Phase.Closed && TakesDelegations ? PlannedEnd - Guard(PlannedEnd - PhaseBegan) : null);

    private static TimeSpan Guard(TimeSpan voting) => voting / 10 < TimeSpan.FromHours(24) ? TimeSpan.FromSeconds(Math.Floor((voting / 10).TotalSeconds)) : TimeSpan.FromHours(24);
}

/// <summary>Where a decision is on its way.</summary>
public enum Phase
{
    Support,
    Discussion,
    Frozen,
    Voting,

    /// <summary>Voting is over, and a lot is awaited.</summary>
    Tallying,
    Closed,
}

/// <summary>A phase that a decision goes through, and when it ends.</summary>
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

/// <summary>Hashes of entries, as hexadecimal digits: of the text as it stands, and of the roll.</summary>
public sealed record Stamps(string? Text, string? Roll)
{
    public static Stamps None { get; } = new(null, null);
}
