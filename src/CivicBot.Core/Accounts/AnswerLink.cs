namespace CivicBot.Core;

/// <summary>The member says yes: the account acts for him from now on. If it was a member of its own, the two become one, with one vote.</summary>
public sealed record AnswerLink(AccountId Account) : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (collective.MemberOf(occasion.By) is not { } me) return new Refusal.MembersOnly();
        if (collective.LinksAsked.GetValueOrDefault(Account) is not { } asked || asked.Member != me || asked.At + LinkRequest.Lasts <= occasion.At) return new Refusal.NoSuchLink();
        if (collective.MemberOf(Account) is not { } other) return new AccountLinked(me, Account, null, me, occasion.At);
        if (other == me) return new Refusal.AlreadyLinked();
        // Whoever was there first stays: what he was vouched for, and how long he is known, stands.
        var (stays, goes) = collective.Members[me].Number < collective.Members[other].Number ? (me, other) : (other, me);
        if (Merging.Waits(collective, stays, goes) is { } waits) return waits;
        var linked = new AccountLinked(stays, Account, goes, me, occasion.At);
        var after = linked.Apply(collective);
        return Ruling.Of(linked).Before([.. after.Running.Where(id => !ReferenceEquals(after.Decisions[id], collective.Decisions[id]))
            .Select(id => EarlyClose.Of(after.Decisions[id], occasion.At)).OfType<CollectiveEvent>()]);
    }
}

/// <summary>Two accounts are one member from now on.</summary>
/// <param name="Was">The member that the other side had been; his ballots, delegations and support in what is running are now this member's. Null if the account was nobody.</param>
/// <param name="By">Who said yes in the end.</param>
public sealed record AccountLinked(MemberId Member, AccountId? Account, MemberId? Was, MemberId By, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (Member, At);

    private protected override Collective Change(Collective before)
    {
        var state = Was is { } was ? Merging.Of(before, Member, was) : before;
        if (Account is not { } account) return state;
        var member = state.Members[Member];
        return state with
        {
            Accounts = state.Accounts.SetItem(account, Member),
            Members = member.Accounts.Contains(account) ? state.Members : state.Members.SetItem(Member, member with { Accounts = member.Accounts.Add(account) }),
            LinksAsked = state.LinksAsked.Remove(account),
            Unlinked = state.Unlinked.Remove(account),
        };
    }
}
