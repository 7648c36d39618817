using System.Globalization;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>A command as somebody gave it: arguments by parameter key, and how it came. Who asked and what he may see is the view's.</summary>
public sealed record Asked
{
    public required string Command { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments { get; init; }

    public Manner Manner { get; init; } = Manner.Typed;

    /// <summary>The language of the one who asks.</summary>
    public string Language { get; init; } = "en";

    /// <summary>When it was received, in whole seconds, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Asked in a private conversation with the bot.</summary>
    public bool InPrivate { get; init; }

    /// <summary>The platform confirms admin rights in the room.</summary>
    public bool Admin { get; init; }

    public bool Has(string key) => Arguments.TryGetValue(key, out var values) && values.Count > 0;

    /// <summary>A text argument; empty if it was not given.</summary>
    public string Text(string key) => Arguments.TryGetValue(key, out var values) ? string.Join(' ', values) : "";

    public IReadOnlyList<string> List(string key) => Arguments.TryGetValue(key, out var values) ? values : [];

    /// <summary>A decision, or a part of one as in <c>7.1</c> (0 for the whole); null if it was not given.</summary>
    public PartId? Part(string key)
    {
        var words = Text(key).Split('.');
        return int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var decision)
            ? new PartId(new DecisionId(decision), words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : 0)
            : null;
    }

    /// <summary>A number argument; null if it was not given.</summary>
    public int? Number(string key) => int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>How a command came.</summary>
public enum Manner
{
    /// <summary>By a typed line, a slash command or a form: it says all that is meant.</summary>
    Typed,

    /// <summary>By a button: where several may be chosen it adds a choice, or takes it back.</summary>
    Pressed,

    /// <summary>By a reaction, which adds its choice.</summary>
    Reacted,

    /// <summary>By taking a reaction back, which takes its choice back.</summary>
    Unreacted,
}
