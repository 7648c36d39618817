using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>What a decision asks, in one line.</summary>
internal static class Titles
{
    public static Line Of(DecisionView decision, string language) => TitleWords.Of(decision, language);
}
