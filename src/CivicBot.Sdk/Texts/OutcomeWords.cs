using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What came of a decision, in a few words: “Café”, “Park and Café are level, 3 each”, “nobody voted”.</summary>
public static class OutcomeWords
{
    /// <summary>Of a decision that has closed, with a count or without; an ellipsis while nothing has come of it.</summary>
    public static Line Of(DecisionView decision, string language) =>
        decision.Result is { } result ? Of(decision, result, language)
        : decision.Ended is { } ended ? Said(ended.Outcome, language)
        : Line.Of("…");

    public static Line Of(DecisionView decision, Result result, string language)
    {
        var winners = result.Winners.Select(option => OptionWords.Said(decision, option, language)).ToList();
        return result.Outcome switch
        {
            Outcome.Leading => winners[0],
            Outcome.Level => SdkTexts.All.Line(language, "outcome.level", ("options", Lines.And(language, winners)), ("n", result.Counts[result.Winners[0] - 1])),
            Outcome.NobodyVoted => SdkTexts.All.Line(language, "outcome.nobody-voted"),
            // Among rivals it matters which one.
            Outcome.Adopted when winners is [var winner] => SdkTexts.All.Line(language, "outcome.chosen", ("winner", winner)),
            Outcome.Rejected when result.Pair is not null => SdkTexts.All.Line(language, "outcome.kept"),
            var plain => Said(plain, language),
        };
    }

    private static Line Said(Outcome outcome, string language) => SdkTexts.All.Line(language, outcome switch
    {
        Outcome.Adopted => "outcome.adopted",
        Outcome.Rejected => "outcome.rejected",
        Outcome.TiedRejected => "outcome.tied",
        Outcome.NoQuorum => "outcome.no-quorum",
        Outcome.BlockedByObjection => "outcome.blocked",
        Outcome.ExpiredUnsupported => "outcome.unsupported",
        Outcome.Withdrawn => "outcome.withdrawn",
        Outcome.Superseded => "outcome.superseded",
        _ => throw new System.Diagnostics.UnreachableException(),
    });
}
