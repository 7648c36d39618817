using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>What came of a proposal: the outcome, why in numbers, whose voices it was, and what happens next. A result explains itself.</summary>
internal static class ResultCard
{
    private static readonly TimeSpan Rest = TimeSpan.FromDays(7);

    public static Document Of(DecisionView decision, string language)
    {
        // A result is stored in the same batch as the end of voting, unless a lot is awaited; without one there is only the card to show.
        if (decision.Outcome is not { } outcome) return Card.Of(decision, language);
        var pen = new Pen(decision, language);
        var parts = new List<Part>
        {
            new Part.Heading(pen.Line("result.title", ("outcome", pen.Outcome), ("title", pen.Title)), pen.Line("result.aside")),
            new Part.Text(Why.Of(pen)),
        };
        if (outcome is Outcome.Adopted && pen.Proposal.Changes is { } change)
        {
            parts.Add(new Part.Facts([RuleSentences.Of(change.Key, change.To, language)]));
            parts.Add(pen.Text("result.rule"));
        }
        if (decision.Result is { } result)
        {
            parts.Add(VotingCard.Bars(decision, language, result.Counts));
            if (result.Method is Method.Schulze) parts.Add(pen.Text("card.firsts"));
            parts.Add(new Part.Text(Lines.Sentences(TurnoutLines.Of(pen, result))));
            if (decision.TakesDelegations && VotingCard.Carriers(pen) is { } carriers) parts.Add(new Part.Text(carriers));
            if (result.Tie is TieStep.FewerLowest) parts.Add(pen.Text("result.fewer-lowest"));
            if (result.Lot is { } lot) parts.Add(new Part.Text(Drawn(pen, lot)));
        }
        parts.AddRange(ConsentLines.Of(pen));
        parts.Add(new Part.Text(Next(pen, outcome)));
        parts.Add(new Part.Note(pen.Line(decision.Voters > 0 ? "result.names" : "result.story")));
        return new Document(parts);
    }

    private static Line Next(Pen pen, Outcome outcome) => outcome is Outcome.Adopted
        ? Lines.Sentences(
            pen.Proposal.Aftermath is { } aftermath ? pen.Line("result.review", ("review", pen.Moment(aftermath.Review))) : null,
            pen.Proposal.Aftermath?.Owner is null ? pen.Line("result.owner") : null)
        : pen.About.Title is null ? pen.Line("result.nothing") : pen.Line("result.again", ("again", pen.Moment(pen.About.ClosesAt + Rest)));

    private static Line Drawn(Pen pen, DrawnLot lot) => pen.Line("result.lot", ("options", OptionWords.Listed(pen.About, lot.Order, pen.Language)),
        ("beacon", new Inline.Code(lot.Beacon)), ("seed", new Inline.Code(lot.Seed)));
}
