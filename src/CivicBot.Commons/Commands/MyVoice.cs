using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>The part of <c>/my</c> beside votes: where my voice is, where I may vote, and what waits for me. Empty for whom nothing of it concerns.</summary>
internal static class MyVoice
{
    public static IEnumerable<Part> Of(CollectiveView view, string language)
    {
        if (view.MyDelegations is { Count: > 0 } mine)
        {
            yield return new Part.Text(Line("my.delegations"));
            yield return new Part.Facts([.. mine.Select(one => Line(one.To is null ? "my.delegation.kept" : one.Waits ? "my.delegation.waits" : "my.delegation",
                ("scope", DelegationWords.Scope(one, view, language)),
                ("name", one.To is { } to ? MemberWords.Said(to, language) : new Inline.Words("")),
                ("until", DelegationWords.Until(one, view, language)),
                ("undo", new Inline.Command(DelegationWords.Undo(one, language)))))]);
        }
        var listed = view.Decisions.Where(decision => decision is { IsRunning: true, Phase: Phase.Voting, Proposal: not null, OnTheRoll: true, MyBallot: null }).ToList();
        if (listed.Count > 0)
        {
            yield return new Part.Text(Line("my.rolls"));
            yield return new Part.Facts([.. listed.Select(decision => CommonsTexts.All.Line(language, "my.roll", decision,
                ("title", TitleWords.Of(decision, language)), ("until", decision.Clock.Until(decision.ClosesAt, view.Now, language)), ("option", OptionWords.Typed(decision, 1, language))))]);
        }
        var waiting = Waiting(view, language).ToList();
        if (waiting.Count == 0) yield break;
        yield return new Part.Text(Line("my.waiting"));
        yield return new Part.Facts(waiting);

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => CommonsTexts.All.Line(language, key, arguments);
    }

    /// <summary>Who would entrust his voice, what I was drawn to judge, what I am asked to look back on.</summary>
    private static IEnumerable<Line> Waiting(CollectiveView view, string language)
    {
        foreach (var from in view.DelegatedToMe.Where(one => one.Waits).GroupBy(one => one.From.Id))
        {
            var offers = from.ToList();
            yield return CommonsTexts.All.Line(language, "my.waiting.offer", ("name", MemberWords.Said(offers[0].From, language)),
                ("scope", Lines.And(language, [.. offers.Select(one => DelegationWords.Scope(one, view, language))])),
                ("line", Named(view, "delegations", language, $"{CommonsTexts.All.Words(language, "my.waiting.offer.example")} {MemberWords.Typed(offers[0].From, view)}")));
        }
        foreach (var decision in view.Decisions)
        {
            foreach (var part in decision.JudgedByMe)
            {
                yield return CommonsTexts.All.Line(language, "my.waiting.judge", decision, ("part", new Inline.Words(Number(part))),
                    ("line", Named(view, "judge", language, $"{Number(part)} {CommonsTexts.All.Words(language, "my.waiting.judge.example")}")));
            }
            if (decision.Proposal?.AsksMe(view.Now) is true)
            {
                yield return CommonsTexts.All.Line(language, "my.waiting.review", decision, ("title", TitleWords.Of(decision, language)),
                    ("line", Named(view, "followup", language, $"{decision.Number} {CommonsTexts.All.Words(language, "my.waiting.review.example")}")));
            }
        }
    }

    private static string Number(PartView part) => $"{part.Id.Decision}.{part.Id.Number}";

    /// <summary>A command of a plugin, which goes by its own name; where it is not loaded, what it would be called.</summary>
    private static Inline.Command Named(CollectiveView view, string command, string language, string arguments) =>
        new($"{view.Commands.FirstOrDefault(known => known.Name.En == command)?.Name.In(language) ?? CommonsTexts.All.Words(language, $"command.{command}")} {arguments}");
}
