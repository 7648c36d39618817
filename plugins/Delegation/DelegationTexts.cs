using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>The texts of delegation.</summary>
internal static class DelegationTexts
{
    public static Texts All { get; } = Texts.Of(typeof(DelegationTexts).Assembly);
}
