using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>What becomes of my voice in one decision, whatever I did or did not do: <c>/where-is-my-vote 7</c>.</summary>
internal static class WhereIsMyVote
{
    public static Command Command { get; } = new(
        DelegationTexts.All.Command("where", DelegationTexts.All.Parameter("number", ParameterKind.Number) with { Required = true, Positional = true }), Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        if (asked.Number("number") is not { } number) return new Answer.Refuse(WhichOne(view, asked.Language));
        if (view.Find(number) is { } decision) return new Answer.Show(new Document([.. Said(decision, view, asked.Language)]));
        var why = new Refusal.NoSuchDecision(new DecisionId(number), view.Decisions.Select(other => other.Number).DefaultIfEmpty(0).Max());
        return new Answer.Refuse(RefusalTexts.Of(why, view, asked));
    }

    private static Document WhichOne(CollectiveView view, string language)
    {
        var running = view.Decisions.Where(decision => decision.IsRunning).ToList();
        return running.Count == 0 ? Document.Of(DelegationTexts.All.Line(language, "where.none")) : new Document(
            new Part.Text(DelegationTexts.All.Line(language, "where.which")),
            new Part.Facts([.. running.Select(decision => DelegationTexts.All.Line(language, "where.which.item", decision, ("title", TitleWords.Of(decision, language))))]));
    }

    private static IEnumerable<Part> Said(DecisionView decision, CollectiveView view, string language) => decision switch
    {
        { Proposal: null } or { Phase: Phase.Voting or Phase.Tallying or Phase.Closed, TakesDelegations: false } => Alone(decision, language),
        { IsRunning: true, Phase: Phase.Support or Phase.Discussion or Phase.Frozen } => BeforeVoting.Of(decision, view, language),
        { Roll: null } => [new Part.Text(Line("where.no-vote", decision, language))],
        { OnTheRoll: false } => [new Part.Text(Line("where.off-roll", decision, language, ("n", decision.Roll ?? 0), ("at", decision.Clock.Moment(decision.PhaseBegan, language, decision.Now)))), .. NextTime(view, language)],
        _ => Represented(decision, view, language),
    };

    /// <summary>Polls, consent rounds, collectives without delegation: there is only one's own vote.</summary>
    private static IEnumerable<Part> Alone(DecisionView decision, string language)
    {
        yield return new Part.Text(Lines.Sentences(
            Line(decision.Proposal is null ? "where.poll" : "where.alone", decision, language),
            decision.MyBallot is { } mine ? Line(decision.IsRunning ? "where.alone.mine" : "where.alone.mine.closed", decision, language, ("choice", OptionWords.Listed(decision, mine.Ballot, language)))
                : Line(decision.IsRunning ? "where.alone.none" : "where.alone.none.closed", decision, language)));
        if (decision is { IsRunning: true, Phase: Phase.Voting } && decision.OnTheRoll is not false) yield return VoteButtons.Of(decision, language);
    }

    private static IEnumerable<Part> Represented(DecisionView decision, CollectiveView view, string language)
    {
        var running = decision is { IsRunning: true, Phase: Phase.Voting };
        if (decision.MyBallot is { } mine)
        {
            yield return new Part.Text(Lines.Sentences(
                Line(running ? "where.mine" : "where.mine.closed", decision, language, ("choice", OptionWords.Listed(decision, mine.Ballot, language))),
                decision.IAmFollowedBy is > 0 and var followers ? Line(running ? "where.followed" : "where.followed.closed", decision, language, ("n", followers)) : null,
                running && decision.Rule.Change ? Line("where.change", decision, language, ("until", decision.Clock.Until(decision.ClosesAt, decision.Now, language))) : null));
            if (running && decision.Rule.Change) yield return VoteButtons.Of(decision, language);
            yield break;
        }
        if (decision.MyRoute is not { } route) yield break;
        foreach (var line in RouteWords.Of(decision, route, view, language)) yield return new Part.Text(line);
        if (!running) yield break;
        yield return new Part.Text(Line("where.yourself", decision, language));
        yield return VoteButtons.Of(decision, language);
    }

    private static IEnumerable<Part> NextTime(CollectiveView view, string language)
    {
        if (view.Me is not { } me) yield return new Part.Text(StandingWords.NoMember(language));
        else if (me.WhyNotOnRolls is { } why) yield return new Part.Text(StandingWords.Missing(why, view.Rules.Level, me, view, language));
        else yield return new Part.Text(DelegationTexts.All.Line(language, "where.next-time"));
    }

    private static Line Line(string key, DecisionView decision, string language, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        DelegationTexts.All.Line(language, key, decision, arguments);
}
