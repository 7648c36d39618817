namespace CivicBot.Chat;

/// <summary>A text in every language the bot speaks, by language code; English always.</summary>
public sealed record Localized(string En, string Fr)
{
    public static IReadOnlyList<string> Languages { get; } = ["en", "fr"];

    public IEnumerable<string> All => [En, Fr];

    public string In(string language) => language == "fr" ? Fr : En;
}

/// <summary>A chat command, described once for all platforms. Plain data: adapters register it, the host parses by it.</summary>
/// <param name="Name">What is typed: <c>vote</c>, <c>voter</c>. One or two words of <c>a-z0-9-</c>.</param>
/// <param name="Summary">At most 100 characters.</param>
/// <param name="Example">A line that works, without prefix.</param>
public sealed record CommandDescription(Localized Name, Localized Summary, Localized Example)
{
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>The answer is for the one who asked; else for the room.</summary>
    public bool PrivateReply { get; init; } = true;

    /// <summary>It opens something, and so may found a collective where there is none.</summary>
    public bool Founds { get; init; }

    /// <summary>Works where nothing was founded yet, too.</summary>
    public bool Anywhere { get; init; }

    /// <summary>With nothing after it, it asks: on some platforms the form must be the first answer.</summary>
    public bool AsksWhenBare { get; init; }

    /// <summary>Meant by buttons and codes of ours alone: listed nowhere, and not to be typed.</summary>
    public bool ButtonsOnly { get; init; }

    /// <summary>It can be begun from somebody's message, where a platform has a menu for that.</summary>
    public FromMessage? FromMessage { get; init; }
}

/// <summary>The entry in a message's menu.</summary>
/// <param name="Name">What it is called there; at most 32 characters.</param>
/// <param name="Parameter">The key of the parameter that takes the message's text.</param>
public sealed record FromMessage(Localized Name, string Parameter);

/// <summary>A parameter of a command.</summary>
/// <param name="Key">How handlers call it: <c>closes</c>.</param>
/// <param name="Name">What is typed before the colon: <c>closes:</c>, <c>clôture:</c>. Accents are optional.</param>
public sealed record Parameter(string Key, Localized Name, ParameterKind Kind, Localized Summary)
{
    public bool Required { get; init; }

    /// <summary>Given by its place, not by <c>key:value</c>.</summary>
    public bool Positional { get; init; }

    /// <summary>For <see cref="ParameterKind.OneOf"/>: what may be typed (any language, any alias), and what it means.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];
}

/// <summary>What a parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>One word, or a quoted text.</summary>
    Text,

    /// <summary>All that is left of the line.</summary>
    Rest,

    /// <summary>As many texts as are given, one per word, quoted text or line.</summary>
    List,

    /// <summary>A decision's number.</summary>
    Number,

    /// <summary>A decision's number, or that of a part of it: <c>7.1</c>.</summary>
    Part,

    /// <summary>A person: a mention, or a name.</summary>
    Person,

    /// <summary>A code that we gave out, here or in another chat: it stands for what it was given for, once.</summary>
    Code,

    /// <summary>A moment; takes the following words as long as they still read as one.</summary>
    Time,

    /// <summary>One of a few words.</summary>
    OneOf,
}

/// <summary>One of the words that a parameter takes.</summary>
/// <param name="Value">What the handler gets.</param>
/// <param name="Name">What is shown and typed.</param>
/// <param name="Aliases">What may be typed as well.</param>
public sealed record Alternative(string Value, Localized Name, params IReadOnlyList<string> Aliases);
