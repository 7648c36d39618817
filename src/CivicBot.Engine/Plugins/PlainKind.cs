using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Engine;

/// <summary>Draws a decision whose plugin is not loaded: the vote goes on, plainly.</summary>
internal static class PlainKind
{
    public static Kind Named(string name) => new(name, Draw, Draw, Draw);

    private static Document Draw(DecisionView decision, string language) => new(
        new Part.Heading(new Line(new Inline.Words($"{decision.Number} · "), new Inline.Typed(decision.Title ?? "…"))),
        new Part.Tally([.. decision.Options.Select((option, i) => new TallyItem(option ?? "…", decision.Tally?.Counts[i], decision.Tally?.Counts.Max() ?? 0))]),
        new Part.Text(new Line(decision.Clock.Moment(decision.ClosesAt, language))),
        new Part.Choices([], Public: false, new Line(new Inline.Command(decision.IsRunning ? $"vote {decision.Number} 1" : $"decision {decision.Number}"))));
}
