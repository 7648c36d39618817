using System.Globalization;
using System.Text;
using CivicBot.Chat;

namespace CivicBot.Sdk;

/// <summary>Puts arguments into a text: <c>{name}</c> where they belong, and between backquotes as part of a command to type.</summary>
internal static class Template
{
    public static Line Fill(string template, ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var pieces = new List<Inline>();
        var words = new StringBuilder();
        StringBuilder? command = null;
        for (var i = 0; i < template.Length; i++)
        {
            switch (template[i])
            {
                case '`' when command is null:
                    Flush(pieces, words);
                    command = new StringBuilder();
                    break;
                case '`':
                    pieces.Add(new Inline.Command(command.ToString()));
                    command = null;
                    break;
                case '{':
                    var end = template.IndexOf('}', i);
                    var value = Find(arguments, template[(i + 1)..end]);
                    if (command is not null)
                    {
                        command.Append(InCommand(value));
                    }
                    else
                    {
                        Flush(pieces, words);
                        pieces.AddRange(Pieces(value));
                    }
                    i = end;
                    break;
                default:
                    (command ?? words).Append(template[i]);
                    break;
            }
        }
        Flush(pieces, words);
        return new Line([.. pieces]);
    }

    private static object Find(ReadOnlySpan<(string Name, object Value)> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name == name) return argument.Value;
        }
        throw new ArgumentException($"The text wants {{{name}}}, which was not given.");
    }

    private static IEnumerable<Inline> Pieces(object value) => value switch
    {
        Inline piece => [piece],
        Line line => line.Pieces,
        Func<Line> later => later().Pieces,
        string typed => [new Inline.Typed(typed)],
        IFormattable number => [new Inline.Words(number.ToString(null, CultureInfo.InvariantCulture))],
        _ => throw new ArgumentException($"A text cannot hold a {value.GetType().Name}."),
    };

    private static string InCommand(object value) => value switch
    {
        Inline.Words words => words.Text,
        Inline.Typed typed => typed.Text,
        Inline.Command whole => whole.Line,
        string typed => typed,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A command cannot hold a {value.GetType().Name}."),
    };

    private static void Flush(List<Inline> pieces, StringBuilder words)
    {
        if (words.Length > 0) pieces.Add(new Inline.Words(words.ToString()));
        words.Clear();
    }
}
