using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What everyone may see of a member.</summary>
public sealed class MemberView
{
    private readonly Member member;
    private readonly Collective collective;

    internal MemberView(Member member, Collective collective, DateTimeOffset now)
    {
        (this.member, this.collective) = (member, collective);
        WhyNotOnRolls = Eligibility.Of(member, collective.Rules.Level, collective.Rules.Idle, now);
    }

    public MemberId Id => member.Id;

    public int Number => member.Number;

    /// <summary>Null once it has been erased.</summary>
    public string? Name => member.Name;

    public IReadOnlyList<string> Accounts => [.. member.Accounts.Select(account => account.Key)];

    public DateTimeOffset JoinedAt => member.JoinedAt;

    public bool IsObserver => member.IsObserver;

    public bool HasLeft => member.LeftAt is not null;

    /// <summary>The names of those who vouch for this member.</summary>
    public IReadOnlyList<string?> Vouchers => [.. member.Vouchers.Select(voucher => collective[voucher].Name)];

    /// <summary>Why this member would not be on a roll that is fixed now; null if he would.</summary>
    public Ineligible? WhyNotOnRolls { get; }
}

/// <summary>A delegation as those see it whom it concerns.</summary>
/// <param name="Topic">The word of its topic; null where it reaches everything, one decision, or a topic that was erased.</param>
/// <param name="To">Null where nobody votes for the delegator.</param>
/// <param name="Waits">The delegate has not said yes yet.</param>
public sealed record DelegationView(Scope Scope, string? Topic, MemberView From, MemberView? To, DateTimeOffset Until, bool InPerson, bool Waits);

/// <summary>Whom a typed word means.</summary>
public abstract record MemberRead
{
    private MemberRead()
    {
    }

    public sealed record One(MemberView Member) : MemberRead;

    /// <param name="Near">A member's name that reads almost the same.</param>
    public sealed record None(string Typed, string? Near) : MemberRead;

    /// <summary>Several have that name; each can be named by account.</summary>
    public sealed record Several(string Typed, IReadOnlyList<string> Accounts) : MemberRead;
}
