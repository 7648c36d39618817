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
}
