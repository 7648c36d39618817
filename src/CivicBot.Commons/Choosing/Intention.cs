using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>What a member's ballot is to be, given what it is and how the choice came. A line says all that is meant; a press or a reaction says one step.</summary>
internal static class Intention
{
    // A finger that taps twice means once.
    private static readonly TimeSpan DoubleTap = TimeSpan.FromSeconds(2);

    /// <returns>The options meant; none to take the ballot back.</returns>
    public static Values<int> Of(DecisionView decision, Values<int> chosen, Manner manner, DateTimeOffset at)
    {
        var mine = OptionWords.Of(decision.MyBallot?.Ballot);
        var several = decision.Method is Method.Approval;
        return manner switch
        {
            Manner.Pressed when several => chosen.All(mine.Contains) ? IsDoubleTap(decision, at) ? mine : Without() : With(),
            Manner.Reacted when several => With(),
            Manner.Unreacted => Without(),
            _ => chosen,
        };

        Values<int> With() => mine.Union(chosen).Order().ToValues();

        Values<int> Without() => mine.Except(chosen).ToValues();
    }

    private static bool IsDoubleTap(DecisionView decision, DateTimeOffset at) => decision.MyBallot is { } cast && at - cast.At <= DoubleTap;
}
