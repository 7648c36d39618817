namespace CivicBot.Core;

/// <summary>How many members prefer one option to the other, and how many see them level.</summary>
public sealed record Pair(long For, long Against, long Abstain);

/// <summary>Each option against each: how many members rank the one strictly above the other. An approval ballot ranks what it approves above the rest.</summary>
public sealed record Pairwise
{
    private readonly Values<long> above;

    private Pairwise(int options, Values<long> above, long voters) => (Options, this.above, Voters) = (options, above, voters);

    /// <summary>How many options there are, numbered from 1.</summary>
    public int Options { get; }

    /// <summary>How many members voted.</summary>
    public long Voters { get; }

    /// <summary>How many members rank the first above the second.</summary>
    public long this[int option, int other] => above[((option - 1) * Options) + other - 1];

    /// <param name="ballots">Each different ballot with its weight, in members.</param>
    /// <param name="options">How many options there are.</param>
    public static Pairwise Of(IEnumerable<KeyValuePair<Ballot, long>> ballots, int options)
    {
        var above = new long[options * options];
        var voters = 0L;
        foreach (var (ballot, weight) in ballots)
        {
            if (Places(ballot, options) is not { } places) continue;
            voters += weight;
            for (var one = 0; one < options; one++)
            {
                for (var other = 0; other < options; other++)
                {
                    if (places[one] < places[other]) above[(one * options) + other] += weight;
                }
            }
        }
        return new Pairwise(options, above.ToValues(), voters);
    }

    /// <summary>The first against the second, with those to whom they are level.</summary>
    public Pair Between(int option, int other) => new(this[option, other], this[other, option], Voters - this[option, other] - this[other, option]);

    /// <summary>The place of each option in a ballot, 0 being the first; null for a ballot that compares nothing.</summary>
    internal static int[]? Places(Ballot ballot, int options)
    {
        Values<Values<int>>? ranks = ballot switch
        {
            Ballot.Ranked ranked => ranked.Ranks,
            Ballot.Chosen chosen => [chosen.Options],
            _ => null,
        };
        if (ranks is null) return null;
        var places = Enumerable.Repeat(ranks.Value.Count, options).ToArray();
        for (var place = 0; place < ranks.Value.Count; place++)
        {
            foreach (var option in ranks.Value[place]) places[option - 1] = place;
        }
        return places;
    }
}
