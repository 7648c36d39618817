using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What came of a decision, in a few words: “Café”, “Park and Café are level, 3 each”, “nobody voted”.</summary>
public static class OutcomeWords
{
    public static Line Of(DecisionView decision, Result result, string language)
    {
        var winners = result.Winners.Select(option => OptionWords.Said(decision, option, language)).ToList();
        return result.Outcome switch
        {
            Outcome.Leading => winners[0],
            Outcome.Level => SdkTexts.All.Line(language, "outcome.level", ("options", Lines.And(language, winners)), ("n", result.Counts[result.Winners[0] - 1])),
            Outcome.NobodyVoted => SdkTexts.All.Line(language, "outcome.nobody-voted"),
            Outcome.Adopted => SdkTexts.All.Line(language, "outcome.adopted"),
            Outcome.Rejected => SdkTexts.All.Line(language, "outcome.rejected"),
            Outcome.TiedRejected => SdkTexts.All.Line(language, "outcome.tied"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
