using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What one reader may see of a decision.</summary>
public sealed class DecisionView
{
    private readonly Decision decision;
    private readonly Collective collective;
    private readonly MemberId? reader;
    private readonly Lazy<Routes?> routes;

    internal DecisionView(Decision decision, Collective collective, MemberId? reader, Clock clock, DateTimeOffset now) =>
        (this.decision, this.collective, this.reader, Clock, Now, routes) = (decision, collective, reader, clock, now,
            new Lazy<Routes?>(() => decision.Roll is null || decision.Proposal is null ? null : Voices.Of(collective, decision, decision.AtClose?.At ?? (decision.IsRunning ? now : decision.ClosesAt))));

    public Clock Clock { get; }

    public DateTimeOffset Now { get; }

    public DecisionId Id => decision.Id;

    public int Number => decision.Id.Number;

    public string Kind => decision.Kind;

    /// <summary>Null once it has been erased.</summary>
    public string? Title => decision.Title;

    /// <summary>The text that would hold; null where the title says all, or once it has been erased.</summary>
    public string? Body => decision.Body;

    public Values<string?> Options => decision.Options;

    public int Version => decision.Version;

    public Method Method => decision.Method;

    public Mode Mode => decision.Mode;

    public DecisionRule Rule => decision.Rule;

    public int? Most => decision.Most;

    public DateTimeOffset OpenedAt => decision.OpenedAt;

    public Phase Phase => decision.Phase;

    public DateTimeOffset PhaseBegan => decision.PhaseBegan;

    /// <summary>The phases that it entered, in order, with when each ended or is to end.</summary>
    public Values<PhasePlan> Phases => decision.Phases;

    /// <summary>The end of voting was moved once because the leading side had changed at the end.</summary>
    public bool WasExtended => decision.WasExtended;

    /// <summary>When the present phase ends, or the decision ended.</summary>
    public DateTimeOffset ClosesAt => decision.ClosesAt;

    /// <summary>What is said of proposals; null for polls.</summary>
    public ProposalView? Proposal => decision.Proposal is null ? null : new ProposalView(decision, collective, reader);

    /// <summary>How many may vote; null before voting opens, and where whoever is in the room may.</summary>
    public int? Roll => decision.Roll?.Count;

    /// <summary>The Sybil level that was asked of voters.</summary>
    public int Level => decision.Level;

    /// <summary>Hashes of its text and roll in the ledger, in hexadecimal digits.</summary>
    public Stamps Stamps => decision.Stamps;

    /// <summary>An early close was announced for that moment.</summary>
    public DateTimeOffset? ClosesEarlyAt => decision.ClosesEarlyAt;

    public bool TakesDelegations => decision.TakesDelegations;

    /// <summary>When delegates' votes are fixed for those who follow them; null where there is no such window.</summary>
    public DateTimeOffset? WindowBegins => decision.WindowBegins;

    /// <summary>When new delegations come too late for it.</summary>
    public DateTimeOffset? GuardBegins => decision.GuardBegins;

    public Outcome? Outcome => decision.Outcome;

    /// <summary>How it ended, where it ended without a count.</summary>
    public Ending? Ended => decision.Ended;

    /// <summary>Whether the reader may vote: on the roll, or in the room where there is none.</summary>
    public bool? OnTheRoll => decision.Roll is not { } roll ? null : reader is { } me && roll.Contains(collective.Members[me].Number);

    /// <summary>Before voting opens: why the reader would not be on the roll if it were fixed now; null if he would be, or is unknown.</summary>
    public Ineligible? WhyNot => reader is { } me && decision.Proposal is { } proposal ? Eligibility.Of(collective.Members[me], proposal.Terms.Level, proposal.Terms.Idle, Now) : null;

    /// <summary>How many would be on the roll if voting opened now.</summary>
    public int RollNow => decision.Roll?.Count ?? (decision.Proposal is { } proposal ? Eligibility.Roll(collective, proposal.Terms.Level, proposal.Terms.Idle, Now).Count() : 0);

    /// <summary>The reader's way to a ballot: what becomes of his voice, and over whom it goes. Null where there is no roll, or he is not on it.</summary>
    public MyRoute? MyRoute => reader is { } me && routes.Value?.EndOf(collective.Members[me].Number) is { } end ? MyRoute.Of(routes.Value, collective, decision, collective.Members[me].Number, end, BallotsAreVisible) : null;

    /// <summary>How many others are counted with the reader's ballot now, or would be if he voted.</summary>
    public int IAmFollowedBy => reader is not { } me || routes.Value is not { } all ? 0
        : all.CarriedBy(collective.Members[me].Number) is > 0 and var carried ? carried : all.Awaited.FirstOrDefault(one => one.Key == collective.Members[me].Number).Value;

    /// <summary>Who votes for others besides himself, and for how many; the most first. In a sealed vote it says nothing of how.</summary>
    public IReadOnlyList<(string? Name, int Others, Ballot? Ballot)> Carriers => routes.Value is not { } all ? []
        : [.. all.Carriers.OrderByDescending(carrier => carrier.Value).ThenBy(carrier => carrier.Key)
            .Select(carrier => (NameOf(carrier.Key), carrier.Value, CarriersAreVisible ? (decision.Fixed?.Ballots ?? decision.Ballots).Of(carrier.Key)?.Ballot : null))];

    /// <summary>Ballots that count for others are visible to everyone: in an open vote at once, in a sealed one from the moment when they are fixed.</summary>
    public bool CarriersAreVisible => BallotsAreVisible || (decision.Mode is Mode.Sealed && WindowBegins is not null && decision.Fixed is not null);

    /// <summary>There is an override window, and it has begun: delegates' votes count as they stood then for those who follow them.</summary>
    public bool RoutesAreFixed => decision.Fixed is not null && WindowBegins is not null;

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

    /// <summary>The reader's verdict as a juror may be given on these objections.</summary>
    public IEnumerable<PartView> JudgedByMe => Proposal?.Parts.Where(part => part is { Part: Objection { State: PartState.Open, Jury: not null }, Asked.ConcernsMe: true }) ?? [];

    private string? NameOf(int member) => collective[member].Name;
}
