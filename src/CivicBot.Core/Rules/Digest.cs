using System.Globalization;

namespace CivicBot.Core;

/// <summary>When the summary of the week comes, in the collective's zone.</summary>
public sealed record Digest(DayOfWeek Day, TimeOnly At)
{
    /// <summary>Reads the word that the ledger keeps: <c>monday 09:00</c>.</summary>
    public static Digest? Read(string words) =>
        words.Split(' ') is [var day, var time] && Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var weekday) && !char.IsAsciiDigit(day[0])
            && TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new Digest(weekday, at) : null;

    public override string ToString() => $"{Day.ToString().ToLowerInvariant()} {At.ToString("HH:mm", CultureInfo.InvariantCulture)}";
}
