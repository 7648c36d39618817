namespace CivicBot.Core;

/// <summary>How a decision by consent goes (SEMANTICS 3.8).</summary>
/// <param name="Answers">Which share of the roll must answer for silence not to be taken for consent.</param>
/// <param name="Fallback">The vote that follows if objections stay open after the last round; null: the proposal is dropped.</param>
public sealed record ConsentRule(Fraction Answers, int Rounds, Majority? Fallback)
{
    /// <summary>How many answers it takes.</summary>
    public long Needed(long roll) => Answers.CeilingOf(roll);
}
