namespace CivicBot.Core;

/// <summary>Why not, in terms the member can act on. The texts, in each language, are the Sdk's.</summary>
public abstract record Refusal
{
    private protected Refusal()
    {
    }

    public sealed record NothingFounded : Refusal;

    public sealed record NotTheFounder(string? Collective) : Refusal;

    public sealed record RulesChangeByProposal : Refusal;

    public sealed record NotInTheRoom : Refusal;

    /// <param name="Last">The highest number there is; 0 where nothing was opened yet.</param>
    public sealed record NoSuchDecision(DecisionId Id, int Last) : Refusal;

    public sealed record AlreadyClosed(DecisionId Id, DateTimeOffset ClosedAt, DateTimeOffset At) : Refusal;

    public sealed record NotTheOpener(DecisionId Id) : Refusal;

    public sealed record BallotsWereCast(DecisionId Id) : Refusal;

    public sealed record NoEarlyClose(DecisionId Id, DateTimeOffset ClosesAt) : Refusal;

    public sealed record NoBallot(DecisionId Id) : Refusal;

    /// <summary>The decision was opened with <c>change:no</c>: a ballot stands as it was cast.</summary>
    public sealed record BallotsStand(DecisionId Id) : Refusal;

    public sealed record OthersSawIt(DecisionId Id) : Refusal;

    public sealed record NothingChosen(DecisionId Id) : Refusal;

    public sealed record NoSuchOption(DecisionId Id, string Typed) : Refusal;

    /// <summary>A yes/no question was answered with an option, or the other way round.</summary>
    public sealed record OtherAnswersOffered(DecisionId Id) : Refusal;

    public sealed record TooManyChosen(DecisionId Id, int Chosen, int Most) : Refusal;

    public sealed record TooFewOptions(int Given) : Refusal;

    public sealed record TooManyOptions(int Given, int Most) : Refusal;

    public sealed record TwinOptions(string One, string Other) : Refusal;

    public sealed record YesNoHasItsOwnAnswers : Refusal;

    public sealed record UnfitMax(int Max, int Options) : Refusal;

    public sealed record SecretNeedsARoll : Refusal;

    public sealed record ClosesInThePast(DateTimeOffset At) : Refusal;

    public sealed record ClosesTooLate(DateTimeOffset Latest) : Refusal;

    public sealed record EmptyText : Refusal;

    public sealed record TextTooLong(int Most, int Given) : Refusal;

    public sealed record UnreadableText : Refusal;
}
