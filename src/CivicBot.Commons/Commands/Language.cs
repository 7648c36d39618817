using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>The language I am answered in: <c>/language fr</c>. Kept privately, and never an entry of the ledger.</summary>
internal static class Language
{
    public static IReadOnlyList<Alternative> Alternatives { get; } =
        [.. Localized.Languages.Select(language => CommonsTexts.All.Alternative($"language.{language}", language))];

    public static Command Command { get; } = new(
        CommonsTexts.All.Command("language", CommonsTexts.All.Parameter("language", ParameterKind.OneOf, [.. Alternatives]) with { Positional = true }) with { Anywhere = true },
        Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var wanted = asked.Text("language");
        if (wanted.Length == 0) return new Answer.Show(Document.Of(CommonsTexts.All.Line(asked.Language, "language.which")));
        return Localized.Languages.Contains(wanted)
            ? new Answer.Prefer("language", wanted, Document.Of(CommonsTexts.All.Line(wanted, "language.done")))
            : new Answer.Refuse(Document.Of(CommonsTexts.All.Line(asked.Language, "language.unknown", ("typed", wanted))));
    }
}
