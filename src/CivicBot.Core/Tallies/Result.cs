namespace CivicBot.Core;

/// <summary>What was decided: stored at close and never recomputed (SEMANTICS 3.11). Options stand by number.</summary>
/// <param name="Direct">How many members voted themselves.</param>
/// <param name="Winners">The options with the most votes: one, or several that are level. Empty where nobody voted, and in yes/no.</param>
public sealed record Result(Method Method, long Direct, Values<long> Counts, Values<int> Winners, Outcome Outcome, DateTimeOffset ClosesAt)
{
    /// <summary>Count a decision as it stands at close.</summary>
    public static Result Of(Decision decision)
    {
        var tally = Tally.Of(decision);
        Values<int> winners = tally.Voters == 0 || decision.Method is Method.YesNo or Method.Consent ? []
            : tally.Ranking is [var best, ..] ? best
            : Enumerable.Range(1, tally.Counts.Count).Where(option => tally.Counts[option - 1] == tally.Counts.Max()).ToValues();
        var outcome = tally.Voters == 0 ? Outcome.NobodyVoted
            : decision.Method is Method.YesNo ? YesNo.Simple(tally)
            : decision.Method is Method.Consent ? ConsentRound.Simple(tally)
            : winners.Count > 1 ? Outcome.Level
            : Outcome.Leading;
        return new Result(decision.Method, tally.Voters, tally.Counts, winners, outcome, decision.ClosesAt);
    }
}

/// <summary>What the rule makes of a tally. A consultative poll has no status quo and draws no lot: options that are level are named together.</summary>
public enum Outcome
{
    Leading,
    Level,
    NobodyVoted,
    Adopted,
    Rejected,
    TiedRejected,
}
