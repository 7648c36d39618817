using System.Globalization;
using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What sentences about rules are made of: majorities, shares, lengths, times of day.</summary>
internal static class RulePieces
{
    /// <param name="roll">How many can vote, where that is known.</param>
    public static Line Passing(Majority majority, long? roll, string language) => majority switch
    {
        Majority.Simple => Said(language, "piece.simple"),
        Majority.Qualified qualified => Said(language, "piece.share", ("n", qualified.Share.Numerator), ("of", qualified.Share.Denominator)),
        Majority.Absolute when roll is { } all => Said(language, "piece.absolute.of", ("n", (all / 2) + 1), ("roll", all)),
        Majority.Absolute => Said(language, "piece.absolute"),
        Majority.Unanimous => Said(language, "piece.unanimous"),
        Majority.Consensus consensus => Said(language, "piece.consensus", ("n", consensus.Against)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>“5%”, or “1 in 3” where per cent would have a remainder.</summary>
    public static Line Share(Fraction share, string language) => share.Percent is { } percent
        ? Said(language, "percent", ("n", percent))
        : Said(language, "share", ("n", share.Numerator), ("of", share.Denominator));

    /// <param name="canonical">As the ledger keeps it: <c>24h</c>, <c>7d</c>.</param>
    public static Line Length(string canonical, string language) => Length(DurationReader.Read(canonical)!.Value.ToTimeSpan(), language);

    /// <summary>“24 hours”, “7 days”: hours up to two days, as people say it.</summary>
    public static Line Length(TimeSpan length, string language) => length.Ticks % TimeSpan.TicksPerDay == 0 && length >= TimeSpan.FromDays(2)
        ? Said(language, "days", ("n", length.Days))
        : Said(language, "hours", ("n", (int)length.TotalHours));

    public static Line Time(TimeOnly time, string language) => SdkTexts.All.Line(language, time.Minute == 0 ? "time.whole" : "time",
        ("h", time.Hour), ("hh", new Inline.Words(time.Hour.ToString("00", CultureInfo.InvariantCulture))),
        ("mm", new Inline.Words(time.Minute.ToString("00", CultureInfo.InvariantCulture))));

    public static Inline Weekday(DayOfWeek day, string language) =>
        new Inline.Words(SdkTexts.All.Words(language, "rule.weekdays").Split(' ')[((int)day + 6) % 7]);

    public static Line Said(string language, string key, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        SdkTexts.All.Line(language, "rule." + key, arguments);
}
