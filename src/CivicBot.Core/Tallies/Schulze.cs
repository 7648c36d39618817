namespace CivicBot.Core;

/// <summary>
/// The Schulze method. An option is ahead of another if the strongest path of victories from it is stronger than the strongest path back; a path is as
/// strong as its weakest victory, and a victory as the votes that won it, then as its margin (LiquidFeedback's “tuple”). Source: Schulze, A new monotonic,
/// clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method, Social Choice and Welfare 36 (2011); arXiv 1804.02973.
/// </summary>
public static class Schulze
{
    /// <param name="ballots">Each different ballot with its weight, in members.</param>
    /// <param name="options">How many options there are.</param>
    public static Tally Count(IReadOnlyCollection<KeyValuePair<Ballot, long>> ballots, int options)
    {
        var firsts = new long[options];
        foreach (var (ballot, weight) in ballots)
        {
            if (ballot is not Ballot.Ranked { Ranks: [var first, ..] }) continue;
            foreach (var option in first) firsts[option - 1] += weight;
        }
        var pairwise = Pairwise.Of(ballots.Where(cast => cast.Key is Ballot.Ranked), options);
        return new Tally(firsts.ToValues(), pairwise.Voters) { Pairwise = pairwise, Ranking = Rank(pairwise) };
    }

    /// <summary>All options, the best first: again and again those that no other of the rest is ahead of. Those in the first place are the winners.</summary>
    public static Values<Values<int>> Rank(Pairwise pairwise)
    {
        var paths = Paths(pairwise);
        var ranking = new List<Values<int>>();
        var rest = Enumerable.Range(0, pairwise.Options).ToList();
        while (rest.Count > 0)
        {
            var best = rest.Where(one => !rest.Exists(other => paths[other, one].CompareTo(paths[one, other]) > 0)).ToList();
            ranking.Add(best.Select(one => one + 1).ToValues());
            rest.RemoveAll(best.Contains);
        }
        return ranking.ToValues();
    }

    /// <summary>The strongest path from each option to each (Floyd and Warshall).</summary>
    private static (long Votes, long Margin)[,] Paths(Pairwise pairwise)
    {
        var options = pairwise.Options;
        var paths = new (long Votes, long Margin)[options, options];
        for (var one = 0; one < options; one++)
        {
            for (var other = 0; other < options; other++)
            {
                var (won, lost, _) = pairwise.Between(one + 1, other + 1);
                if (won > lost) paths[one, other] = (won, won - lost);
            }
        }
        for (var by = 0; by < options; by++)
        {
            for (var one = 0; one < options; one++)
            {
                for (var other = 0; other < options; other++)
                {
                    if (one == other) continue;
                    var (there, on) = (paths[one, by], paths[by, other]);
                    var weakest = there.CompareTo(on) < 0 ? there : on;
                    if (weakest.CompareTo(paths[one, other]) > 0) paths[one, other] = weakest;
                }
            }
        }
        return paths;
    }
}
