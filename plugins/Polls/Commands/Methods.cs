using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Polls;

/// <summary>Methods by the names people use for them, in every language.</summary>
internal static class Methods
{
    public static IReadOnlyList<Alternative> Alternatives { get; } =
    [
        PollsTexts.All.Alternative("method.single", nameof(Method.Single)),
        PollsTexts.All.Alternative("method.approval", nameof(Method.Approval)),
        PollsTexts.All.Alternative("method.yesno", nameof(Method.YesNo)),
    ];

    /// <summary>Methods that people know, and that are not counted here yet.</summary>
    private static IReadOnlyList<string> Later { get; } =
        [.. Localized.Languages.SelectMany(language => PollsTexts.All.Words(language, "method.later").Split(' ')).Distinct()];

    public static Method? Of(string word) =>
        Alternatives.FirstOrDefault(method => Spellings(method).Any(name => Same(name, word))) is { } found ? Enum.Parse<Method>(found.Value) : null;

    public static bool ComesLater(string word) => Later.Any(name => Same(name, word));

    /// <summary>The method that was probably meant, as it is typed in that language.</summary>
    public static string? Near(string word, string language) => NearSpelling.Of(word, Alternatives.SelectMany(Spellings).Distinct()) is { } near
        ? Alternatives.First(method => Spellings(method).Contains(near)).Name.In(language)
        : null;

    public static string Names(string language) => string.Join(", ", Alternatives.Select(method => method.Name.In(language)));

    private static IEnumerable<string> Spellings(Alternative method) => [.. method.Name.All, .. method.Aliases, method.Value];

    private static bool Same(string one, string other) => TypedText.Loose(one) == TypedText.Loose(other);
}
