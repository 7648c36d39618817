using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>What members are told about voices without having asked: how theirs is counted, who follows them, who asks them, what ends.</summary>
internal static class Telling
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public static Document? Of(Told told, CollectiveView view, string language) => told switch
    {
        Told.RoutesFixed fixedNow when view.Find(fixedNow.Decision) is { MyBallot: null, MyRoute: { Delegates: true } route } decision => Fixed(decision, route, view, language),
        Told.VoicesWait wait when view.Find(wait.Decision) is { } decision => Waiting(decision, wait.Until, language),
        Told.DelegationAsked asked when view.DelegatedToMe.Where(one => one.Waits && one.From.Id == asked.From).ToList() is { Count: > 0 } offers =>
            new Document([.. DelegationList.Asking(offers, view, language), new Part.Note(Line("told.asked.seen", language))]),
        Told.DelegationAnswered answered when view.Find(answered.By) is { } by => Answered(by, answered.Accepted, view, language),
        Told.DelegateGone gone when view.Find(gone.Delegate) is { } delegated => Document.Of(Line(delegated.HasLeft ? "told.left" : "told.given-back", language, ("name", MemberWords.Said(delegated, language)))),
        Told.DelegationsEnd when view.MyDelegations.Where(one => !one.Waits && one.Scope.Reach is not Reach.Decision && one.Until <= view.Now + Soon).ToList() is { Count: > 0 } ending =>
            new Document(
                new Part.Text(Line("told.ending", language, ("n", ending.Count))),
                new Part.Facts([.. ending.Select(one => Line(one.To is null ? "told.ending.kept" : "told.ending.item", language,
                    ("name", one.To is { } to ? MemberWords.Said(to, language) : new Inline.Words("")),
                    ("scope", DelegationWords.Scope(one, view, language)),
                    ("until", DelegationWords.Until(one, view, language)),
                    ("again", new Inline.Command(DelegationWords.Again(one, view, language)))))])),
        _ => null,
    };

    /// <summary>“Ana voted FOR for you: keep it, vote yourself, or end the delegation.”</summary>
    private static Document Fixed(DecisionView decision, MyRoute route, CollectiveView view, string language)
    {
        var mine = view.MyDelegations.Where(one => !one.Waits && one.Scope == route.Steps[0].Scope).Take(1).ToList();
        var keep = route.End is RouteEnd.Ballot ? [new Choice(DelegationTexts.All.Words(language, "told.keep"), DelegationTexts.All.Words(language, "where.line") + $" {decision.Number}")] : Array.Empty<Choice>();
        return new Document(
        [
            new Part.Heading(DelegationTexts.All.Line(language, "told.title", decision, ("title", TitleWords.Of(decision, language)))),
            .. route.Steps.Count > 1 || route.End is RouteEnd.Cycle ? [new Part.Text(DelegationTexts.All.Line(language, "told.path", ("path", RouteWords.Path(route, language))))] : Array.Empty<Part>(),
            new Part.Text(route is { End: RouteEnd.Kept, Steps: [{ Keeps: true }] } ? RouteWords.Of(decision, route, view, language).First() : RouteWords.Explained(decision, route, language)),
            VoteButtons.Of(decision, language, keep, mine.Where(one => one.To is not null).Select(one => new Choice(DelegationTexts.All.Words(language, "told.end"), DelegationWords.Undo(one, language)))),
        ]);
    }

    private static Document? Waiting(DecisionView decision, DateTimeOffset until, string language) => decision.MyBallot is not null || decision.IAmFollowedBy == 0 ? null : new Document(
        new Part.Heading(DelegationTexts.All.Line(language, "told.title", decision, ("title", TitleWords.Of(decision, language)))),
        new Part.Text(Line("told.voices", language, ("n", decision.IAmFollowedBy), ("until", decision.Clock.Moment(until, language, decision.Now)))),
        VoteButtons.Of(decision, language));

    private static Document Answered(MemberView by, bool accepted, CollectiveView view, string language)
    {
        var held = view.MyDelegations.Where(one => !one.Waits && one.To?.Id == by.Id).ToList();
        if (!accepted || held.Count == 0) return Document.Of(Line("told.declined", language, ("name", MemberWords.Said(by, language))));
        return new Document(
        [
            new Part.Text(Line("told.accepted", language, ("name", MemberWords.Said(by, language)),
                ("scope", Lines.And(language, [.. held.Select(one => DelegationWords.Scope(one, view, language))])), ("until", DelegationWords.Until(held[0], view, language)))),
            .. held.Select(one => DelegateAnswer.Ring(one, view, language)).OfType<Line>().Select(ring => new Part.Text(ring)),
        ]);
    }

    private static Line Line(string key, string language, params ReadOnlySpan<(string Name, object Value)> arguments) => DelegationTexts.All.Line(language, key, arguments);
}
