using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>What members and rooms are told of proposals without having asked. Each says in its first line what it is about, and ends with what can be done.</summary>
internal static class Telling
{
    public static Document? Of(Told told, CollectiveView view, string language) => told switch
    {
        Told.Discussion about => About(view, about.Decision, language, pen => new Document(pen.Text("told.discussion", ("title", pen.Title)))),
        Told.EarlyClose early => About(view, early.Decision, language, pen => new Document(
            pen.Text("told.early", ("title", pen.Title), ("closes", pen.About.Clock.Moment(early.At, language, view.Now))), VotingCard.Choosing(pen))),
        Told.ReviewDue review => About(view, review.Decision, language, pen => Review(pen, view.Now)),
        Told.CloseIsNear near => About(view, near.Decision, language, pen => new Document(
            pen.Text("told.near", ("title", pen.Title), ("closes", pen.About.Clock.Moment(pen.About.ClosesAt, language, view.Now))), Answering(pen))),
        Told.TextChanged changed => About(view, changed.Decision, language, Changed),
        Told.DrawnAsJuror drawn => About(view, drawn.Part.Decision.Number, language, pen => Drawn(pen, drawn.Part.Number)),
        Told.Digest digest => Digest.Of(digest, view, language),
        // How entrusted voices go is told by whoever keeps delegations.
        _ => null,
    };

    private static Document? About(CollectiveView view, int number, string language, Func<Pen, Document?> say) =>
        view.Find(number) is { Proposal: not null } decision ? say(new Pen(decision, language)) : null;

    private static Part.Choices Answering(Pen pen) => pen.About.Method is Method.Consent ? ConsentCard.Answering(pen) : VotingCard.Choosing(pen);

    private static Document Review(Pen pen, DateTimeOffset now)
    {
        var number = pen.About.Number;
        return new Document(
            pen.Text("told.review", ("title", pen.Title), ("n", (now - pen.About.ClosesAt).Days)),
            new Part.Choices(
                [
                    new Choice(pen.Words("told.review.done"), $"followup {number} done"),
                    new Choice(pen.Words("told.review.not-helped"), $"followup {number} not-helped"),
                    new Choice(pen.Words("told.review.not"), $"followup {number} not"),
                ],
                Public: true, pen.Line("told.review.type")));
    }

    private static Document Changed(Pen pen) => new(
        pen.Text("told.changed", ("title", pen.Title)),
        new Part.Facts([TextParts.Difference(pen, pen.Proposal.TextBefore, pen.About.Body)]),
        SupportCard.Supporting(pen));

    private static Document? Drawn(Pen pen, int number)
    {
        if (pen.Proposal.Find(number) is not { Part: Objection { Jury: { } jury } objection } part) return null;
        var told = PartsList.Number(part);
        return new Document(
            pen.Text("told.juror", ("title", pen.Title), ("n", jury.Members.Count - 1), ("part", told), ("by", pen.Name(part.By))),
            new Part.Facts([pen.Line("told.juror.aim", ("aim", pen.Typed(objection.Aim))), pen.Line("told.juror.lift", ("lift", pen.Typed(objection.Lift)))]),
            pen.Text("told.juror.test"),
            new Part.Choices(
                [new Choice(pen.Words("told.juror.objection"), $"judge {part.Id} objection"), new Choice(pen.Words("told.juror.preference"), $"judge {part.Id} preference")],
                Public: false, pen.Line("told.juror.type", ("part", told))),
            new Part.Note(pen.Line("told.juror.until", ("ends", pen.Moment(jury.Ends)))));
    }
}
