namespace CivicBot.Core;

/// <summary>For, against, abstain: in this order in the tally.</summary>
public static class YesNo
{
    /// <param name="ballots">Each different ballot with its weight, in members.</param>
    public static Tally Count(IEnumerable<KeyValuePair<Ballot, long>> ballots)
    {
        var counts = new long[3];
        foreach (var (ballot, weight) in ballots)
        {
            if (ballot is Ballot.Stance stance) counts[(int)stance.Position] += weight;
        }
        return new Tally(counts.ToValues(), counts.Sum());
    }

    /// <summary>Simple majority (SEMANTICS 3.6): more for than against; abstentions count for neither. A tie changes nothing.</summary>
    public static Outcome Simple(Tally tally) =>
        tally.Counts[0] > tally.Counts[1] ? Outcome.Adopted
        : tally.Counts[0] == tally.Counts[1] && tally.Counts[0] > 0 ? Outcome.TiedRejected
        : Outcome.Rejected;
}
