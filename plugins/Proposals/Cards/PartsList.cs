using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>What members added to a proposal, by number: what is still open, for a card.</summary>
internal static class PartsList
{
    public static IEnumerable<Part> Of(Pen pen)
    {
        var open = pen.Proposal.Parts.Where(part => part.Part.State is PartState.Open or PartState.Conflicting || IsAnObjectionThatStands(part)).ToList();
        return
        [
            .. Listed(pen, "card.suggestions", open.Where(part => part.Part is Suggestion), Suggested),
            .. Listed(pen, "card.amendments", open.Where(part => part.Part is Amendment), Amended),
            .. Listed(pen, "card.rivals", open.Where(part => part.Part is Rival), Rivalling),
            .. Listed(pen, "card.objections", open.Where(part => part.Part is Objection), Objected),
        ];
    }

    /// <summary>“7.1 must · “It is insured” · bob”.</summary>
    public static Line Suggested(Pen pen, PartView part)
    {
        var suggestion = (Suggestion)part.Part;
        return pen.Line("part.suggestion", ("part", Number(part)), ("degree", new Inline.Words(pen.Words(Degree(suggestion.Degree)))), ("text", pen.Typed(suggestion.Text)), ("by", pen.Name(part.By)));
    }

    /// <summary>An amendment as what it changes; below it where it stands.</summary>
    public static Line Amended(Pen pen, PartView part)
    {
        var amendment = (Amendment)part.Part;
        return Lines.Sentences(
            pen.Line("part.amendment", ("part", Number(part)), ("by", pen.Name(part.By)), ("difference", TextParts.Difference(pen, amendment.From, amendment.Text))),
            amendment.State is PartState.Conflicting ? pen.Line("part.conflicting")
            : part is { Asked: { } asked, Part.State: PartState.Open } ? pen.Line("part.asked", ("ends", pen.Moment(asked.Ends)), ("n", asked.Answered), ("all", asked.Of), ("part", Number(part)))
            : null);
    }

    public static Line Objected(Pen pen, PartView part)
    {
        var objection = (Objection)part.Part;
        return Lines.Sentences(
            pen.Line("part.objection", ("part", Number(part)), ("by", pen.Name(part.By)), ("aim", pen.Typed(objection.Aim)), ("lift", pen.Typed(objection.Lift))),
            objection.State is PartState.Accepted ? pen.Line("part.objection.stands")
            : objection.Jury is { } jury ? pen.Line("part.jury", ("n", jury.Verdicts.Count), ("all", jury.Members.Count), ("ends", pen.Moment(jury.Ends)))
            : objection.WasContested ? pen.Line("part.drawing")
            : objection.Contesters.Count > 0 ? pen.Line("part.contested", ("part", Number(part)))
            : null);
    }

    public static Inline Number(PartView part) => new Inline.Words(part.Id.ToString());

    private static Line Rivalling(Pen pen, PartView part)
    {
        var title = ("title", (object)pen.Typed(((Rival)part.Part).Title));
        return pen.About.Phase is Phase.Voting ? pen.Line("part.rival.voting", ("part", Number(part)), title, ("by", pen.Name(part.By)))
            : pen.Line("part.rival", ("part", Number(part)), title, ("by", pen.Name(part.By)), ("n", part.Asked!.Answered), ("needed", part.Asked.Of));
    }

    private static bool IsAnObjectionThatStands(PartView part) => part.Part is Objection { State: PartState.Accepted };

    private static string Degree(Degree degree) => degree switch
    {
        Core.Degree.Must => "part.must",
        Core.Degree.Should => "part.should",
        Core.Degree.ShouldNot => "part.should-not",
        Core.Degree.MustNot => "part.must-not",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<Part> Listed(Pen pen, string heading, IEnumerable<PartView> parts, Func<Pen, PartView, Line> said)
    {
        var lines = parts.Select(part => said(pen, part)).ToList();
        return lines.Count == 0 ? [] : [pen.Text(heading), new Part.Facts(lines)];
    }
}
