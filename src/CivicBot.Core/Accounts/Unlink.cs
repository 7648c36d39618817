namespace CivicBot.Core;

/// <summary>An account acts for its member no longer. What it did stays the member's; if it comes back by itself, it begins anew.</summary>
/// <param name="Account">Null: the one that asks.</param>
public sealed record Unlink(AccountId? Account) : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (occasion.By is not { } by || collective.MemberOf(by) is not { } me) return new Refusal.MembersOnly();
        var account = Account ?? by;
        if (collective.MemberOf(account) != me) return new Refusal.NotYourAccount();
        return collective.Members[me].Accounts.Length == 1 ? new Refusal.OnlyAccount() : new AccountUnlinked(me, account, occasion.At);
    }
}

/// <summary>An account is no longer a member's.</summary>
public sealed record AccountUnlinked(MemberId Member, AccountId? Account, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (Member, At);

    private protected override Collective Change(Collective before)
    {
        if (Account is not { } account) return before;
        var member = before.Members[Member];
        return before with
        {
            Accounts = before.Accounts.Remove(account),
            Members = before.Members.SetItem(Member, member with { Accounts = member.Accounts.Remove(account) }),
            Unlinked = before.Unlinked.SetItem(account, At),
        };
    }
}
