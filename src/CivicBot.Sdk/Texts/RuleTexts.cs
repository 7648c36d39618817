using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>Rules as they are typed: what they are called in a language, what they can be, and why not.</summary>
public static class RuleTexts
{
    /// <summary>A value that can be typed in that language: <c>30%</c>, <c>lundi 09:00</c>.</summary>
    /// <param name="canonical">In the words of the ledger.</param>
    public static string Typed(string key, string canonical, string language)
    {
        var typed = RuleWord.In(language, canonical);
        return RuleKey.Find(key)!.Form switch
        {
            // A majority of 3/4 is said so; people are counted in per cent.
            RuleForm.MajorityOf => typed,
            // Participation is what is meant where nothing is said.
            RuleForm.QuorumOf when typed.StartsWith("participation ", StringComparison.Ordinal) => Percentage(typed["participation ".Length..]),
            _ => string.Join(' ', typed.Split(' ').Select(Percentage)),
        };
    }

    /// <summary>What a rule can be: “It can be a whole number from 1 to 20.”</summary>
    public static Line Bounds(RuleKey rule, string language)
    {
        return rule.Form switch
        {
            RuleForm.Choice choice => Said("choice", ("words", Choices(choice.Words, language))),
            RuleForm.Number number => Said("number", ("least", number.Least), ("most", number.Most)),
            RuleForm.Length length => Said(length.OrOff ? "length.off" : "length",
                ("least", RulePieces.Length(length.Least, language)), ("most", RulePieces.Length(length.Most, language)), ("example", Word(rule.Default)), ("off", Word("off"))),
            RuleForm.Share share => Said("share", ("most", RulePieces.Share(share.Most, language)), ("example", Word("1/10"))),
            RuleForm.QuorumOf quorum => Said("quorum", ("most", Code(quorum.Most.ToString())), ("participation", Word("participation 1/5")), ("approval", Word("approval 1/4")), ("none", Word("none"))),
            RuleForm.MajorityOf majority => Said(majority.Others ? "majority" : majority.OrDrop ? "majority.drop" : "majority.change",
                ("simple", Word("simple")), ("least", Code(RuleForm.MajorityOf.Half.ToString())), ("most", Code(RuleForm.MajorityOf.Largest.ToString())), ("share", Word("2/3")),
                ("absolute", Word("absolute")), ("unanimous", Word("unanimous")), ("consensus", Word("consensus-1")), ("drop", Word("drop"))),
            RuleForm.CapOf => Said("cap", ("most", RuleForm.CapOf.Most), ("number", Word("5")), ("share", RulePieces.Share(RuleForm.CapOf.LargestShare, language)),
                ("example", Word("3 1/10")), ("none", Word("none"))),
            RuleForm.LevelOf level => Said(level.Least == 0 ? "level.0" : "level", ("days", RulePieces.Length(RuleForm.LevelOf.LongestKnown, language)),
                ("vouchers", RuleForm.LevelOf.MostVouchers), ("known", Word("1 7d")), ("vouched", Word("2 3"))),
            RuleForm.HoursOf => Said("hours", ("example", Word("22-8")), ("off", Word("off"))),
            RuleForm.WeekdayOf => Said("weekday", ("example", Word("monday 09:00")), ("off", Word("off"))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        Line Said(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => RulePieces.Said(language, "bound." + key, arguments);

        Inline Word(string canonical) => Code(Typed(rule.Key, canonical, language));
    }

    /// <summary>Why a rule or its value cannot be taken, and what can; null where it can.</summary>
    public static Line? WhyNot(RuleRead read, string language) => read switch
    {
        RuleRead.Value => null,
        RuleRead.NoSuchRule unknown => Unknown(unknown.Typed, language),
        RuleRead.Unfit unfit when RuleKey.Find(unfit.Key) is { } rule => RulePieces.Said(language, Fault(unfit.Fault),
            ("typed", unfit.Typed), ("rule", Code(rule.In(language))), ("bounds", Bounds(rule, language))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Line Unknown(string typed, string language)
    {
        if (RuleKey.Family(typed) is { Count: > 0 } family)
        {
            return RulePieces.Said(language, "unknown.family", ("typed", typed), ("names", Lines.Join(", ", family.Select(rule => new Line(Code(rule.In(language)))))));
        }
        return NearSpelling.Of(typed, RuleKey.All.SelectMany(rule => rule.Names)) is { } near
            ? RulePieces.Said(language, "unknown.near", ("typed", typed), ("near", new Inline.Words(RuleKey.Find(near)!.In(language))))
            : RulePieces.Said(language, "unknown", ("typed", typed));
    }

    private static string Fault(RuleFault fault) => fault switch
    {
        RuleFault.Unreadable => "unreadable",
        RuleFault.TooLittle => "too-little",
        RuleFault.TooMuch => "too-much",
        RuleFault.ComesLater => "comes-later",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Line Choices(Values<string> words, string language)
    {
        var codes = words.Select(word => new Line(Code(RuleWord.In(language, word)))).ToList();
        return Lines.Join(SdkTexts.All.Words(language, "rule.or"), [Lines.Join(", ", codes.Take(codes.Count - 1)), codes[^1]]);
    }

    private static Inline.Code Code(string text) => new(text);

    private static string Percentage(string word) => word.Contains('/', StringComparison.Ordinal) && Fraction.Read(word) is { Percent: { } percent }
        ? percent.ToString(System.Globalization.CultureInfo.InvariantCulture) + "%" : word;
}
