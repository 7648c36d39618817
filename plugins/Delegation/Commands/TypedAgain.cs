using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>A command line written again with something changed, so that asking back costs the reader nothing but a tap.</summary>
internal static class TypedAgain
{
    /// <param name="changes">Parameters with what they are to be; null leaves one out.</param>
    public static string With(CommandDescription command, Asked asked, params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var given = command.Parameters.Where(parameter => asked.Has(parameter.Key)).ToDictionary(parameter => parameter.Key, parameter => (string?)asked.Text(parameter.Key));
        foreach (var (key, value) in changes) given[key] = value;
        var words = new List<string> { command.Name.In(asked.Language) };
        foreach (var parameter in command.Parameters)
        {
            if (given.GetValueOrDefault(parameter.Key) is not { } value) continue;
            var word = parameter.Alternatives.FirstOrDefault(alternative => alternative.Value == value)?.Name.In(asked.Language)
                ?? (parameter.Kind is ParameterKind.Text ? TypedList.Word(value) : value);
            words.Add(parameter.Positional ? word : $"{parameter.Name.In(asked.Language)}:{word}");
        }
        return string.Join(' ', words);
    }
}
