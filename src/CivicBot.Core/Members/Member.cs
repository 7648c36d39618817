using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>One person, with the accounts that act for him. The name is null once its opening has been erased.</summary>
/// <param name="Number">The place in the order of joining, from 0: how rolls, ballots and delegations find a member without a search.</param>
public sealed record Member(MemberId Id, int Number, string? Name, ImmutableArray<AccountId> Accounts)
{
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>When this member last did something that was recorded.</summary>
    public DateTimeOffset LastActed { get; init; }

    /// <summary>An observer reads and discusses, and is on no roll.</summary>
    public bool IsObserver { get; init; }

    /// <summary>When the platform said that this member is gone from the rooms; null while there.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>On the list that the collective imported.</summary>
    public bool IsListed { get; init; }

    /// <summary>Has shown a code that was given in person.</summary>
    public bool WasMet { get; init; }

    /// <summary>The member whom this one turned out to be, once two were linked: he acts and is counted, this one no longer.</summary>
    public MemberId? Into { get; init; }

    /// <summary>The members who vouch for this one, by number.</summary>
    public Values<int> Vouchers { get; init; } = [];
}

/// <summary>An account acted here for the first time, and is a member from now on.</summary>
public sealed record MemberJoined(MemberId Id, AccountId? Account, string? Name, DateTimeOffset At) : CollectiveEvent
{
    private protected override Collective Change(Collective before) => before with
    {
        Founder = before.Founder ?? Id,
        Members = before.Members.SetItem(Id, new Member(Id, before.Members.Count, Name, Account is { } key ? [key] : []) { JoinedAt = At, LastActed = At }),
        Roster = before.Roster.Add(Id),
        Accounts = Account is { } account ? before.Accounts.SetItem(account, Id) : before.Accounts,
    };
}
