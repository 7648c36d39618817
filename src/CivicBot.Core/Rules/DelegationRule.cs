namespace CivicBot.Core;

/// <summary>Whether and how members may let others vote for them (SEMANTICS 2).</summary>
/// <param name="Most">How many voices one member may carry; null where there is no limit.</param>
/// <param name="Window">How long before close delegators are told how they were represented, and may vote themselves; null: not at all.</param>
/// <param name="Lasts">How long a delegation lasts where nothing else is said.</param>
public sealed record DelegationRule(bool On, DelegationCap? Most, TimeSpan? Window, TimeSpan Lasts)
{
    /// <summary>No delegation lasts longer without being given again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>The shortest voting that has a window.</summary>
    public static readonly TimeSpan WindowFrom = TimeSpan.FromHours(72);

    /// <summary>How many members one may represent at most; null: any number.</summary>
    public int? Cap(int roll) => Most?.Of(roll);

    /// <summary>The window of a vote that lasts so long; null where there is none.</summary>
    public TimeSpan? WindowOf(TimeSpan voting) => On && voting >= WindowFrom ? Window : null;
}

/// <summary>A number of members, or a share of the roll if that is more (SEMANTICS 2.8).</summary>
public sealed record DelegationCap(int Least, Fraction Share)
{
    public int Of(int roll) => (int)Math.Max(Least, Share.CeilingOf(roll));

    /// <summary>Reads the word that the ledger keeps: <c>3 1/10</c>, or <c>5</c> where no share is meant.</summary>
    public static DelegationCap? Read(string words) => words.Split(' ') switch
    {
        [var least] when RuleForm.Whole(least) is { } number and > 0 => new DelegationCap(number, Fraction.Zero),
        [var least, var share] when RuleForm.Whole(least) is { } number and > 0 && Fraction.Read(share) is { IsZero: false } read => new DelegationCap(number, read),
        _ => null,
    };

    public override string ToString() => Share.IsZero ? RuleForm.Word(Least) : $"{RuleForm.Word(Least)} {Share}";
}
