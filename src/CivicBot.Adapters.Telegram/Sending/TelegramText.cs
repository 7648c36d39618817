using System.Globalization;
using System.Text;

namespace CivicBot.Adapters.Telegram.Sending;

/// <summary>What people typed, made harmless: once for every text, once more for HTML. There is no other place that escapes.</summary>
internal static class TelegramText
{
    private const char Isolate = '\u2068';
    private const char EndOfIsolate = '\u2069';

    /// <summary>Joins without being seen: what stands behind it is no mention, command, tag or address any more.</summary>
    private const char Joiner = '\u2060';

    /// <summary>Typed text where nothing becomes a link by itself: it keeps its direction to itself, and marks that turn the writing around become visible.</summary>
    public static string Isolated(string typed) => Isolate + Visible(typed) + EndOfIsolate;

    /// <summary>Typed text in a message, where Telegram would make links of names, commands, tags and addresses.</summary>
    public static string Shown(string typed)
    {
        var visible = Visible(typed);
        var shown = new StringBuilder(visible.Length + 8).Append(Isolate);
        for (var i = 0; i < visible.Length; i++)
        {
            shown.Append(visible[i]);
            if (visible[i] is '@' or '/' or '#' or '$' || (visible[i] == '.' && IsInside(visible, i))) shown.Append(Joiner);
        }

        return shown.Append(EndOfIsolate).ToString();
    }

    public static string Visible(string typed)
    {
        var shown = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Turns(rune.Value) || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))) shown.Append(CultureInfo.InvariantCulture, $"<{rune.Value:X4}>");
            else shown.Append(rune.ToString()); // half a pair comes as U+FFFD
        }

        return shown.ToString();
    }

    /// <summary>Any text as Telegram's HTML. The one function that escapes.</summary>
    public static string Html(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>A line as it was meant: without the marks that come along when somebody copies out of our messages.</summary>
    public static string Unmarked(string line) => line
        .Replace("\u2068", "", StringComparison.Ordinal)
        .Replace("\u2069", "", StringComparison.Ordinal)
        .Replace("\u2060", "", StringComparison.Ordinal);

    /// <summary>Whole characters up to <paramref name="most"/>, and a sign that there was more.</summary>
    public static string Shortened(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>How long our own HTML is to Telegram, which counts what is left when tags and entities are read.</summary>
    public static int Length(string html)
    {
        var length = 0;
        for (var i = 0; i < html.Length; i++)
        {
            if (html[i] == '<') i = html.IndexOf('>', i);
            else
            {
                if (html[i] == '&') i = html.IndexOf(';', i);
                length++;
            }
        }

        return length;
    }

    private static bool IsInside(string text, int at) => at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);

    private static bool Turns(int character) => character is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
