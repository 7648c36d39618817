using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>One person, with the accounts that act for him. The name is null once its opening has been erased.</summary>
public sealed record Member(MemberId Id, string? Name, ImmutableArray<AccountId> Accounts);

/// <summary>An account acted here for the first time, and is a member from now on.</summary>
public sealed record MemberJoined(MemberId Id, AccountId? Account, string? Name) : CollectiveEvent
{
    private protected override Collective Change(Collective before) => before with
    {
        Founder = before.Founder ?? Id,
        Members = before.Members.SetItem(Id, new Member(Id, Name, Account is { } key ? [key] : [])),
        Accounts = Account is { } account ? before.Accounts.SetItem(account, Id) : before.Accounts,
    };
}
