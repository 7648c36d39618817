using System.Globalization;

namespace CivicBot.Core;

/// <summary>Reads a time of day as rules need it: <c>9</c>, <c>9h</c>, <c>9h30</c>, <c>09:00</c>, <c>9pm</c>.</summary>
internal static class TimeOfDay
{
    public static TimeOnly? Read(string word)
    {
        var afternoon = word.EndsWith("pm", StringComparison.Ordinal);
        var halved = afternoon || word.EndsWith("am", StringComparison.Ordinal);
        var parts = (halved ? word[..^2] : word).Split(':', 'h');
        if (parts.Length > 2 || Number(parts[0]) is not { } hour) return null;
        if ((parts.Length == 1 || parts[1].Length == 0 ? 0 : Number(parts[1])) is not { } minute) return null;
        if (halved && (hour is 0 or > 12)) return null;
        if (halved) hour = (hour % 12) + (afternoon ? 12 : 0);
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static int? Number(string digits) =>
        digits.Length is 1 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
