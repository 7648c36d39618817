namespace CivicBot.Core;

/// <summary>What was decided: stored at close and never recomputed (SEMANTICS 3.11). Options stand by number.</summary>
/// <param name="Direct">How many members voted themselves.</param>
/// <param name="Winners">The options with the most votes: one, or several that are level. Empty where nobody voted, and in yes/no.</param>
public sealed record Result(Method Method, long Direct, Values<long> Counts, Values<int> Winners, Outcome Outcome, DateTimeOffset ClosesAt)
{
    public Reason Reason { get; init; }

    /// <summary>How many members were on the roll; null where there was none.</summary>
    public int? Roll { get; init; }

    /// <summary>How many voted through others.</summary>
    public long Represented { get; init; }

    /// <summary>How many voices on the roll were not heard, by reason.</summary>
    public Values<Lost> Lost { get; init; } = [];

    /// <summary>How many of those had entrusted their voice to nobody.</summary>
    public long Silent { get; init; }

    /// <summary>How many on the roll left while votes were cast, as far as the platform tells.</summary>
    public int Left { get; init; }

    /// <summary>With rivals: the best text against keeping things as they are.</summary>
    public Pair? Pair { get; init; }

    /// <summary>Which step of the ladder told level texts apart.</summary>
    public TieStep Tie { get; init; }

    /// <summary>The order that a lot gave to the texts that were level.</summary>
    public DrawnLot? Lot { get; init; }

    /// <summary>For, against, abstaining, where the decision can be said so.</summary>
    public Pair? Sides => Pair ?? (Method is Method.YesNo ? new Pair(Counts[0], Counts[1], Counts[2]) : null);
}

/// <summary>Voices that were not heard, and why.</summary>
public sealed record Lost(RouteEnd Why, long Count);

/// <summary>What the rule makes of a tally. A consultative poll has no status quo and draws no lot: options that are level are named together.</summary>
public enum Outcome
{
    Leading,
    Level,
    NobodyVoted,
    Adopted,
    Rejected,
    TiedRejected,
    NoQuorum,
    BlockedByObjection,
    ExpiredUnsupported,
    Withdrawn,
    Superseded,
}

/// <summary>Why it came out so.</summary>
public enum Reason
{
    /// <summary>The count itself says it.</summary>
    Counted,

    /// <summary>Too few took part.</summary>
    TooFewTookPart,

    /// <summary>Too few were for it, whatever the others said.</summary>
    TooFewFor,

    /// <summary>Too few voted themselves.</summary>
    TooFewDirect,

    /// <summary>Too few answered in the consent round.</summary>
    TooFewAnswers,

    /// <summary>Objections stood after the last round.</summary>
    ObjectionsStand,

    /// <summary>No version came that could have met the objections.</summary>
    NoNewVersion,

    TooFewSupporters,

    /// <summary>Supporters did not stand by the text at the end of the discussion.</summary>
    SupportersLeft,

    /// <summary>Its author took it back.</summary>
    ByItsAuthor,

    /// <summary>The rule it would change had been changed meanwhile.</summary>
    RuleIsAnother,

    /// <summary>Announced, acknowledged by enough, and nobody objected.</summary>
    NobodyObjected,
}
