using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>The buttons by which one votes in a decision.</summary>
internal static class VoteButtons
{
    public static IEnumerable<Choice> Votes(DecisionView decision, string language) => Enumerable.Range(1, OptionWords.Count(decision))
        .Select(option => new Choice(OptionWords.Label(decision, option, language), $"vote {decision.Number} #{option}"));

    /// <summary>The buttons, with the same to type.</summary>
    public static Part.Choices Of(DecisionView decision, string language, IEnumerable<Choice>? before = null, IEnumerable<Choice>? after = null) => new(
        [.. before ?? [], .. Votes(decision, language), .. after ?? []], Public: false,
        DelegationTexts.All.Line(language, "vote.typed", ("number", decision.Number), ("option", OptionWords.Typed(decision, 1, language))));
}
