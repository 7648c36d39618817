using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>What a decision asks, in one line.</summary>
internal static class Titles
{
    public static Inline Of(DecisionView decision, string language) => decision.Title is { } title
        ? new Inline.Typed(title.ReplaceLineEndings(" "))
        : new Inline.Words(CommonsTexts.All.Words(language, "erased"));
}
