using System.Globalization;
using NodaTime;

namespace CivicBot.Sdk;

/// <summary>Reads a time of day: <c>18:00</c>, <c>18h</c>, <c>18h30</c>, <c>18 h 30</c>, <c>6pm</c>, <c>noon</c>.</summary>
internal static class TimeOfDayReader
{
    public static LocalTime? Read(ReadOnlySpan<string> words)
    {
        // “2h 30” may be a duration with an option behind it: only what is written apart throughout is put together.
        var text = words.Length == 1 || (words.Length <= 3 && words.Length > 0 && !words[0].Contains('h', StringComparison.Ordinal)) ? string.Concat(words) : "";
        if (TimeWords.Noon.Contains(text)) return new LocalTime(12, 0);
        var afternoon = text.EndsWith("pm", StringComparison.Ordinal);
        var halved = afternoon || text.EndsWith("am", StringComparison.Ordinal);
        if (halved) text = text[..^2];
        var parts = text.Split(':', 'h');
        if (parts.Length > 2 || (parts.Length == 1 && !halved)) return null;
        if (Number(parts[0], 1) is not { } hour) return null;
        // “18h” is whole; “18:” is not finished.
        var bare = parts.Length == 1 || (parts[1].Length == 0 && text.EndsWith('h'));
        if ((bare ? 0 : Number(parts[1], 2)) is not { } minute) return null;
        if (halved && (hour is 0 or > 12)) return null;
        if (halved) hour = (hour % 12) + (afternoon ? 12 : 0);
        return hour < 24 && minute < 60 ? new LocalTime(hour, minute) : null;
    }

    private static int? Number(string digits, int least) =>
        digits.Length >= least && digits.Length <= 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
