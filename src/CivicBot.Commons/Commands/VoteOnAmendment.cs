using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>Vote on an amendment, as one of the supporters: <c>/vote 7.1 for</c>.</summary>
internal static class VoteOnAmendment
{
    public static Answer Handle(Asked asked, CollectiveView view, PartId part)
    {
        if (ChoiceReader.Stance(asked.Text("choice")) is { } position) return new Answer.Submit(new VoteOnPart(part, position), accepted => Said(asked, accepted, part, position));
        return new Answer.Refuse(view.Find(part.Decision.Number) is { Proposal: not null } ? Document.Of(CommonsTexts.All.Line(asked.Language, "vote.part.which", ("part", Number(part))))
            : RefusalTexts.Of(view.Find(part.Decision.Number) is null ? new Refusal.NoSuchDecision(part.Decision, view.Decisions.Count()) : new Refusal.NoSuchPart(part), view, asked));
    }

    private static Document Said(Asked asked, Accepted accepted, PartId part, Position position)
    {
        var language = asked.Language;
        var after = accepted.View.Find(part.Decision.Number)!;
        return Document.Of(Lines.Sentences(
            CommonsTexts.All.Line(language, accepted.Events.OfType<PartBallotCast>().Any() ? "vote.part" : "vote.part.still", ("part", Number(part)),
                ("choice", new Inline.Words(ChoiceReader.Word(position, language)))),
            after.Proposal?.Find(part.Number)?.Asked is { } asking ? CommonsTexts.All.Line(language, "vote.until", ("until", after.Clock.Until(asking.Ends, asked.At, language))) : null,
            accepted.Code is { } code ? CommonsTexts.All.Line(language, "vote.code", ("code", new Inline.Code(code))) : null));
    }

    private static Inline Number(PartId part) => new Inline.Words(part.ToString());
}
