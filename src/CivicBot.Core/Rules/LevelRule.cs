namespace CivicBot.Core;

/// <summary>
/// What makes somebody a voter (SEMANTICS 1): 0 being there · 1 being a member when voting opens, perhaps for some days · 2 being vouched for by other members
/// · 3 standing on an imported roll · 4 having got a code in person.
/// </summary>
/// <param name="Known">At level 1: for how long one must have been a member.</param>
/// <param name="Vouchers">At level 2: how many members must vouch.</param>
public sealed record LevelRule(int Level, TimeSpan Known, int Vouchers)
{
    public const int UsualVouchers = 2;

    public LevelRule(int level)
        : this(level, TimeSpan.Zero, UsualVouchers)
    {
    }

    /// <summary>Reads the word that the ledger keeps: <c>1</c>, <c>1 7d</c>, <c>2</c>, <c>2 3</c>; what is usual is left out.</summary>
    public static LevelRule? Read(string words) => words.Split(' ') switch
    {
        ["0" or "1" or "2" or "3" or "4"] => new LevelRule(words[0] - '0'),
        ["1", var known] when Span.Read(known) is { } read => new LevelRule(1) with { Known = read },
        ["2", var vouchers] when RuleForm.Whole(vouchers) is { } read and > 0 => new LevelRule(2) with { Vouchers = read },
        _ => null,
    };

    public override string ToString() => Level switch
    {
        1 when Known > TimeSpan.Zero => $"1 {Span.Word(Known)}",
        2 when Vouchers != UsualVouchers => $"2 {RuleForm.Word(Vouchers)}",
        _ => RuleForm.Word(Level),
    };
}
