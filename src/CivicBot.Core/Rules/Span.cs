namespace CivicBot.Core;

/// <summary>Lengths of time as rules hold them, in whole hours: <c>24h</c>, <c>36h</c>, and from two days on <c>7d</c>.</summary>
internal static class Span
{
    private const int MostDigits = 5;

    /// <summary>The one word for a length.</summary>
    public static string Word(TimeSpan length)
    {
        var hours = (long)length.TotalHours;
        return hours % 24 == 0 && hours >= 48 ? RuleForm.Word(hours / 24) + "d" : RuleForm.Word(hours) + "h";
    }

    /// <summary>Reads <c>7d</c>, <c>72h</c>, <c>2 weeks</c>, <c>1d12h</c>, in English or French; the largest unit first.</summary>
    public static TimeSpan? Read(string words)
    {
        var text = words.Replace(" ", "", StringComparison.Ordinal);
        var hours = 0L;
        var last = int.MaxValue;
        for (var at = 0; at < text.Length;)
        {
            var digits = Take(text, ref at, char.IsAsciiDigit);
            var unit = Take(text, ref at, char.IsAsciiLetterLower);
            if (digits.Length is 0 or > MostDigits || Hours(unit) is not { } each || each >= last) return null;
            hours += RuleForm.Whole(digits)!.Value * (long)each;
            last = each;
        }
        return text.Length == 0 ? null : TimeSpan.FromHours(hours);
    }

    private static int? Hours(string unit) => unit switch
    {
        "h" or "hr" or "hrs" or "hour" or "hours" or "heure" or "heures" => 1,
        "d" or "day" or "days" or "j" or "jour" or "jours" => 24,
        "w" or "week" or "weeks" or "sem" or "semaine" or "semaines" => 7 * 24,
        // Said back in days, so that nobody wonders which months are meant.
        "month" or "months" or "mois" => 30 * 24,
        _ => null,
    };

    private static string Take(string words, ref int at, Func<char, bool> fits)
    {
        var start = at;
        while (at < words.Length && fits(words[at])) at++;
        return words[start..at];
    }
}
