namespace CivicBot.Core;

/// <summary>Who is on the roll of a binding decision: the collective's Sybil level says what it takes (SEMANTICS 1).</summary>
public static class Eligibility
{
    /// <summary>Why a member would not be on a roll that is fixed at that moment; null if he would.</summary>
    public static Ineligible? Of(Member member, LevelRule level, TimeSpan idle, DateTimeOffset at) =>
        member.IsObserver ? Ineligible.Observer
        : member.LeftAt is not null || member.Into is not null ? Ineligible.Left
        : member.LastActed < at - idle ? Ineligible.Idle
        : level.Level switch
        {
            1 when member.JoinedAt > at - level.Known => Ineligible.TooRecent,
            2 when member.Vouchers.Count < level.Vouchers && member.Number != 0 => Ineligible.NotVouched,
            3 when !member.IsListed => Ineligible.NotListed,
            4 when !member.WasMet => Ineligible.NotMet,
            _ => null,
        };

    /// <summary>The members who would be on a roll that is fixed at that moment.</summary>
    public static IEnumerable<Member> Roll(Collective collective, LevelRule level, TimeSpan idle, DateTimeOffset at) => collective.Members.Values.Where(member => Of(member, level, idle, at) is null).OrderBy(member => member.Number);
}

/// <summary>Why somebody is not on a roll.</summary>
public enum Ineligible
{
    Observer,
    Left,
    Idle,
    TooRecent,
    NotVouched,
    NotListed,
    NotMet,
}
