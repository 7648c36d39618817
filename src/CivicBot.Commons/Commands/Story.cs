using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>The whole story of one decision: <c>/decision 1</c>.</summary>
internal static class Story
{
    public static Command Command { get; } = new(CommonsTexts.All.Command("decision", CommonsTexts.Decision), Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        if (asked.Number("decision") is not { } number) return CommonsTexts.WhichOne(asked, view);
        if (view.Find(number) is { } decision) return new Answer.Show(Of(decision, view, asked.Language));
        var why = new Refusal.NoSuchDecision(new DecisionId(number), view.Decisions.Select(other => other.Number).DefaultIfEmpty(0).Max());
        return new Answer.Refuse(RefusalTexts.Of(why, view, asked));
    }

    private static Document Of(DecisionView decision, CollectiveView view, string language)
    {
        var shown = decision.IsRunning ? view.Card(decision, language) : view.Result(decision, language);
        var facts = new List<Line>
        {
            Line("story.opened", ("opened", view.Clock.Moment(decision.OpenedAt, language, view.Now)), ("opener", MemberWords.Said(decision.Opener, language))),
        };
        // Where a proposal is on its way, its card says.
        if (decision.Proposal is null || !decision.IsRunning)
        {
            facts.Add(Line(decision.IsRunning ? "story.closes" : "story.closed", ("closes", view.Clock.Moment(decision.ClosesAt, language, view.Now))));
        }
        if (decision.Version > 1 && decision.Proposal is null) facts.Add(Line("story.edited", ("n", decision.Version - 1)));

        // What a result says in small print is where to find this story.
        var parts = new List<Part>(shown.Parts.Where(part => decision.IsRunning || part is not Part.Note)) { new Part.Facts(facts) };
        parts.AddRange(view.Story(decision, language)?.Parts ?? []);
        // There is nothing to hide before voting opens.
        if (decision.Phase is Phase.Support or Phase.Discussion or Phase.Frozen) return new Document(parts);
        if (decision.NamedBallots is not { } ballots)
        {
            parts.Add(new Part.Text(Line("story.hidden")));
        }
        else if (ballots.Count > 0)
        {
            parts.Add(new Part.Text(Line("story.ballots")));
            parts.Add(new Part.Facts([.. ballots.Select(cast => Line("story.ballot",
                ("name", MemberWords.Said(cast.Name, language)),
                ("choice", OptionWords.Listed(decision, cast.Ballot, language))))]));
        }
        return new Document(parts);

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => CommonsTexts.All.Line(language, key, arguments);
    }
}
