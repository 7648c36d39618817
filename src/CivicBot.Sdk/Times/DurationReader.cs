using System.Globalization;
using NodaTime;

namespace CivicBot.Sdk;

/// <summary>Reads how long something lasts: <c>90m</c>, <c>1h30m</c>, <c>2d12h</c>, <c>3 jours</c>.</summary>
internal static class DurationReader
{
    // Five digits are 190 years of minutes and still far from what a calendar can add.
    private const int MostDigits = 5;

    /// <param name="words">In the plain form of <see cref="TimeWords"/>.</param>
    public static Duration? Read(string words)
    {
        var minutes = 0L;
        var last = int.MaxValue;
        var at = 0;
        while (at < words.Length)
        {
            var digits = Take(words, ref at, char.IsAsciiDigit);
            Skip(words, ref at);
            var unit = Take(words, ref at, char.IsAsciiLetter);
            Skip(words, ref at);
            // From the largest unit down, each once: 1h30m, and never 30m1h, which nobody means.
            if (digits.Length is 0 or > MostDigits || !TimeWords.Units.TryGetValue(unit, out var length) || length >= last) return null;
            minutes += long.Parse(digits, CultureInfo.InvariantCulture) * length;
            last = length;
        }
        return words.Length == 0 ? null : Duration.FromMinutes(minutes);
    }

    private static string Take(string words, ref int at, Func<char, bool> fits)
    {
        var start = at;
        while (at < words.Length && fits(words[at])) at++;
        return words[start..at];
    }

    private static void Skip(string words, ref int at)
    {
        while (at < words.Length && words[at] == ' ') at++;
    }
}
