using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>Rules as members read them: a plain sentence each, which says what is so and not what the setting is called.</summary>
public static class RuleSentences
{
    /// <param name="key">The rule's key in the ledger.</param>
    /// <param name="canonical">Its value in the words of the ledger.</param>
    public static Line Of(string key, string canonical, string language)
    {
        return RuleKey.Find(key)!.Form switch
        {
            RuleForm.Choice => Said($"{key}.{canonical}"),
            RuleForm.Number => Said(key, ("n", Number(canonical))),
            RuleForm.Length when canonical == "off" => Said($"{key}.off"),
            RuleForm.Length => Said(key, ("time", RulePieces.Length(canonical, language))),
            RuleForm.Share => Fraction.Read(canonical) is { IsZero: false } share
                ? Said(key, ("n", share.Numerator), ("of", share.Denominator), ("share", RulePieces.Share(share, language)))
                : Said($"{key}.none"),
            RuleForm.QuorumOf => Quorum.Read(canonical) is { Share: { IsZero: false } share, Kind: var kind }
                ? Said($"{key}.{(kind is QuorumKind.Approval ? "approval" : "participation")}", ("n", share.Numerator), ("of", share.Denominator))
                : Said($"{key}.none"),
            RuleForm.MajorityOf => Majority.Read(canonical) is { } majority
                ? Said(key, ("majority", RulePieces.Passing(majority, roll: null, language)))
                : Said($"{key}.drop"),
            RuleForm.CapOf => DelegationCap.Read(canonical) is { } cap
                ? Said(cap.Share.IsZero ? $"{key}.number" : key, ("n", cap.Least), ("share", RulePieces.Share(cap.Share, language)))
                : Said($"{key}.none"),
            RuleForm.LevelOf => LevelRule.Read(canonical) is { } level && level.Known > TimeSpan.Zero
                ? Said($"{key}.1.known", ("time", RulePieces.Length(level.Known, language)))
                : Said($"{key}.{canonical[0]}", ("n", LevelRule.Read(canonical)!.Vouchers)),
            RuleForm.HoursOf => QuietHours.Read(canonical) is { } hours
                ? Said(key, ("from", RulePieces.Time(new TimeOnly(hours.From, 0), language)), ("to", RulePieces.Time(new TimeOnly(hours.To, 0), language)))
                : Said($"{key}.off"),
            RuleForm.WeekdayOf => Digest.Read(canonical) is { } digest
                ? Said(key, ("day", RulePieces.Weekday(digest.Day, language)), ("time", RulePieces.Time(digest.At, language)))
                : Said($"{key}.off"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        Line Said(string text, params ReadOnlySpan<(string Name, object Value)> arguments) => SdkTexts.All.Line(language, "rule." + text, arguments);
    }

    /// <summary>What it takes to be adopted, in numbers: “Needs 12 of 40 to take part (abstaining counts) and more for than against.”</summary>
    /// <param name="roll">How many can vote.</param>
    public static Line Needs(Quorum quorum, Majority majority, long roll, string language)
    {
        var needed = quorum.Needed(roll);
        var kind = needed == 0 ? "none" : quorum.Kind is QuorumKind.Approval ? "approval" : "participation";
        return SdkTexts.All.Line(language, "rule.needs." + kind, ("n", needed), ("roll", roll), ("majority", RulePieces.Passing(majority, roll, language)));
    }

    /// <summary>What a majority takes, as part of a sentence: “more for than against”.</summary>
    /// <param name="roll">How many can vote.</param>
    public static Line Passing(Majority majority, long roll, string language) => RulePieces.Passing(majority, roll, language);

    /// <summary>A length as people say it: “24 hours”, “7 days”.</summary>
    public static Line Length(TimeSpan length, string language) => RulePieces.Length(length, language);

    /// <summary>A share as people say it: “50%”, or “1 in 3” where per cent would have a remainder.</summary>
    public static Line Share(Fraction share, string language) => RulePieces.Share(share, language);

    /// <summary>“9 took part.”</summary>
    public static Line Took(long n, string language) => SdkTexts.All.Line(language, "rule.took", ("n", n));

    private static int Number(string canonical) => int.Parse(canonical, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
}
