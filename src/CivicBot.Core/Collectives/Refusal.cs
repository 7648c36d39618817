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

    /// <summary>There is no account that asks for it, or its ten minutes are over.</summary>
    public sealed record NoSuchLink : Refusal;

    public sealed record AlreadyLinked : Refusal;

    /// <summary>Both are counted in a decision whose voices are on their way: the link can be made after its close.</summary>
    public sealed record LinkLater(DecisionId Id, DateTimeOffset Ends) : Refusal;

    public sealed record NotYourAccount : Refusal;

    public sealed record OnlyAccount : Refusal;

    /// <summary>The account was another member's when this decision was open already.</summary>
    public sealed record VotedAsAnother(DecisionId Id) : Refusal;

    public sealed record RoomAdminsOnly : Refusal;

    /// <summary>The room belongs to the collective already.</summary>
    public sealed record RoomIsLinked : Refusal;

    /// <summary>The code was made by somebody else: who links a room acts in both.</summary>
    public sealed record NotTheSamePerson : Refusal;

    /// <summary>Something was decided: from then on the collective decides which rooms belong to it.</summary>
    public sealed record RoomsJoinByProposal : Refusal;

    public sealed record LastRoom : Refusal;

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

    public sealed record ObserversCannot : Refusal;

    public sealed record MembersOnly : Refusal;

    public sealed record NoSuchMember : Refusal;

    public sealed record NotForYourself : Refusal;

    public sealed record NoSuchTopic(string Typed) : Refusal;

    public sealed record TooManyTopics(int Most) : Refusal;

    public sealed record TooManyProposals(int Open) : Refusal;

    public sealed record SecretComesLater : Refusal;

    public sealed record UnfitReview : Refusal;

    public sealed record UnfitRule(string Key, string Typed) : Refusal;

    /// <summary>The rule is what it was proposed to become.</summary>
    public sealed record RuleIsSo(string Key, string Value) : Refusal;

    /// <summary>Its phase is one before voting.</summary>
    public sealed record NotYetVoting(DecisionId Id, Phase Phase, DateTimeOffset PhaseEnds) : Refusal;

    /// <param name="At">When the roll was fixed.</param>
    /// <param name="Members">How many are on it.</param>
    public sealed record NotOnTheRoll(DecisionId Id, DateTimeOffset At, int Members) : Refusal;

    /// <summary>A binding vote closes by its rule, and by nobody.</summary>
    public sealed record NobodyClosesIt(DecisionId Id, DateTimeOffset ClosesAt) : Refusal;

    public sealed record NotAProposal(DecisionId Id) : Refusal;

    public sealed record NothingToRepeat(DecisionId Id) : Refusal;

    public sealed record TooSoonAgain(DecisionId Id, DateTimeOffset From) : Refusal;

    public sealed record TextIsFixed(DecisionId Id) : Refusal;

    /// <summary>The text of a change of rule is the rule itself.</summary>
    public sealed record RuleTextIsFixed(DecisionId Id) : Refusal;

    public sealed record NotYetDiscussed(DecisionId Id) : Refusal;

    public sealed record NoSupport(DecisionId Id) : Refusal;

    public sealed record SameText(DecisionId Id) : Refusal;

    public sealed record CaseIsTaken(DecisionId Id) : Refusal;

    public sealed record NoRivalsHere(DecisionId Id) : Refusal;

    public sealed record TooManyRivals(DecisionId Id, int Most) : Refusal;

    public sealed record NotAdopted(DecisionId Id) : Refusal;

    public sealed record ReviewComesLater(DecisionId Id, DateTimeOffset At) : Refusal;

    public sealed record NoRoundNow(DecisionId Id) : Refusal;

    public sealed record NothingToDraw(DecisionId Id) : Refusal;

    public sealed record NoSuchPart(PartId Part) : Refusal;

    public sealed record NotYourPart(PartId Part) : Refusal;

    public sealed record AlreadySettled(PartId Part, PartState State) : Refusal;

    public sealed record AmendmentCollides(PartId Part) : Refusal;

    /// <summary>The supporters are voting on it.</summary>
    public sealed record SupportersDecide(PartId Part, DateTimeOffset Ends) : Refusal;

    public sealed record SupportersOnly(PartId Part) : Refusal;

    /// <summary>Its author may still answer until then.</summary>
    public sealed record AuthorHasTime(PartId Part, DateTimeOffset Until) : Refusal;

    /// <summary>What waits for its author's answer is no rival yet.</summary>
    public sealed record AuthorDecidesFirst(PartId Part, DateTimeOffset Until) : Refusal;

    public sealed record NotDrawn(PartId Part) : Refusal;

    public sealed record DelegationIsOff : Refusal;

    public sealed record NotToYourself : Refusal;

    public sealed record NotToAnObserver(MemberId Member) : Refusal;

    /// <summary>A vote is kept where a wider delegation would reach: on a topic, in a decision.</summary>
    public sealed record NobodyNeedsAScope : Refusal;

    /// <summary>Nobody can vote for others in this decision.</summary>
    public sealed record EachForHimself(DecisionId Id) : Refusal;

    public sealed record UntilTooLate(DateTimeOffset Latest) : Refusal;

    public sealed record NoSuchDelegation : Refusal;

    public sealed record NoSuchOffer(MemberId Delegator) : Refusal;
}
