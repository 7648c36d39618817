using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>The one line in its room a day before a phase ends. It names nobody and counts only voters.</summary>
internal static class Reminder
{
    public static Document Of(DecisionView decision, string language)
    {
        var pen = new Pen(decision, language);
        var (closes, consent) = (("closes", (object)decision.Clock.Moment(decision.ClosesAt, language, decision.Now)), decision.Method is Method.Consent);
        if (decision.Phase is Phase.Support) return new Document(pen.Text("told.reminder.support", closes, ("title", pen.Title), ("n", pen.Proposal.Supporters), ("needed", pen.Proposal.Needed)), SupportCard.Supporting(pen));
        if (decision.Phase is not Phase.Voting) return new Document(pen.Text("told.reminder.discussion", closes, ("title", pen.Title)));
        return new Document(
            new Part.Text(Lines.Sentences(pen.Line("told.reminder", closes, ("title", pen.Title)), consent ? Answered(pen) : VotingCard.Took(pen))),
            consent ? ConsentCard.Answering(pen) : VotingCard.Choosing(pen));
    }

    private static Line Answered(Pen pen) => pen.About.Voters == 0 ? pen.Line("card.answered.none") : pen.Line("card.answered", ("n", pen.About.Voters));
}
