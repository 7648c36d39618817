using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>A decision as the register lists it: where it is on its way, or what came of it and who takes care.</summary>
internal static class RegisterLines
{
    public static Line Running(DecisionView decision, CollectiveView view, string language)
    {
        var key = decision switch
        {
            { Proposal: null } => "decisions.running.item",
            { Phase: Phase.Support } => "register.support",
            { Phase: Phase.Discussion } => "register.discussion",
            { Phase: Phase.Frozen } => decision.Proposal.PlaceInLine(view.Now) is null ? "register.frozen" : "register.line",
            { Phase: Phase.Tallying } => "register.lot",
            { Method: Method.Consent } => "register.round",
            _ => "register.voting",
        };
        return CommonsTexts.All.Line(language, key, decision, ("title", TitleWords.Of(decision, language)), ("closes", view.Clock.Moment(decision.ClosesAt, language, view.Now)),
            ("n", decision.Proposal?.Supporters ?? 0), ("needed", decision.Proposal?.Needed ?? 0), ("round", decision.Proposal?.Round ?? 0));
    }

    public static Line Closed(DecisionView decision, CollectiveView view, string language)
    {
        var said = Said("decisions.closed.item", ("title", TitleWords.Of(decision, language)), ("outcome", OutcomeWords.Of(decision, language)), ("closed", Moment(decision.ClosesAt)));
        if (decision.Proposal?.Aftermath is not { } aftermath) return said;
        return Lines.Join(" · ", [
            said,
            .. aftermath.Owner is null ? Array.Empty<Line>() : [Said("register.owner", ("owner", MemberWords.Said(decision.Proposal.Owner, language)))],
            .. aftermath.Due is { } due && aftermath.Progress is Progress.InProgress ? [Said("register.due", ("due", Moment(due)))] : Array.Empty<Line>(),
            Said(State(aftermath, view.Now), ("review", Moment(aftermath.Review)), ("n", aftermath.Answers.Count)),
        ]);

        Line Said(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => CommonsTexts.All.Line(language, key, decision, arguments);

        Inline Moment(DateTimeOffset at) => view.Clock.Moment(at, language, view.Now);
    }

    private static string State(Aftermath aftermath, DateTimeOffset now) => aftermath switch
    {
        { Progress: Progress.Done } => "register.done",
        { Progress: Progress.Abandoned } => "register.abandoned",
        { Progress: Progress.Sunset } => "register.sunset",
        { Answers.Count: > 0 } => "register.answered",
        _ => aftermath.Review <= now ? "register.review.due" : "register.review",
    };
}
