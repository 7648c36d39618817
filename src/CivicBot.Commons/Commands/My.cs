using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>My votes, where my voice is, what waits for me, and all that is recorded about me: <c>/my</c>.</summary>
internal static class My
{
    private const int Recent = 10;

    public static Command Command { get; } = new(CommonsTexts.All.Command("my"), Handle);

    private static Answer.Show Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        var voted = view.Decisions.Where(decision => decision.MyBallot is not null).ToList();
        var running = voted.Where(decision => decision.IsRunning).ToList();
        var closed = voted.Where(decision => !decision.IsRunning).Reverse().Take(Recent).ToList();

        var parts = new List<Part>();
        if (view.MyName is { } name && view.Name is { } collective)
        {
            parts.Add(new Part.Heading(Line("my.heading", ("name", new Inline.Person(name)), ("collective", collective))));
        }
        if (running.Count > 0)
        {
            parts.Add(new Part.Text(Line("my.running")));
            parts.Add(new Part.Facts([.. running.Select(Vote)]));
            if (running.Find(decision => decision.Rule.Change) is { } open)
            {
                parts.Add(new Part.Text(Line("my.change", ("number", open.Number), ("option", OptionWords.Typed(open, 1, language)))));
            }
        }
        if (closed.Count > 0)
        {
            parts.Add(new Part.Text(Line("my.closed")));
            parts.Add(new Part.Facts([.. closed.Select(Vote)]));
        }
        if (voted.Count == 0) parts.Add(new Part.Text(Line("my.no-votes")));
        parts.AddRange(MyVoice.Of(view, language));
        parts.Add(new Part.Text(Line(view.MyName is null ? "my.nothing-recorded" : "my.recorded")));
        parts.Add(new Part.Facts([.. Recorded()]));
        return new Answer.Show(new Document(parts));

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => CommonsTexts.All.Line(language, key, arguments);

        Line Vote(DecisionView decision) => CommonsTexts.All.Line(language, "my.vote", decision, ("title", TitleWords.Of(decision, language)),
            ("choice", OptionWords.Listed(decision, decision.MyBallot!.Ballot, language)), ("when", decision.Clock.On(decision.MyBallot.At, asked.At, language)));

        IEnumerable<Line> Recorded()
        {
            if (view.MyName is { } shown) yield return Line("my.recorded.name", ("name", new Inline.Person(shown)));
            foreach (var account in view.MyAccounts) yield return Line("my.recorded.account", ("account", account));
            var opened = view.Decisions.Where(decision => decision.IsMine).Select(decision => decision.Number).ToList();
            if (opened.Count > 0) yield return Line("my.recorded.opened", ("numbers", new Inline.Words(string.Join(", ", opened))));
            yield return Line("my.recorded.language");
            if (view.SnoozedUntil is { } until) yield return Line("my.recorded.snooze", ("until", view.Clock.Until(until, asked.At, language)));
            // Whatever else somebody asked to be kept, by the word it is kept under.
            foreach (var (key, value) in view.MyPreferences.Where(kept => kept.Key is not "language" and not CollectiveView.Snooze).OrderBy(kept => kept.Key, StringComparer.Ordinal))
            {
                yield return Line("my.recorded.preference", ("key", key), ("value", value));
            }
        }
    }
}
