namespace CivicBot.Core;

/// <summary>The hours, in the collective's zone, in which nobody gets a direct message: from one full hour until before another, over midnight or not.</summary>
public sealed record QuietHours(int From, int To)
{
    /// <param name="hour">0 to 23.</param>
    public bool Hold(int hour) => From < To ? hour >= From && hour < To : hour >= From || hour < To;

    /// <summary>Reads the word that the ledger keeps: <c>22-8</c>.</summary>
    public static QuietHours? Read(string word) =>
        word.Split('-') is [var from, var to] && RuleForm.Whole(from) is { } begin and < 24 && RuleForm.Whole(to) is { } end and < 24 && begin != end
            ? new QuietHours(begin, end) : null;

    public override string ToString() => $"{RuleForm.Word(From)}-{RuleForm.Word(To)}";
}
