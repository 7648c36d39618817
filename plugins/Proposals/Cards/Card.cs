using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>
/// A proposal as it stands in its room. Read from above: what it is about, what it says, how it stands and until when, what one can do, and in small print
/// by which rules. It says the same to everyone, and while a sealed vote runs it counts nothing but voters.
/// </summary>
internal static class Card
{
    public static Document Of(DecisionView decision, string language)
    {
        var pen = new Pen(decision, language);
        IEnumerable<Part> said = decision.Phase switch
        {
            Phase.Support => SupportCard.Of(pen),
            Phase.Discussion => DiscussionCard.Of(pen),
            Phase.Frozen => FrozenCard.Of(pen),
            Phase.Voting when decision.Method is Method.Consent => ConsentCard.Of(pen),
            Phase.Voting => VotingCard.Of(pen),
            Phase.Tallying => Tallying(pen),
            _ => [pen.Text("card.closed", ("closed", pen.Moment(decision.ClosesAt)), ("outcome", pen.Outcome))],
        };
        var heading = new Part.Heading(pen.Line("card.title", ("title", pen.Title)),
            decision.Phase is Phase.Support ? pen.Line("card.opener", ("opener", pen.Name(decision.Opener))) : TextParts.Stamp(pen));
        return new Document([heading, .. said, new Part.Shortcuts([new Choice(ProposalsTexts.All.Words(language, "card.story"), $"decision {decision.Number}")])]);
    }

    /// <summary>Both cases side by side. One alone would be an advertisement.</summary>
    public static IEnumerable<Part> Cases(Pen pen)
    {
        if (pen.Proposal is { For: { } yes, Against: { } no })
        {
            yield return new Part.Facts([
                pen.Line("card.case.for", ("name", pen.Name(yes.Name)), ("text", pen.Typed(yes.Text))),
                pen.Line("card.case.against", ("name", pen.Name(no.Name)), ("text", pen.Typed(no.Text)))]);
        }
    }

    /// <summary>Texts that are level wait for a lot that nobody could know before.</summary>
    private static IEnumerable<Part> Tallying(Pen pen)
    {
        yield return pen.Text("card.tallying", ("closed", pen.Moment(pen.About.ClosesAt)));
        if (pen.Proposal.Awaits.FirstOrDefault(awaited => awaited.Part is null) is not { } awaits) yield break;
        yield return pen.Text("card.tallying.lot", ("options", OptionWords.Listed(pen.About, awaits.From, pen.Language)), ("since", pen.Moment(awaits.Since)));
        yield return new Part.Note(pen.Line("card.tallying.check"));
    }
}
