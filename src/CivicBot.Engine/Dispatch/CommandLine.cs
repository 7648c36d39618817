using System.Globalization;
using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Engine;

/// <summary>What a typed line asks for.</summary>
internal abstract record Parsed
{
    private Parsed()
    {
    }

    /// <param name="Language">Of the name that was typed, where the languages differ; else null.</param>
    public sealed record Understood(CommandDescription Command, IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments, string? Language) : Parsed;

    /// <param name="Nearest">The command that may have been meant.</param>
    public sealed record NoSuchCommand(string Typed, string? Nearest) : Parsed;

    /// <summary>The line says less than the command needs.</summary>
    public sealed record Missing(Understood Line, Parameter Parameter) : Parsed;

    /// <summary>Something is there that the command cannot take.</summary>
    public sealed record Unfit(Understood Line, Parameter Parameter, string Typed) : Parsed;

    /// <summary>More words than the command takes.</summary>
    public sealed record TooMuch(Understood Line, string Typed) : Parsed;
}

/// <summary>
/// Reads typed lines by the commands' descriptions, in both languages alike: words, “quoted words”, <c>key:value</c>, one option per row.
/// A word is <c>key:value</c> only if the key is a declared parameter; else it is text.
/// </summary>
/// <param name="readsAsTime">Whether words still read as a moment: <c>closes:tomorrow 18:00</c> takes what follows as long as they do.</param>
internal sealed class CommandLine(IReadOnlyList<CommandDescription> commands, Func<string, bool> readsAsTime)
{
    public Parsed Parse(string text)
    {
        var tokens = Tokens.Of(text);
        if (tokens.Count == 0 || tokens[0].Quoted) return new Parsed.NoSuchCommand(text.Trim(), null);
        var typed = NameOf(tokens[0].Text);
        var command = commands.FirstOrDefault(one => one.Name.All.Contains(typed));
        if (command is null) return new Parsed.NoSuchCommand(tokens[0].Text, Near(typed));
        var language = command.Name.En == command.Name.Fr ? null : typed == command.Name.En ? "en" : "fr";
        return Arguments(command, language, text, tokens);
    }

    /// <summary>The nearest name; of several that are equally near, the one that was begun with.</summary>
    private string? Near(string typed)
    {
        var names = commands.SelectMany(one => one.Name.All).ToList();
        return NearSpelling.Of(typed, names) ?? names.Where(name => name.Length > 2 && typed.StartsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length);
    }

    /// <summary>Whether a parameter can take a value that was given by itself.</summary>
    public bool Takes(Parameter parameter, string value) => value.Length > 0
        && (parameter.Kind is ParameterKind.Time ? readsAsTime(value) : Fit(parameter, value) is not null);

    /// <summary>Arguments that a platform took apart, read as if they had been typed.</summary>
    public static Parsed Read(CommandDescription command, IReadOnlyDictionary<string, IReadOnlyList<string>> arguments)
    {
        var given = new Dictionary<string, IReadOnlyList<string>>();
        var line = new Parsed.Understood(command, given, null);
        foreach (var parameter in command.Parameters)
        {
            if (!arguments.TryGetValue(parameter.Key, out var values)) continue;
            var fit = new List<string>();
            foreach (var value in values.Select(value => value.Trim()).Where(value => value.Length > 0))
            {
                if (Fit(parameter, value) is not { } fitting) return new Parsed.Unfit(line, parameter, value);
                fit.Add(fitting);
            }
            if (fit.Count > 0) given[parameter.Key] = fit;
        }
        return MissingFrom(line) is { } missing ? new Parsed.Missing(line, missing) : line;
    }

    private static Parameter? MissingFrom(Parsed.Understood line) => line.Command.Parameters.FirstOrDefault(parameter => parameter.Required && !line.Arguments.ContainsKey(parameter.Key));

    private Parsed Arguments(CommandDescription command, string? language, string text, List<Token> tokens)
    {
        var given = new Dictionary<string, IReadOnlyList<string>>();
        var line = new Parsed.Understood(command, given, language);
        var places = new Queue<Parameter>(command.Parameters.Where(parameter => parameter.Positional));
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!tokens[i].Quoted && Keyed(command, tokens[i].Text) is var (parameter, value))
            {
                if (value.Length == 0 && i + 1 < tokens.Count) value = tokens[++i].Text;
                while (parameter.Kind is ParameterKind.Time && i + 1 < tokens.Count && !tokens[i + 1].Quoted && readsAsTime($"{value} {tokens[i + 1].Text}"))
                {
                    value += " " + tokens[++i].Text;
                }
                if (Fit(parameter, value) is not { } fit) return new Parsed.Unfit(line, parameter, value);
                given[parameter.Key] = parameter.Kind is ParameterKind.List ? [.. given.GetValueOrDefault(parameter.Key, []), .. Split(fit)] : [fit];
                continue;
            }
            // What is no code is meant for the next place.
            while (places.Count > 1 && places.Peek() is { Kind: ParameterKind.Code } awaited && Fit(awaited, tokens[i].Text) is null) places.Dequeue();
            if (!places.TryPeek(out var place)) return new Parsed.TooMuch(line, tokens[i].Text);
            switch (place.Kind)
            {
                case ParameterKind.Rest:
                    given[place.Key] = [text[tokens[i].Start..].Trim()];
                    i = tokens.Count;
                    break;
                case ParameterKind.List:
                    var end = Row(command, tokens, i);
                    given[place.Key] = [.. given.GetValueOrDefault(place.Key, []), end == i ? tokens[i].Text : text[tokens[i].Start..tokens[end].End]];
                    i = end;
                    break;
                default:
                    // A title typed without quotes on a row of its own is the whole row.
                    var last = place.Kind is ParameterKind.Text && tokens[^1].Row > tokens[i].Row ? WholeRow(command, tokens, i) : i;
                    var words = last == i ? tokens[i].Text : text[tokens[i].Start..tokens[last].End];
                    i = last;
                    if (Fit(place, words) is not { } fitting) return new Parsed.Unfit(line, place, words);
                    given[place.Key] = [fitting];
                    places.Dequeue();
                    break;
            }
        }
        return MissingFrom(line) is { } missing ? new Parsed.Missing(line, missing) : line;
    }

    /// <summary>One option per row: words of a later row belong together. In the first row each word is one.</summary>
    private static int Row(CommandDescription command, List<Token> tokens, int from) => tokens[from].Row == tokens[0].Row ? from : WholeRow(command, tokens, from);

    private static int WholeRow(CommandDescription command, List<Token> tokens, int from)
    {
        if (tokens[from].Quoted) return from;
        var end = from;
        while (end + 1 < tokens.Count && tokens[end + 1].Row == tokens[from].Row && !tokens[end + 1].Quoted && Keyed(command, tokens[end + 1].Text) is null) end++;
        return end;
    }

    private static (Parameter Parameter, string Value)? Keyed(CommandDescription command, string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return null;
        var key = TypedText.Loose(word[..colon]).Replace('’', '\'').Replace('\'', '-');
        foreach (var parameter in command.Parameters)
        {
            if (parameter.Name.All.Any(name => TypedText.Loose(name) == key)) return (parameter, word[(colon + 1)..]);
        }
        return null;
    }

    private static string? Fit(Parameter parameter, string value) => parameter.Kind switch
    {
        ParameterKind.Number => int.TryParse(value.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture) : null,
        ParameterKind.Code => Codes.IsOne(value) ? value : null,
        ParameterKind.Part => Numbered(value.TrimStart('#')),
        ParameterKind.OneOf => parameter.Alternatives.FirstOrDefault(one =>
            one.Name.All.Concat(one.Aliases).Append(one.Value).Any(name => TypedText.Loose(name) == TypedText.Loose(value)))?.Value,
        _ => value,
    };

    /// <summary><c>7</c> or <c>7.1</c></summary>
    private static string? Numbered(string value)
    {
        var numbers = value.Split('.');
        return numbers.Length <= 2 && numbers.All(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)) ? value : null;
    }

    private static string[] Split(string values) => values.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Names as they are declared: lower case, without accents, and with the dash that Telegram writes as an underscore.</summary>
    private static string NameOf(string typed) => TypedText.Loose(typed).Replace('_', '-');
}
