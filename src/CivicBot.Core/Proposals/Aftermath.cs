using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>What becomes of an adopted decision: who takes care of it, until when, and whether it helped.</summary>
public sealed record Aftermath(DateTimeOffset Review)
{
    public const int Length = 500;
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    /// <summary>What was decided, in a few words of whoever reports it.</summary>
    public string? Statement { get; init; }

    public MemberId? Owner { get; init; }

    public DateTimeOffset? Due { get; init; }

    public Progress Progress { get; init; } = Progress.InProgress;

    /// <summary>What each member says of it at the review.</summary>
    public ImmutableSortedDictionary<int, FollowUp> Answers { get; init; } = ImmutableSortedDictionary<int, FollowUp>.Empty;

    public bool IsWatched => Progress is Progress.InProgress && Answers.IsEmpty;
}

/// <summary>How far an adopted decision has come.</summary>
public enum Progress
{
    InProgress,
    Done,
    Abandoned,

    /// <summary>Its review passed unanswered.</summary>
    Sunset,
}

/// <summary>An answer to “did it happen, did it help?”</summary>
public enum FollowUp
{
    Done,
    NotHelped,
    NotDone,
}
