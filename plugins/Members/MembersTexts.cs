using CivicBot.Sdk;

namespace CivicBot.Members;

/// <summary>The texts of this plugin.</summary>
internal static class MembersTexts
{
    public static Texts All { get; } = Texts.Of(typeof(MembersTexts).Assembly);
}
