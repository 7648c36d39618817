namespace CivicBot.Core;

/// <summary>Consent, consent with a concern, objections, who stands aside: in this order in the tally.</summary>
public static class ConsentRound
{
    /// <param name="ballots">Each different ballot with its weight, in members.</param>
    public static Tally Count(IEnumerable<KeyValuePair<Ballot, long>> ballots)
    {
        var counts = new long[4];
        foreach (var (ballot, weight) in ballots)
        {
            if (ballot is Ballot.Consent consent) counts[(int)consent.Answer] += weight;
        }
        return new Tally(counts.ToValues(), counts.Sum());
    }

    /// <summary>Nobody objects and somebody consents. How many answers it takes besides is the rule's to say (SEMANTICS 3.8).</summary>
    public static Outcome Simple(Tally tally) => tally.Counts[2] == 0 && tally.Counts[0] + tally.Counts[1] > 0 ? Outcome.Adopted : Outcome.Rejected;
}
