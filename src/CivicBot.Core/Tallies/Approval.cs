namespace CivicBot.Core;

/// <summary>Each ballot names any number of options, and counts once for each of them. Source: Brams and Fishburn, Approval Voting (1978).</summary>
public static class Approval
{
    /// <param name="ballots">Each different ballot with its weight, in members.</param>
    /// <param name="options">How many options there are.</param>
    public static Tally Count(IEnumerable<KeyValuePair<Ballot, long>> ballots, int options)
    {
        var counts = new long[options];
        var voters = 0L;
        foreach (var (ballot, weight) in ballots)
        {
            if (ballot is not Ballot.Chosen chosen) continue;
            voters += weight;
            foreach (var option in chosen.Options) counts[option - 1] += weight;
        }
        return new Tally(counts.ToValues(), voters);
    }
}
