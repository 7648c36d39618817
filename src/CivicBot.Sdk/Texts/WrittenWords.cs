using CivicBot.Chat;

namespace CivicBot.Sdk;

/// <summary>What somebody wrote, as a sentence shows it: in one line, or “(erased)” where nobody can tell any more.</summary>
public static class WrittenWords
{
    /// <param name="text">Null once erased.</param>
    public static Inline Of(string? text, string language) =>
        text is null ? new Inline.Words(SdkTexts.All.Words(language, "erased")) : new Inline.Typed(text.ReplaceLineEndings(" "));
}
