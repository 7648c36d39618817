using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>The words that times are typed in: those of every language, whoever types them, without case and accents.</summary>
internal static class TimeWords
{
    /// <summary>How many minutes a unit has, by its word.</summary>
    public static IReadOnlyDictionary<string, int> Units { get; } =
        new[] { ("read.weeks", 7 * 24 * 60), ("read.days", 24 * 60), ("read.hours", 60), ("read.minutes", 1) }
            .SelectMany(unit => Spelled(unit.Item1).Select(word => (word, unit.Item2))).DistinctBy(unit => unit.word)
            .ToDictionary(unit => unit.word, unit => unit.Item2);

    /// <summary>The days of the week by their words, Monday being 1.</summary>
    public static IReadOnlyDictionary<string, int> Weekdays { get; } =
        Localized.Languages.SelectMany(language => new[] { "read.weekdays", "days" }.SelectMany(key =>
                Words(language, key).Select((word, index) => (word: word.TrimEnd('.'), index + 1))))
            .DistinctBy(day => day.word).ToDictionary(day => day.word, day => day.Item2);

    /// <summary>How many days from today, by the word.</summary>
    public static IReadOnlyDictionary<string, int> Ahead { get; } =
        Spelled("read.today").Select(word => (word, 0)).Concat(Spelled("read.tomorrow").Select(word => (word, 1))).ToDictionary();

    /// <summary>What stands between a day and a time: “at”, « à ».</summary>
    public static IReadOnlySet<string> Between { get; } = Spelled("read.at").ToHashSet();

    public static IReadOnlySet<string> Noon { get; } = Spelled("read.noon").ToHashSet();

    /// <summary>A typed time in the one form in which its words are looked up.</summary>
    public static string Plain(string words) => TypedText.Loose(words).Replace('’', '\'').Replace(",", " ", StringComparison.Ordinal);

    private static IEnumerable<string> Spelled(string key) => Localized.Languages.SelectMany(language => Words(language, key)).Distinct();

    private static string[] Words(string language, string key) => Plain(SdkTexts.All.Words(language, key)).Split(' ');
}
