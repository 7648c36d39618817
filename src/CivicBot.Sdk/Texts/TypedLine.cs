using CivicBot.Chat;

namespace CivicBot.Sdk;

/// <summary>A command as a line that reads back as it was, for showing and for typing again.</summary>
public static class TypedLine
{
    public static string Of(CommandDescription command, IReadOnlyDictionary<string, IReadOnlyList<string>> arguments, string language)
    {
        var words = new List<string> { command.Name.In(language) };
        foreach (var parameter in command.Parameters)
        {
            if (!arguments.TryGetValue(parameter.Key, out var values) || values.Count == 0) continue;
            words.AddRange(parameter switch
            {
                { Kind: ParameterKind.Rest } or { Kind: ParameterKind.Number or ParameterKind.Part or ParameterKind.Person, Positional: true } => values,
                { Kind: ParameterKind.OneOf, Positional: true } => values.Select(value => Word(parameter, value, language)),
                { Positional: true } => values.Select(Quoted),
                _ => [$"{parameter.Name.In(language)}:{(values[0].Any(char.IsWhiteSpace) ? Quoted(values[0]) : Word(parameter, values[0], language))}"],
            });
        }
        return string.Join(' ', words);
    }

    /// <summary>What was asked, with something said otherwise or besides: so that being asked back costs no more than a copy.</summary>
    public static string With(CommandDescription command, Asked asked, params IEnumerable<(string Key, string Value)> changes)
    {
        var arguments = new Dictionary<string, IReadOnlyList<string>>(asked.Arguments);
        foreach (var (key, value) in changes) arguments[key] = [value];
        return Of(command, arguments, asked.Language);
    }

    /// <summary>The word of that language for what the handler gets.</summary>
    private static string Word(Parameter parameter, string value, string language) =>
        parameter.Alternatives.FirstOrDefault(alternative => alternative.Value == value)?.Name.In(language) ?? value;

    /// <summary>In quotes that the text itself does not hold, so that it reads back as it was.</summary>
    private static string Quoted(string text) =>
        !text.Contains('"', StringComparison.Ordinal) ? $"\"{text}\""
        : !text.AsSpan().ContainsAny("“”„") ? $"“{text}”"
        : !text.AsSpan().ContainsAny("«»") ? $"«{text}»"
        : $"\"{text.Replace('"', '\'')}\"";
}
