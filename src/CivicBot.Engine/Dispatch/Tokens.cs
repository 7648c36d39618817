using System.Text;

namespace CivicBot.Engine;

/// <summary>A word of a typed line.</summary>
/// <param name="Text">Without its quotes.</param>
/// <param name="Quoted">It was between quotes, and so is a text whatever it looks like.</param>
/// <param name="Start">Where it begins in the line.</param>
/// <param name="Row">Which row of the message it stands in.</param>
internal readonly record struct Token(string Text, bool Quoted, int Start, int End, int Row);

/// <summary>Takes a typed line apart: words, “quoted words” in any of the usual quotes, <c>key:"quoted value"</c>.</summary>
internal static class Tokens
{
    private const string Opening = "\"“«„”";

    public static List<Token> Of(string line)
    {
        var tokens = new List<Token>();
        var row = 0;
        for (var i = 0; i < line.Length;)
        {
            if (char.IsWhiteSpace(line[i]))
            {
                if (line[i++] == '\n') row++;
                continue;
            }
            var start = i;
            if (Opening.Contains(line[i], StringComparison.Ordinal) && Close(line, i) is var close and > 0)
            {
                tokens.Add(new Token(line[(i + 1)..close].Trim(), Quoted: true, start, close + 1, row));
                i = close + 1;
                continue;
            }
            var word = new StringBuilder();
            while (i < line.Length && !char.IsWhiteSpace(line[i]))
            {
                // key:"a value": the quotes belong to the value, and the word goes on to their end.
                if (word.Length > 0 && word[^1] == ':' && Opening.Contains(line[i], StringComparison.Ordinal) && Close(line, i) is var end and > 0)
                {
                    word.Append(line, i + 1, end - i - 1);
                    i = end + 1;
                    break;
                }
                word.Append(line[i++]);
            }
            tokens.Add(new Token(word.ToString(), Quoted: false, start, i, row));
        }
        return tokens;
    }

    /// <summary>Where a quotation ends; 0 if it never does, and the quote is a letter like any other.</summary>
    private static int Close(string line, int open)
    {
        var closing = line[open] switch
        {
            '"' => "\"",
            '“' or '„' => "”“",
            '”' => "”",
            _ => "»",
        };
        for (var i = open + 1; i < line.Length; i++)
        {
            if (closing.Contains(line[i], StringComparison.Ordinal)) return i;
        }
        return 0;
    }
}
