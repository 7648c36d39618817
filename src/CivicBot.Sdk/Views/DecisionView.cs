using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What one reader may see of a decision.</summary>
public sealed class DecisionView
{
    private readonly Decision decision;
    private readonly Collective collective;
    private readonly MemberId? reader;

    internal DecisionView(Decision decision, Collective collective, MemberId? reader, Clock clock, DateTimeOffset now) =>
        (this.decision, this.collective, this.reader, Clock, Now) = (decision, collective, reader, clock, now);

    public Clock Clock { get; }

    public DateTimeOffset Now { get; }

    public DecisionId Id => decision.Id;

    public int Number => decision.Id.Number;

    public string Kind => decision.Kind;

    /// <summary>Null once it has been erased.</summary>
    public string? Title => decision.Title;

    public Values<string?> Options => decision.Options;

    public int Version => decision.Version;

    public Method Method => decision.Method;

    public Mode Mode => decision.Mode;

    public DecisionRule Rule => decision.Rule;

    public int? Most => decision.Most;

    public DateTimeOffset OpenedAt => decision.OpenedAt;

    public DateTimeOffset ClosesAt => decision.ClosesAt;

    public bool IsRunning => decision.IsRunning;

    public Result? Result => decision.Result;

    /// <summary>The name of whoever opened it; null once erased.</summary>
    public string? Opener => NameOf(decision.By);

    public bool IsMine => reader is { } me && me == decision.By;

    /// <summary>How many members have voted.</summary>
    public int Voters => decision.Ballots.Count;

    /// <summary>Somebody has voted, even if it was withdrawn: the text stands.</summary>
    public bool EverCast => decision.Ballots.EverCast;

    /// <summary>Ballots are visible: to everyone, or, while a sealed decision runs, to nobody.</summary>
    public bool BallotsAreVisible => decision.Mode is Mode.Open || (decision.Mode is Mode.Sealed && !decision.IsRunning);

    /// <summary>The count as it stands; null while nobody may see it.</summary>
    public Tally? Tally => BallotsAreVisible ? Core.Tally.Of(decision) : null;

    /// <summary>The reader's own ballot, with when it was cast.</summary>
    public CastAt? MyBallot => reader is { } me ? decision.Ballots.Of(collective.Members[me].Number) : null;

    /// <summary>Who chose what, by name, in the order of voting; null while nobody may see it.</summary>
    public IReadOnlyList<(string? Name, Ballot? Ballot)>? NamedBallots => !BallotsAreVisible ? null :
        [.. decision.Ballots.ByMember.OrderBy(cast => cast.Value.Order)
            .Select(cast => (NameOf(cast.Key), cast.Value.Ballot))];

    private string? NameOf(MemberId member) => collective.Members.GetValueOrDefault(member)?.Name;

    private string? NameOf(int member) => collective[member].Name;
}
