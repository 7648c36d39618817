using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>What a collective's ledger amounts to so far.</summary>
public sealed record Collective
{
    public static Collective Empty { get; } = new();

    /// <summary>False until the first entry: a room in which nothing was founded yet.</summary>
    public bool IsFounded { get; init; }

    /// <summary>Null once its opening has been erased.</summary>
    public string? Name { get; init; }

    public string Language { get; init; } = "en";

    /// <summary>An IANA time zone, such as <c>Europe/Paris</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    public Rules Rules { get; init; } = Rules.Default;

    /// <summary>Its first member, who founded it and may repeat <c>/found</c>.</summary>
    public MemberId? Founder { get; init; }

    public ImmutableSortedDictionary<int, LinkedRoom> Rooms { get; init; } = ImmutableSortedDictionary<int, LinkedRoom>.Empty;

    public ImmutableDictionary<AccountId, MemberId> Accounts { get; init; } = ImmutableDictionary<AccountId, MemberId>.Empty;

    /// <summary>Accounts that ask to act as a member who has not said yes yet.</summary>
    public ImmutableDictionary<AccountId, LinkRequest> LinksAsked { get; init; } = ImmutableDictionary<AccountId, LinkRequest>.Empty;

    /// <summary>Accounts that were a member's once, and since when they are not.</summary>
    public ImmutableDictionary<AccountId, DateTimeOffset> Unlinked { get; init; } = ImmutableDictionary<AccountId, DateTimeOffset>.Empty;

    public ImmutableDictionary<MemberId, Member> Members { get; init; } = ImmutableDictionary<MemberId, Member>.Empty;

    /// <summary>The members in the order of joining: the member of number n stands at n.</summary>
    public ImmutableList<MemberId> Roster { get; init; } = [];

    public ImmutableSortedDictionary<DecisionId, Decision> Decisions { get; init; } = ImmutableSortedDictionary<DecisionId, Decision>.Empty;

    /// <summary>The running decisions, so that looking for deadlines does not walk all of history.</summary>
    public ImmutableSortedSet<DecisionId> Running { get; init; } = [];

    /// <summary>The adopted decisions that wait for their review.</summary>
    public ImmutableSortedSet<DecisionId> Watched { get; init; } = [];

    /// <summary>When a place among the open votes last came free.</summary>
    public DateTimeOffset FreedAt { get; init; }

    /// <summary>The words by which voices are delegated, by number. One whose opening has been erased is null.</summary>
    public ImmutableSortedDictionary<int, string?> Topics { get; init; } = ImmutableSortedDictionary<int, string?>.Empty;

    public Delegations Delegations { get; init; } = Delegations.Empty;

    /// <summary>Delegations that wait for the delegate's yes.</summary>
    public ImmutableDictionary<(int Delegator, Scope Scope), Offer> Offers { get; init; } = ImmutableDictionary<(int, Scope), Offer>.Empty;

    /// <summary>Who takes delegations without being asked, and where.</summary>
    public ImmutableHashSet<(int Delegate, Scope Scope)> OpenTo { get; init; } = [];

    public DecisionId NextDecision => new(Decisions.Count + 1);

    public Decision? Find(DecisionId id) => Decisions.GetValueOrDefault(id);

    public MemberId? MemberOf(AccountId? account) => account is { } key && Accounts.TryGetValue(key, out var member) ? member : null;

    /// <summary>The member of a number.</summary>
    public Member this[int number] => Members[Roster[number]];

    public int? NumberOf(RoomId room) => Rooms.FirstOrDefault(linked => linked.Value.Room == room) is { Value: not null } found ? found.Key : null;

    public Collective With(Decision decision) => this with
    {
        Decisions = Decisions.SetItem(decision.Id, decision),
        Running = decision.IsRunning ? Running.Add(decision.Id) : Running.Remove(decision.Id),
        Watched = decision.Proposal?.Aftermath is { IsWatched: true } ? Watched.Add(decision.Id) : Watched.Remove(decision.Id),
    };

    /// <summary>The same with what the ledger says of a decision by hash.</summary>
    public Collective Stamped(DecisionId id, Stamps stamps) => this with { Decisions = Decisions.SetItem(id, Decisions[id] with { Stamps = stamps }) };

    /// <summary>The same with a change to a decision's proposal.</summary>
    internal Collective With(DecisionId id, Func<Proposal, Proposal> change)
    {
        var decision = Decisions[id];
        return With(decision with { Proposal = change(decision.Proposal!) });
    }

    /// <summary>How many members did anything in the last 90 days.</summary>
    public int Active(DateTimeOffset at) => Members.Values.Count(member => !member.IsObserver && member.Into is null && member.LastActed >= at - TimeSpan.FromDays(90));

    /// <summary>The same with a member's last act noted.</summary>
    internal Collective Acted(MemberId id, DateTimeOffset at) => Members.TryGetValue(id, out var member) && (member.LastActed < at || member.LeftAt <= at)
        ? this with { Members = Members.SetItem(id, member with { LastActed = at, LeftAt = null }) }
        : this;

    public Collective Apply(params IEnumerable<CollectiveEvent> history) => history.Aggregate(this, (before, happened) => happened.Apply(before));
}
