using CivicBot.Chat;

namespace CivicBot.Sdk;

/// <summary>Takes the words of command descriptions from texts: <c>vote.name</c>, <c>vote.summary</c>, <c>vote.example</c>; <c>param.choice</c>, <c>param.choice.summary</c>.</summary>
public static class Described
{
    public static CommandDescription Command(this Texts texts, string key, params IReadOnlyList<Parameter> parameters) =>
        new(texts.All(key + ".name"), texts.All(key + ".summary"), texts.All(key + ".example")) { Parameters = parameters };

    public static Parameter Parameter(this Texts texts, string key, ParameterKind kind, params IReadOnlyList<Alternative> alternatives) =>
        new(key, texts.All("param." + key), kind, texts.All($"param.{key}.summary")) { Alternatives = alternatives };

    /// <summary>A word that a parameter takes; what may be typed as well stands in <c>KEY.aliases</c>, for all languages together.</summary>
    public static Alternative Alternative(this Texts texts, string key, string value) =>
        new(value, texts.All(key), [.. Localized.Languages.SelectMany(language => texts.Words(language, key + ".aliases").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()]);
}
