namespace CivicBot.Core;

public abstract partial record Ballot
{
    /// <summary>An answer in a consent round. An objection only says here that there is one: its reasons are a numbered part of the decision.</summary>
    public sealed record Consent : Ballot
    {
        /// <param name="answer">What is answered.</param>
        /// <param name="concern">What troubles whoever consents all the same.</param>
        public Consent(ConsentAnswer answer, string? concern = null) =>
            (Answer, Concern) = (answer, concern is null ? null : TypedText.IsWhole(concern) ? TypedText.Normalize(concern) : concern);

        public ConsentAnswer Answer { get; }

        public string? Concern { get; }

        public override Refusal? Refuse(Decision decision) =>
            decision.Method is not Method.Consent || (Concern is not null && Answer is not ConsentAnswer.Concern) ? new Refusal.OtherAnswersOffered(decision.Id)
            : Concern is null ? null
            : TypedText.Refuse(Concern, TypedText.TitleLength);
    }
}

/// <summary>An answer in a consent round. There is no abstaining: who stands aside does not count (SEMANTICS 3.8).</summary>
public enum ConsentAnswer
{
    Consent,
    Concern,
    Object,
    StandAside,
}
