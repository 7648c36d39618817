using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>The texts of proposals.</summary>
internal static class ProposalsTexts
{
    public static Texts All { get; } = Texts.Of(typeof(ProposalsTexts).Assembly);
}
