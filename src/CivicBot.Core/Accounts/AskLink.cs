namespace CivicBot.Core;

/// <summary>An account was given a code by a member and asks to act as that member. Nothing changes before the member says yes as well (SEMANTICS 1).</summary>
/// <param name="With">An account of the member who gave the code.</param>
public sealed record AskLink(AccountId With) : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (collective.MemberOf(With) is not { } member) return new Refusal.NoSuchLink();
        if (collective.MemberOf(occasion.By) == member) return new Refusal.AlreadyLinked();
        return new LinkAsked(member, occasion.By, occasion.Standing.Name, occasion.At);
    }
}

/// <summary>An account that asks to be a member's.</summary>
/// <param name="Name">What it is called on its platform.</param>
public sealed record LinkRequest(MemberId Member, string? Name, DateTimeOffset At)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
}

/// <summary>An account asked to act as a member.</summary>
public sealed record LinkAsked(MemberId Member, AccountId? Account, string? Name, DateTimeOffset At) : CollectiveEvent
{
    private protected override Collective Change(Collective before) => Account is { } account
        ? before with { LinksAsked = before.LinksAsked.SetItem(account, new LinkRequest(Member, Name, At)) }
        : before;
}
