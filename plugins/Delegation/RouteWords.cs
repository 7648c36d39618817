using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>The way of a voice that was not cast by its owner, and what came or comes of it, in sentences.</summary>
internal static class RouteWords
{
    public static IEnumerable<Line> Of(DecisionView decision, MyRoute route, CollectiveView view, string language)
    {
        if (!route.Delegates)
        {
            yield return Nobody(decision, view, language);
            yield break;
        }
        if (route is { End: RouteEnd.Kept, Steps: [{ Keeps: true } mine] })
        {
            yield return Line("route.kept.mine", decision, language, ("scope", Scope(mine, language, "route.here")));
            yield break;
        }
        yield return Line("route.path", decision, language, ("path", Path(route, language)));
        yield return Explained(decision, route, language);
    }

    /// <summary>What comes of it, without the way.</summary>
    public static Line Explained(DecisionView decision, MyRoute route, string language)
    {
        var name = ("name", (object)MemberWords.Said(route.Steps.LastOrDefault(step => !step.Keeps)?.Name, language));
        return route.End switch
        {
            RouteEnd.Ballot when !IsVoting(decision) => Line("route.ballot", decision, language, name, Choice()),
            RouteEnd.Ballot when decision.RoutesAreFixed => Line("route.ballot.fixed", decision, language, name, Choice(), Until()),
            RouteEnd.Ballot when decision.BallotsAreVisible => Line("route.ballot.seen", decision, language, name, Choice()),
            RouteEnd.Ballot when decision.WindowBegins is { } window => Line("route.ballot.window", decision, language, name, On(window), Until()),
            RouteEnd.Ballot => Line("route.ballot.hidden", decision, language, name, On(decision.ClosesAt)),
            RouteEnd.NoBallot when IsVoting(decision) && !decision.RoutesAreFixed =>
                Line("route.waits", decision, language, name, ("before", decision.Clock.Moment(decision.WindowBegins ?? decision.ClosesAt, language, decision.Now))),
            RouteEnd.NoBallot => Line("route.none", decision, language, name),
            RouteEnd.Kept => Line("route.kept", decision, language, name),
            RouteEnd.DelegateGone => Line("route.gone", decision, language, name),
            RouteEnd.InPersonOnly => Line("route.in-person", decision, language, name),
            RouteEnd.Cycle => Line("route.cycle", decision, language),
            RouteEnd.TooDeep => Line("route.deep", decision, language, ("n", Routes.MostSteps)),
            RouteEnd.Held => Line("route.held", decision, language, name, ("most", decision.Proposal!.Terms.Delegation.Cap(decision.Roll ?? 0) ?? 0)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        (string, object) Choice() => ("choice", OptionWords.Listed(decision, route.Ballot, language));

        (string, object) Until() => ("until", decision.Clock.Until(decision.ClosesAt, decision.Now, language));

        (string, object) On(DateTimeOffset at) => ("when", decision.Clock.On(at, decision.Now, language));
    }

    /// <summary>“you → ana (housing) → bo”: by which topic it goes stands behind the name; everything is understood.</summary>
    public static Line Path(MyRoute route, string language) => Lines.Join(" → ",
    [
        Chat.Line.Of(DelegationTexts.All.Words(language, "route.you")),
        .. route.Steps.Select(step => step.Scope.Reach is Reach.Everything
            ? new Line(Who(step, language))
            : DelegationTexts.All.Line(language, "route.step", ("name", Who(step, language)), ("scope", Scope(step, language, "route.this")))),
    ]);

    /// <summary>Nobody was trusted, or not in time.</summary>
    private static Line Nobody(DecisionView decision, CollectiveView view, string language)
    {
        var mine = view.MyDelegations.Where(one => one.To is not null && one.Reaches(decision)).ToList();
        return IsVoting(decision) && mine.Find(one => !one.Waits) is { To: { } late } ? Line("route.late", decision, language, ("name", MemberWords.Said(late, language)))
            : IsVoting(decision) && mine.Find(one => one.Waits) is { To: { } asked } ? Line("route.asked", decision, language, ("name", MemberWords.Said(asked, language)))
            : Line("route.nobody", decision, language);
    }

    private static Inline Who(RouteStep step, string language) => step.Keeps ? new Inline.Words(DelegationTexts.All.Words(language, "nobody")) : MemberWords.Said(step.Name, language);

    private static Line Scope(RouteStep step, string language, string here) => step.Scope.Reach switch
    {
        Reach.Topic when here == "route.here" && step.Topic is not null => DelegationWords.On(step.Topic, language),
        Reach.Topic => new Line(WrittenWords.Of(step.Topic, language)),
        _ => Chat.Line.Of(DelegationTexts.All.Words(language, here)),
    };

    private static bool IsVoting(DecisionView decision) => decision is { IsRunning: true, Phase: Phase.Voting };

    /// <summary>A text as it is while voting goes on, or as it is when it is over.</summary>
    private static Line Line(string key, DecisionView decision, string language, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        DelegationTexts.All.Line(language, IsVoting(decision) ? key : key + ".closed", decision, arguments);
}
