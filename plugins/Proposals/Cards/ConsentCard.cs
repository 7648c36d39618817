using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>A consent round: it looks for objections, not for a majority, and asks of each what it protects and what would lift it.</summary>
internal static class ConsentCard
{
    public static IEnumerable<Part> Of(Pen pen)
    {
        var (decision, proposal) = (pen.About, pen.Proposal);
        var terms = proposal.Terms.Consent;
        foreach (var part in TextParts.Of(pen)) yield return part;
        yield return new Part.Text(Lines.Sentences(
            pen.Line("card.round", ("round", proposal.Round), ("of", terms.Rounds), ("closes", pen.Moment(decision.ClosesAt))), pen.Line("card.consent.means")));
        yield return new Part.Text(Lines.Sentences(
            terms.Needed(decision.Roll ?? 0) is > 0 and var needed ? pen.Line("card.consent.needs", ("n", needed), ("roll", decision.Roll ?? 0)) : pen.Line("card.consent.silence"),
            decision.Voters == 0 ? pen.Line("card.answered.none") : pen.Line("card.answered", ("n", decision.Voters))));
        if (decision.Tally is { } tally) yield return VotingCard.Bars(decision, pen.Language, tally.Counts);
        foreach (var part in PartsList.Of(pen)) yield return part;
        yield return Answering(pen);
        yield return pen.Text("card.object");
        if (proposal.Parts.Any(part => part.Part is Objection { State: PartState.Open, WasContested: false } objection && objection.Round == proposal.Round)) yield return pen.Text("card.contest");
        yield return new Part.Note(Lines.Sentences(
            VotingCard.OnTheRoll(pen),
            Ahead.Seeing(pen),
            pen.Line("card.each"),
            proposal.Round < terms.Rounds ? pen.Line("card.round.again") : pen.Line("card.else", ("else", Ahead.Else(pen))),
            pen.Line("card.review", ("moment", pen.Moment(decision.ClosesAt + proposal.Review)))));
    }

    /// <summary>An objection needs its reasons, so it is typed and not pressed.</summary>
    public static Part.Choices Answering(Pen pen)
    {
        return new Part.Choices([Answer(1), Answer(4)], Public: pen.About.Mode is Mode.Open, pen.Line("card.consent.type"));

        Choice Answer(int option) => new(OptionWords.Label(pen.About, option, pen.Language), $"vote {pen.About.Number} #{option}");
    }
}
