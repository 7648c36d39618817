using System.Globalization;
using System.Text;

namespace CivicBot.Adapters.Discord.Sending;

/// <summary>What people typed, made harmless: once for every text, once more for Markdown. There is no other place that escapes.</summary>
internal static class DiscordText
{
    private const char Isolate = '\u2068';
    private const char EndOfIsolate = '\u2069';
    private const string Marks = "\\*_~`|<[]@";

    private static readonly System.Buffers.SearchValues<char> Suspects =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(number => (char)number).Where(one => Turns(one) || char.IsSurrogate(one) || (char.IsControl(one) && one is not ('\n' or '\t')))]);

    /// <summary>Typed text as Markdown that shows it: marks that turn the writing around become visible, and the text keeps its direction to itself.</summary>
    public static string Shown(string typed) => Isolate + Escaped(typed) + EndOfIsolate;

    /// <summary>Typed text where no Markdown is read: on buttons, in forms, in files.</summary>
    public static string Visible(string typed)
    {
        if (!typed.AsSpan().ContainsAny(Suspects)) return typed;
        var shown = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Turns(rune.Value) || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))) shown.Append(CultureInfo.InvariantCulture, $"<{rune.Value:X4}>");
            else shown.Append(rune.ToString()); // half a pair comes as U+FFFD
        }

        return shown.ToString();
    }

    /// <summary>Any text as Markdown that shows it and does nothing. The one function that escapes.</summary>
    public static string Escaped(string text)
    {
        var shown = Visible(text);
        var escaped = new StringBuilder(shown.Length + 8);
        var lineBegins = true;
        for (var i = 0; i < shown.Length; i++)
        {
            var character = shown[i];
            var bare = Marks.Contains(character, StringComparison.Ordinal)
                || (lineBegins && character is '-' or '+' or '#' or '>')
                || (character == '.' && i > 0 && char.IsDigit(shown[i - 1]) && BeginsLine(shown, i))
                || (character == ':' && shown.AsSpan(i + 1).StartsWith("//", StringComparison.Ordinal)); // else the client makes it a link
            if (bare) escaped.Append('\\');
            escaped.Append(character);
            lineBegins = character == '\n' || (lineBegins && character == ' ');
        }

        return escaped.ToString();
    }

    /// <summary>Something exact. The fence is longer than any run of backticks in it.</summary>
    public static string Code(string text)
    {
        var shown = Visible(text).Replace('\n', ' ');
        var (run, longest) = (0, 0);
        foreach (var character in shown)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        var room = longest > 0 ? " " : "";
        return $"{fence}{room}{shown}{room}{fence}";
    }

    /// <summary>Cut so that it says so, and never through a character.</summary>
    public static string Shortened(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }

    private static bool BeginsLine(string text, int dot)
    {
        var i = dot - 1;
        while (i >= 0 && char.IsDigit(text[i])) i--;
        return i < 0 || text[i] == '\n';
    }

    private static bool Turns(int character) => character is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
