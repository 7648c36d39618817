using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>What was said in consent rounds and stays on record: concerns, objections that stand, and juries by name.</summary>
internal static class ConsentLines
{
    public static IEnumerable<Part> Of(Pen pen)
    {
        var objections = pen.Proposal.Parts.Where(part => part.Part is Objection).ToList();
        List<Line> concerns =
        [
            .. (pen.About.NamedBallots ?? []).Where(cast => cast.Ballot is Ballot.Consent { Concern: not null })
                .Select(cast => pen.Line("result.concern", ("name", pen.Name(cast.Name)), ("concern", pen.Typed(((Ballot.Consent)cast.Ballot!).Concern)))),
            .. objections.Where(part => part.Part.State is PartState.Concern)
                .Select(part => pen.Line("result.concern.objection", ("part", PartsList.Number(part)), ("name", pen.Name(part.By)), ("concern", pen.Typed(((Objection)part.Part).Aim)))),
        ];
        if (concerns.Count > 0) yield return pen.Text("result.concerns");
        if (concerns.Count > 0) yield return new Part.Facts(concerns);

        var standing = objections.Where(part => part.Part.State is PartState.Open or PartState.Accepted).ToList();
        if (standing.Count > 0) yield return pen.Text("card.objections");
        if (standing.Count > 0) yield return new Part.Facts([.. standing.Select(part => PartsList.Objected(pen, part))]);

        var judged = objections.Where(part => part.Asked?.Verdicts.Count > 0).ToList();
        if (judged.Count > 0) yield return pen.Text("result.juries");
        if (judged.Count > 0) yield return new Part.Facts([.. judged.Select(part => Jury(pen, part))]);
    }

    /// <summary>“7.3: bob says a preference, carol says an objection, dan did not answer”.</summary>
    private static Line Jury(Pen pen, PartView part) => pen.Line("result.jury", ("part", PartsList.Number(part)), ("verdicts", Lines.Join(", ", part.Asked!.Verdicts.Select(one => pen.Line(one.Verdict switch
    {
        Verdict.Objection => "result.verdict.objection",
        Verdict.Preference => "result.verdict.preference",
        _ => "result.verdict.none",
    }, ("name", pen.Name(one.Name)))))));
}
