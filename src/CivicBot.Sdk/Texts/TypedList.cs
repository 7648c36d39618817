using System.Text;

namespace CivicBot.Sdk;

/// <summary>Several things in one typed text: one per line, or separated by commas, in quotes where they hold a comma themselves.</summary>
public static class TypedList
{
    private const string Quotes = "\"“”«»„";

    /// <summary>A quotation mark of any kind: it begins or ends what is to be taken as it stands.</summary>
    public static bool IsQuote(char c) => Quotes.Contains(c, StringComparison.Ordinal);

    /// <summary>The things, in order; what was quoted is marked as such.</summary>
    public static IReadOnlyList<(string Text, bool Quoted)> Split(string words)
    {
        var things = new List<(string, bool)>();
        var thing = new StringBuilder();
        bool inside = false, quoted = false;
        foreach (var c in words)
        {
            if (IsQuote(c))
            {
                inside = !inside;
                quoted = true;
            }
            else if (c is ',' or '\n' && !inside)
            {
                End();
            }
            else
            {
                thing.Append(c);
            }
        }
        End();
        return things;

        void End()
        {
            var text = thing.ToString().Trim();
            if (text.Length > 0) things.Add((text, quoted));
            thing.Clear();
            quoted = false;
        }
    }

    /// <summary>The values of a list parameter: as they came apart, or, where one field of a form holds them all, split.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> values) => values switch
    {
        [var all] when all.Contains('\n', StringComparison.Ordinal) => all.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        [var all] => [.. Split(all).Select(thing => thing.Text)],
        _ => values,
    };

    /// <summary>The rest of a line as the text it is: without the quotes around the whole of it.</summary>
    public static string Unquoted(string rest)
    {
        var text = rest.Trim();
        if (text.Length < 2) return text;
        var closing = text[0] switch
        {
            '"' => "\"",
            '“' or '„' => "”“",
            '”' => "”",
            '«' => "»",
            _ => null,
        };
        return closing is not null && text.AsSpan(1).IndexOfAny(closing) == text.Length - 2 ? text[1..^1].Trim() : text;
    }

    /// <summary>A text as one word of a command line: in quotes, unless it is a single plain word.</summary>
    public static string Word(string text) =>
        text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '’') ? text : $"\"{text.Replace('"', '\'').ReplaceLineEndings(" ")}\"";
}
