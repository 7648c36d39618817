using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>The register: what runs, then what was decided, the latest first. <c>/decisions</c>.</summary>
internal static class Decisions
{
    private const int MostListed = 20;

    public static Command Command { get; } = new(CommonsTexts.All.Command("decisions"), Handle);

    private static Answer.Show Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        var running = view.Decisions.Where(decision => decision.IsRunning).ToList();
        var closed = view.Decisions.Where(decision => !decision.IsRunning).Reverse().ToList();
        if (running.Count + closed.Count == 0) return new Answer.Show(Document.Of(CommonsTexts.All.Line(language, "decisions.none")));

        var parts = new List<Part>();
        if (running.Count > 0)
        {
            parts.Add(new Part.Text(CommonsTexts.All.Line(language, "decisions.running")));
            parts.Add(new Part.Facts([.. running.Select(decision => RegisterLines.Running(decision, view, language))]));
        }
        if (closed.Count > 0)
        {
            parts.Add(new Part.Text(CommonsTexts.All.Line(language, "decisions.closed")));
            parts.Add(new Part.Facts([.. closed.Take(MostListed).Select(decision => RegisterLines.Closed(decision, view, language))]));
        }
        parts.Add(new Part.Note(closed.Count > MostListed
            ? CommonsTexts.All.Line(language, "decisions.more", ("n", closed.Count - MostListed), ("number", closed[^1].Number))
            : CommonsTexts.All.Line(language, "decisions.story", ("number", (running.Count > 0 ? running : closed)[0].Number))));
        return new Answer.Show(new Document(parts));
    }
}
