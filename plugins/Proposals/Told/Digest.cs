using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>The week in one message: what can be voted on, what is discussed, what waits for support, what was decided. Nothing, if there is nothing.</summary>
internal static class Digest
{
    public static Document? Of(Told.Digest digest, CollectiveView view, string language)
    {
        var all = view.Decisions.ToList();
        var parts = new List<Part>();
        List("told.digest.voting", all.Where(one => one.IsRunning && one.Phase is Phase.Voting or Phase.Tallying), Running);
        List("told.digest.discussed", all.Where(one => one.Phase is Phase.Discussion or Phase.Frozen), Running);
        List("told.digest.support", all.Where(one => one.Phase is Phase.Support), Supported);
        List("told.digest.decided", all.Where(one => !one.IsRunning && one.ClosesAt > digest.Since), Decided);
        List("told.digest.review", all.Where(one => one.Proposal?.Aftermath is { IsWatched: true } aftermath && aftermath.Review <= view.Now), Decided);
        if (parts.Count == 0) return null;
        parts.Insert(0, new Part.Heading(Line("told.digest")));
        parts.Add(new Part.Note(Line("told.digest.more")));
        return new Document(parts);

        void List(string heading, IEnumerable<DecisionView> decisions, Func<DecisionView, Line> said)
        {
            var lines = decisions.Select(said).ToList();
            if (lines.Count == 0) return;
            parts.Add(new Part.Text(Line(heading)));
            parts.Add(new Part.Facts(lines));
        }

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => ProposalsTexts.All.Line(language, key, arguments);

        (string, object)[] About(DecisionView decision) =>
            [("number", decision.Number), ("title", TitleWords.Of(decision, language)), ("closes", view.Clock.Moment(decision.ClosesAt, language, view.Now))];

        Line Running(DecisionView decision) => Line("told.digest.item", About(decision));

        Line Supported(DecisionView decision) => Line("told.digest.item.support", [.. About(decision), ("n", decision.Proposal!.Supporters), ("needed", decision.Proposal.Needed)]);

        Line Decided(DecisionView decision) => Line("told.digest.item.decided", [.. About(decision), ("outcome", OutcomeWords.Of(decision, language))]);
    }
}
