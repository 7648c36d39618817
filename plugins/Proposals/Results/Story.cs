using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>How a proposal came about and what followed: its text and rivals whole, its way through the phases, every part and what became of it, and its aftermath.</summary>
internal static class Story
{
    public static Document Of(DecisionView decision, string language)
    {
        var pen = new Pen(decision, language);
        return new Document(
        [
            // A running one shows its text on its card already.
            .. decision.IsRunning && decision.Phase is not Phase.Tallying ? [] : TextParts.Of(pen),
            .. Rivals(pen),
            new Part.Facts([.. Way(pen)]),
            .. Parts(pen),
            .. Aftermath(pen),
        ]);
    }

    private static IEnumerable<Part> Rivals(Pen pen)
    {
        foreach (var part in pen.Proposal.Parts)
        {
            if (part.Part is not Rival rival || rival.State is PartState.Withdrawn or PartState.Superseded) continue;
            yield return pen.Text("story.rival", ("part", PartsList.Number(part)), ("title", pen.Typed(rival.Title)), ("by", pen.Name(part.By)));
            if (rival.Body is { } body) yield return pen.Text("card.text", ("text", body));
        }
    }

    private static IEnumerable<Line> Way(Pen pen)
    {
        var (decision, proposal) = (pen.About, pen.Proposal);
        if (decision.Version > 1) yield return pen.Line("story.version", ("version", decision.Version), ("n", decision.Version - 1));
        yield return pen.Line("story.support", ("n", proposal.Supporters), ("needed", proposal.Needed));
        foreach (var phase in decision.Phases)
        {
            // What is under way says so on its card; a phase of no length is not one.
            if (phase.Phase == decision.Phase) continue;
            if (phase.Phase is Phase.Discussion) yield return pen.Line("story.discussed", ("ends", pen.Moment(phase.Ends)));
            if (phase.Phase is Phase.Frozen && proposal.Lasts.Frozen > TimeSpan.Zero) yield return pen.Line("story.frozen", ("ends", pen.Moment(phase.Ends)));
        }
        if (decision.Roll is { } roll)
        {
            yield return pen.Line("story.voting", ("began", pen.Moment(decision.PhaseBegan)), ("ends", pen.Moment(decision.ClosesAt)));
            yield return decision.Stamps.Roll is { } hash ? pen.Line("story.roll.hash", ("n", roll), ("hash", new Inline.Code(hash))) : pen.Line("story.roll", ("n", roll));
        }
        if (decision.Stamps.Text is { } text) yield return pen.Line("story.text", ("version", decision.Version), ("hash", new Inline.Code(text)));
    }

    private static IEnumerable<Part> Parts(Pen pen)
    {
        var parts = pen.Proposal.Parts;
        if (parts.Count == 0) yield break;
        yield return pen.Text("story.parts");
        yield return new Part.Facts([.. parts.Select(part => pen.Line("story.part", ("said", Said(pen, part)), ("became", pen.Line(Became(part.Part)))))]);
    }

    private static Line Said(Pen pen, PartView part) => part.Part switch
    {
        Suggestion => PartsList.Suggested(pen, part),
        Amendment amendment => pen.Line("part.amendment", ("part", PartsList.Number(part)), ("by", pen.Name(part.By)), ("difference", TextParts.Difference(pen, amendment.From, amendment.Text))),
        Rival rival => pen.Line("story.rival", ("part", PartsList.Number(part)), ("title", pen.Typed(rival.Title)), ("by", pen.Name(part.By))),
        Objection objection => pen.Line("part.objection", ("part", PartsList.Number(part)), ("by", pen.Name(part.By)), ("aim", pen.Typed(objection.Aim)), ("lift", pen.Typed(objection.Lift))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Became(ProposalPart part) => (part, part.State) switch
    {
        (Suggestion, PartState.Accepted) => "became.met",
        (Amendment, PartState.Accepted) => "became.taken",
        (Objection, PartState.Accepted) => "became.stands",
        (Amendment, PartState.Rejected) => "became.not-taken",
        (Objection, PartState.Withdrawn) => "became.lifted",
        (_, PartState.Withdrawn) => "became.withdrawn",
        (Rival, PartState.Superseded) => "became.unsupported",
        (Objection, PartState.Superseded) => "became.answered",
        (_, PartState.Superseded) => "became.overtaken",
        (_, PartState.Conflicting) => "became.conflicting",
        (_, PartState.Concern) => "became.concern",
        _ => "became.open",
    };

    private static IEnumerable<Part> Aftermath(Pen pen)
    {
        if (pen.Proposal.Aftermath is not { } aftermath) yield break;
        yield return pen.Text("story.aftermath");
        var facts = new List<Line>();
        if (aftermath.Statement is { } statement) facts.Add(pen.Line("story.statement", ("statement", pen.Typed(statement))));
        if (aftermath.Owner is not null) facts.Add(pen.Line("story.owner", ("owner", pen.Name(pen.Proposal.Owner))));
        if (aftermath.Due is { } due) facts.Add(pen.Line("story.due", ("due", pen.Moment(due))));
        facts.Add(pen.Line(aftermath.Progress switch
        {
            Progress.Done => "story.progress.done",
            Progress.Abandoned => "story.progress.abandoned",
            Progress.Sunset => "story.progress.sunset",
            _ => "story.progress.running",
        }));
        facts.Add(pen.Line("story.review", ("review", pen.Moment(aftermath.Review))));
        if (aftermath.Answers.Count > 0)
        {
            facts.Add(pen.Line("story.answers", ("done", pen.Proposal.Answered(FollowUp.Done)), ("useless", pen.Proposal.Answered(FollowUp.NotHelped)), ("not", pen.Proposal.Answered(FollowUp.NotDone))));
        }
        yield return new Part.Facts(facts);
    }
}
