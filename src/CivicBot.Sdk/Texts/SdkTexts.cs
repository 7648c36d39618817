namespace CivicBot.Sdk;

/// <summary>The texts of the Sdk itself.</summary>
internal static class SdkTexts
{
    public static Texts All { get; } = Texts.Of(typeof(SdkTexts).Assembly);
}
