using System.Globalization;

namespace CivicBot.Testing;

/// <summary>A line of a practice script.</summary>
public abstract record PracticeLine
{
    private PracticeLine()
    {
    }

    /// <summary><c>@name text</c>; <c>@name* text</c> with the room's admin rights; <c>@name &gt; text</c> to the bot in private.</summary>
    public sealed record Says(string Name, string Text, bool Admin, bool Privately) : PracticeLine;

    /// <summary><c>@name [Label]</c></summary>
    public sealed record Presses(string Name, string Label) : PracticeLine;

    /// <summary><c>+3h</c>, <c>+2d</c></summary>
    public sealed record Moves(TimeSpan By) : PracticeLine;

    /// <summary><c>beacon VALUE</c>: the public random value that a draw waits for</summary>
    public sealed record Beacon(string Value) : PracticeLine;

    /// <summary><c>at 2026-11-23 09:00</c>, as a script's first line</summary>
    public sealed record StartsAt(DateTimeOffset At) : PracticeLine;

    /// <summary>An empty line or a comment.</summary>
    public sealed record Nothing : PracticeLine;

    /// <summary>A line that cannot be played, and what to type instead.</summary>
    public sealed record Unclear(PracticeProblem Problem) : PracticeLine;

    /// <summary>Read a line, without the <c>!</c> that expects a refusal.</summary>
    public static PracticeLine Read(string line)
    {
        var text = line.Trim();
        if (text.Length == 0 || text[0] == '#') return new Nothing();
        if (text[0] == '+') return Duration(text[1..]) is { } by ? new Moves(by) : new Unclear(PracticeProblem.Duration);
        if (text.StartsWith("beacon ", StringComparison.Ordinal)) return new Beacon(text["beacon ".Length..].Trim());
        if (text.StartsWith("at ", StringComparison.Ordinal))
        {
            return DateTimeOffset.TryParseExact(text[3..].Trim(), "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? new StartsAt(at) : new Unclear(PracticeProblem.StartingTime);
        }
        return text[0] == '@' ? Speech(text[1..]) : new Unclear(PracticeProblem.NobodySpeaks);
    }

    private static PracticeLine Speech(string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        var name = end < 0 ? text : text[..end];
        var said = end < 0 ? "" : text[end..].Trim();
        var admin = name.EndsWith('*');
        name = name.TrimEnd('*');
        if (name.Length == 0 || !name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.')) return new Unclear(PracticeProblem.NobodySpeaks);
        if (said.Length == 0) return new Unclear(PracticeProblem.NothingSaid);
        if (said[0] == '>') return new Says(name, said[1..].Trim(), admin, Privately: true);
        if (said[0] == '[' && said[^1] == ']') return new Presses(name, said[1..^1].Trim());
        return new Says(name, said.Replace("\\n", "\n", StringComparison.Ordinal), admin, Privately: false);
    }

    private static TimeSpan? Duration(string text)
    {
        var total = TimeSpan.Zero;
        var number = "";
        foreach (var letter in text.Replace(" ", "", StringComparison.Ordinal))
        {
            if (char.IsAsciiDigit(letter))
            {
                number += letter;
                continue;
            }
            if (number.Length is 0 or > 5) return null;
            var count = int.Parse(number, CultureInfo.InvariantCulture);
            TimeSpan? unit = letter switch
            {
                's' => TimeSpan.FromSeconds(count),
                'm' => TimeSpan.FromMinutes(count),
                'h' => TimeSpan.FromHours(count),
                'd' or 'j' => TimeSpan.FromDays(count),
                'w' => TimeSpan.FromDays(7 * count),
                _ => null,
            };
            if (unit is null) return null;
            total += unit.Value;
            number = "";
        }
        return number.Length > 0 || total == TimeSpan.Zero ? null : total;
    }
}

/// <summary>Why a line cannot be played.</summary>
public enum PracticeProblem
{
    NobodySpeaks,
    NothingSaid,
    Duration,
    StartingTime,
    NothingToPress,
    NobodyAnswers,
    ExpectedRefusal,
}
