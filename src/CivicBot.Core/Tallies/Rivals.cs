namespace CivicBot.Core;

/// <summary>
/// Which of several texts wins. They stand on one ballot with “Keep things as they are”, the last option; the best by the method that passes the decision's
/// majority against keeping things wins, and if none does, things stay (SEMANTICS 3.3).
/// </summary>
public static class Rivals
{
    /// <param name="method">Schulze or approval: it orders the texts.</param>
    /// <param name="ballots">Each different ballot with its weight, in members.</param>
    /// <param name="options">How many options there are, with keeping things.</param>
    /// <param name="majority">Whether so many for and so many against are a majority. Where nobody prefers either, nothing passes.</param>
    /// <param name="lot">The order of a lot, where one was drawn among texts that are level.</param>
    public static RivalsOutcome Decide(Method method, IReadOnlyCollection<KeyValuePair<Ballot, long>> ballots, int options, Func<long, long, bool> majority,
        IReadOnlyList<int>? lot = null)
    {
        var keep = options;
        var pairwise = Pairwise.Of(ballots, options);
        var lowest = Lowest(ballots, options);
        var places = Ordered().Select(place => place.Where(option => option != keep).ToList()).Where(place => place.Count > 0).ToList();
        foreach (var place in places)
        {
            var passing = place.FindAll(Passes);
            if (passing.Count == 0) continue;
            var level = Fewest(passing);
            if (level is [var one]) return new RivalsOutcome.Chosen(one, Against(one), passing.Count == 1 ? TieStep.None : TieStep.FewerLowest);
            var drawn = lot?.FirstOrDefault(level.Contains) ?? 0;
            return drawn == 0 ? new RivalsOutcome.NeedsLot(level.ToValues()) : new RivalsOutcome.Chosen(drawn, Against(drawn), TieStep.Lot);
        }
        var best = Fewest(places[0]).GroupBy(option => Against(option).For).MaxBy(alike => alike.Key)!.ToValues();
        return new RivalsOutcome.NonePasses(best, Against(best[0]));

        IEnumerable<Values<int>> Ordered() => method switch
        {
            Method.Schulze => Schulze.Rank(pairwise),
            Method.Approval => Approval.Count(ballots, options).Counts.Select((count, i) => (count, Option: i + 1))
                .GroupBy(option => option.count, option => option.Option).OrderByDescending(alike => alike.Key).Select(alike => alike.ToValues()),
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };

        Pair Against(int option) => pairwise.Between(option, keep);

        bool Passes(int option) => Against(option) is var pair && pair.For + pair.Against > 0 && majority(pair.For, pair.Against);

        // The third step of the ladder (SEMANTICS 3.7): fewer lowest places, then fewer against.
        List<int> Fewest(List<int> level) => [.. level.GroupBy(option => (lowest[option - 1], Against(option).Against)).MinBy(alike => alike.Key)!];
    }

    /// <summary>How many members gave each option their lowest place.</summary>
    private static long[] Lowest(IEnumerable<KeyValuePair<Ballot, long>> ballots, int options)
    {
        var lowest = new long[options];
        foreach (var (ballot, weight) in ballots)
        {
            if (Pairwise.Places(ballot, options) is not { } places) continue;
            var last = places.Max();
            for (var option = 0; option < options; option++)
            {
                if (places[option] == last) lowest[option] += weight;
            }
        }
        return lowest;
    }
}

/// <summary>What came of texts that were rivals, each time with the text against keeping things.</summary>
public abstract record RivalsOutcome
{
    private RivalsOutcome()
    {
    }

    /// <summary>This text wins.</summary>
    /// <param name="By">What told it apart from others in the same place.</param>
    public sealed record Chosen(int Option, Pair Pair, TieStep By) : RivalsOutcome;

    /// <summary>No text passes, so things stay as they are.</summary>
    /// <param name="Best">The text that is best by the method; several that nothing tells apart.</param>
    public sealed record NonePasses(Values<int> Best, Pair Pair) : RivalsOutcome;

    /// <summary>These texts pass and nothing tells them apart: a lot decides.</summary>
    public sealed record NeedsLot(Values<int> Tied) : RivalsOutcome;
}

/// <summary>The steps of the ladder that tells level options apart (SEMANTICS 3.7), after the method's own.</summary>
public enum TieStep
{
    None,
    FewerLowest,
    Lot,
}
