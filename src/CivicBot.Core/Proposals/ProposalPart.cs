using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>Something that members add to a proposal, numbered within it: 7.1, 7.2 …</summary>
public abstract record ProposalPart(int Number, MemberId By, DateTimeOffset At)
{
    public PartState State { get; init; } = PartState.Open;

    /// <summary>When it was settled.</summary>
    public DateTimeOffset? SettledAt { get; init; }
}

/// <summary>What became of a part.</summary>
public enum PartState
{
    Open,

    /// <summary>A suggestion that was met, an amendment that was taken, an objection that stands.</summary>
    Accepted,
    Rejected,
    Withdrawn,

    /// <summary>The text went on without it, or its time is over.</summary>
    Superseded,

    /// <summary>Its change overlaps with one that was accepted.</summary>
    Conflicting,

    /// <summary>An objection that was judged a preference, and stays as a concern.</summary>
    Concern,
}

/// <summary>A wish for the text, with how much depends on it.</summary>
public sealed record Suggestion(int Number, MemberId By, DateTimeOffset At, Degree Degree, string? Text) : ProposalPart(Number, By, At);

/// <summary>How much depends on a suggestion.</summary>
public enum Degree
{
    Must,
    Should,
    ShouldNot,
    MustNot,
}

/// <summary>Another version of the whole text, made from one of its versions.</summary>
/// <param name="Base">The version that it changes.</param>
/// <param name="From">The text of that version.</param>
public sealed record Amendment(int Number, MemberId By, DateTimeOffset At, int Base, string? From, string? Text) : ProposalPart(Number, By, At)
{
    public static readonly TimeSpan Patience = TimeSpan.FromHours(72);

    /// <summary>The supporters' vote on it, where its author stayed silent.</summary>
    public PartVote? Vote { get; init; }
}

/// <summary>A vote on an amendment, among the supporters at its start.</summary>
public sealed record PartVote(Values<int> Voters, DateTimeOffset Ends)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(48);

    public const int Least = 3;

    public ImmutableSortedDictionary<int, Position> Ballots { get; init; } = ImmutableSortedDictionary<int, Position>.Empty;

    public int Count(Position position) => Ballots.Count(ballot => ballot.Value == position);
}

/// <summary>A text that competes with the proposal on the same ballot.</summary>
public sealed record Rival(int Number, MemberId By, DateTimeOffset At, string? Title, string? Body, int? FromPart) : ProposalPart(Number, By, At)
{
    public const int Most = 5;

    public ImmutableSortedSet<int> Supporters { get; init; } = [];
}

/// <summary>Why a member cannot consent: which aim is harmed, and what would lift the objection.</summary>
public sealed record Objection(int Number, MemberId By, DateTimeOffset At, int Round, string? Aim, string? Lift) : ProposalPart(Number, By, At)
{
    /// <summary>Who contests that it is more than a preference.</summary>
    public ImmutableSortedSet<int> Contesters { get; init; } = [];

    /// <summary>It was contested once, and is not a second time.</summary>
    public bool WasContested { get; init; }

    public Jury? Jury { get; init; }
}

/// <summary>Peers who say whether an objection is one. What they said is shown with the result.</summary>
public sealed record Jury(Values<int> Members, DateTimeOffset Ends)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(48);

    public const int Size = 3;

    public ImmutableSortedDictionary<int, Verdict> Verdicts { get; init; } = ImmutableSortedDictionary<int, Verdict>.Empty;
}

/// <summary>What a juror says of an objection.</summary>
public enum Verdict
{
    Objection,
    Preference,
}

/// <summary>A part of a proposal, as people write it: 7.1</summary>
public readonly record struct PartId(DecisionId Decision, int Number)
{
    public override string ToString() => $"{Decision}.{Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
