namespace CivicBot.Core;

/// <summary>Each ballot names one option (plurality). Source: common rule.</summary>
public static class SingleChoice
{
    /// <param name="ballots">Each different ballot with its weight, in members.</param>
    /// <param name="options">How many options there are.</param>
    public static Tally Count(IEnumerable<KeyValuePair<Ballot, long>> ballots, int options) => Approval.Count(ballots, options);
}
