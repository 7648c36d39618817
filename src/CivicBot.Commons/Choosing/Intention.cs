using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>What a member's ballot is to be, given what it is and how the choice came. A line says all that is meant; a press or a reaction says one step.</summary>
internal static class Intention
{
    // A finger that taps twice means once.
    private static readonly TimeSpan DoubleTap = TimeSpan.FromSeconds(2);

    /// <returns>The ballot meant; null to take back what there is.</returns>
    public static Ballot? Of(DecisionView decision, Values<int> chosen, Manner manner, DateTimeOffset at)
    {
        var before = decision.MyBallot?.Ballot;
        var mine = OptionWords.Of(before);
        var several = decision.Method is Method.Approval;
        var meant = manner switch
        {
            Manner.Pressed when several => chosen.All(mine.Contains) ? IsDoubleTap(decision, at) ? mine : Without() : With(),
            Manner.Reacted when several => With(),
            Manner.Unreacted => Without(),
            _ => chosen,
        };
        // What was said besides, such as a concern, stays where the same answer is pressed again.
        return meant.Count == 0 ? null : meant == mine && manner is not Manner.Typed && before is not null ? before : OptionWords.Ballot(decision, meant);

        Values<int> With() => mine.Union(chosen).Order().ToValues();

        Values<int> Without() => mine.Except(chosen).ToValues();
    }

    /// <summary>A press puts its option first and leaves the others as they were; a reaction taken back takes its option out again.</summary>
    public static Ballot? Of(DecisionView decision, Ballot.Ranked ranked, Manner manner)
    {
        if (manner is Manner.Typed) return ranked;
        var chosen = ranked.Ranks.SelectMany(rank => rank).ToHashSet();
        var before = (decision.MyBallot?.Ballot as Ballot.Ranked)?.Ranks ?? [];
        var others = before.Select(rank => rank.Where(option => !chosen.Contains(option)).ToValues());
        var meant = Ballot.Ranked.Of(OptionWords.Count(decision), manner is Manner.Unreacted ? others : ranked.Ranks.Concat(others));
        return meant.Ranks.Count == 0 ? null : meant;
    }

    private static bool IsDoubleTap(DecisionView decision, DateTimeOffset at) => decision.MyBallot is { } cast && at - cast.At <= DoubleTap;
}
