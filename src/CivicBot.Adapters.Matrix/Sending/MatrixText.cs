using System.Globalization;
using System.Text;

namespace CivicBot.Adapters.Matrix.Sending;

/// <summary>What people typed, made harmless: once for every text, once more for HTML. There is no other place that escapes.</summary>
internal static class MatrixText
{
    private const char Isolate = '\u2068';
    private const char EndOfIsolate = '\u2069';

    private static readonly System.Buffers.SearchValues<char> Suspects =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(number => (char)number).Where(one => Turns(one) || char.IsSurrogate(one))]);

    /// <summary>Typed text as it is shown: marks that turn the writing around become visible, and the text keeps its direction to itself.</summary>
    public static string Shown(string typed) => Isolate + Visible(typed) + EndOfIsolate;

    public static string Visible(string typed)
    {
        if (!typed.AsSpan().ContainsAny(Suspects) && !typed.Any(char.IsControl)) return typed;
        var shown = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Turns(rune.Value) || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))) shown.Append(CultureInfo.InvariantCulture, $"<{rune.Value:X4}>");
            else shown.Append(rune.ToString()); // half a pair comes as U+FFFD
        }

        return shown.ToString();
    }

    /// <summary>Any text as HTML. The one function that escapes.</summary>
    public static string Html(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    private static bool Turns(int character) => character is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
