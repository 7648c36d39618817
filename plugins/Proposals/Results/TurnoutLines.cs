using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Whose voices a result is made of: who voted themselves, who through others, which voices were lost and why, who did not vote, who left meanwhile.</summary>
internal static class TurnoutLines
{
    public static IEnumerable<Line?> Of(Pen pen, Result result)
    {
        if (result.Method is Method.Consent)
        {
            yield return pen.Line("turnout.answered", ("n", result.Direct), ("roll", result.Roll ?? 0));
            if (result.Silent > 0) yield return pen.Line("turnout.unanswered", ("n", result.Silent));
            yield break;
        }
        yield return pen.Line("turnout.direct", ("n", result.Direct), ("roll", result.Roll ?? 0));
        if (result.Represented > 0) yield return pen.Line("turnout.represented", ("n", result.Represented));
        var lost = Lost(result);
        if (lost.Count > 0)
        {
            yield return pen.Line("turnout.lost", ("n", lost.Sum(one => one.Count)), ("reasons", Lines.Join(", ", lost.Select(one => pen.Line(Reason(one.Why), ("n", one.Count))))));
        }
        if (result.Silent > 0) yield return pen.Line("turnout.silent", ("n", result.Silent));
        if (result.Left > 0) yield return pen.Line("turnout.left", ("n", result.Left));
    }

    /// <summary>Who had entrusted his voice to nobody did not vote; nothing of his was lost.</summary>
    private static List<Lost> Lost(Result result) =>
        [.. result.Lost.Select(lost => lost.Why is RouteEnd.NoBallot ? lost with { Count = lost.Count - result.Silent } : lost).Where(lost => lost.Count > 0)];

    private static string Reason(RouteEnd why) => why switch
    {
        RouteEnd.NoBallot => "lost.no-ballot",
        RouteEnd.Kept => "lost.kept",
        RouteEnd.DelegateGone => "lost.gone",
        RouteEnd.InPersonOnly => "lost.in-person",
        RouteEnd.Cycle => "lost.ring",
        RouteEnd.TooDeep => "lost.far",
        RouteEnd.Held => "lost.held",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
