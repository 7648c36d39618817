using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>What the voter reads at once: exactly what was recorded, until when it can be changed, who sees it.</summary>
internal static class VoteAnswer
{
    /// <param name="asked">How it was asked.</param>
    /// <param name="accepted">What came of it.</param>
    /// <param name="id">The decision.</param>
    /// <param name="before">What stood before.</param>
    public static Document Of(Asked asked, Accepted accepted, DecisionId id, Ballot? before)
    {
        var language = asked.Language;
        var decision = accepted.View.Find(id.Number)!;
        var choice = OptionWords.Listed(decision, decision.MyBallot?.Ballot, language);
        var recorded = accepted.Events.OfType<BallotCast>().Any();
        var (cast, replaced) = (recorded && before is null, recorded && before is not null);
        // A double tap where several may be chosen is answered like the first.
        var again = !recorded && decision.Method is Method.Approval && asked.Manner is Manner.Pressed;

        var said = CommonsTexts.All.Line(language, cast || again ? "vote.recorded" : replaced ? "vote.changed" : "vote.still", decision,
            ("choice", choice), ("before", OptionWords.Listed(decision, before, language)));
        Line? place = asked.InPrivate && accepted.View.Name is { } name ? CommonsTexts.All.Line(language, "private.place", ("name", name)) : null;
        Line? change = replaced ? null
            : decision.Rule.Change ? CommonsTexts.All.Line(language, "vote.until", ("until", decision.Clock.Until(decision.ClosesAt, asked.At, language)))
            : CommonsTexts.All.Line(language, "vote.stands");
        Line? sealing = decision.Mode is Mode.Sealed ? CommonsTexts.All.Line(language, "vote.sealed") : null;
        Line? code = accepted.Code is { } digits ? CommonsTexts.All.Line(language, "vote.code", ("code", new Inline.Code(digits))) : null;

        var parts = new List<Part> { new Part.Text(Lines.Sentences(place, said, change, sealing, code)) };
        if (decision.MyBallot?.Ballot is Ballot.Consent { Answer: ConsentAnswer.Concern, Concern: null })
        {
            parts.Add(new Part.Text(CommonsTexts.All.Line(language, "vote.concern", ("number", decision.Number))));
        }
        if (!recorded && !again && decision.Rule.Change)
        {
            parts.Add(new Part.Choices([new Choice(CommonsTexts.All.Words(language, "vote.take-back"), $"withdraw {decision.Number}")], Public: false,
                CommonsTexts.All.Line(language, "vote.take-back.typed", ("number", decision.Number))));
        }
        if (cast && accepted.View.Decisions.Count(other => other.MyBallot is not null) == 1) parts.Add(new Part.Note(CommonsTexts.All.Line(language, "vote.tip")));
        return new Document(parts);
    }
}
