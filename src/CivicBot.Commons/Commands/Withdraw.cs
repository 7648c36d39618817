using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>Take a ballot back: <c>/withdraw 1</c>.</summary>
internal static class Withdraw
{
    public static Command Command { get; } = new(CommonsTexts.All.Command("withdraw", CommonsTexts.Decision), Handle);

    private static Answer Handle(Asked asked, CollectiveView view) =>
        asked.Number("decision") is not { } number ? CommonsTexts.WhichOne(asked, view)
        : view.Find(number) is { } decision ? Of(asked, decision)
        : new Answer.Submit(new WithdrawBallot(new DecisionId(number)), _ => null);

    /// <summary>Take back the asker's ballot in this decision.</summary>
    public static Answer Of(Asked asked, DecisionView decision) => new Answer.Submit(new WithdrawBallot(decision.Id), accepted =>
        Document.Of(Lines.Sentences(
            CommonsTexts.All.Line(asked.Language, "withdraw.done", decision, ("before", OptionWords.Listed(decision, decision.MyBallot?.Ballot, asked.Language))),
            CommonsTexts.All.Line(asked.Language, "withdraw.again", ("until", decision.Clock.Until(decision.ClosesAt, asked.At, asked.Language)),
                ("number", decision.Number), ("option", OptionWords.Typed(decision, OptionWords.Of(decision.MyBallot?.Ballot).FirstOrDefault(1), asked.Language))),
            accepted.Code is { } code ? CommonsTexts.All.Line(asked.Language, "vote.code", ("code", new Inline.Code(code))) : null)));
}
