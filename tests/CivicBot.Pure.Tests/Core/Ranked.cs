using CivicBot.Core;
using CsCheck;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>Rankings as people write them down: <c>ACB</c> is A before C before B, <c>A=B</c> level; what is left out stands last.</summary>
internal static class Ranked
{
    /// <param name="options">How many options there are.</param>
    /// <param name="ballots">Each as weight and ranking: <c>5 ACBED</c>.</param>
    public static Dictionary<Ballot, long> Election(int options, params string[] ballots) => ballots
        .Select(ballot => ballot.Split(' '))
        .GroupBy(ballot => Of(options, ballot[1]), ballot => long.Parse(ballot[0], System.Globalization.CultureInfo.InvariantCulture))
        .ToDictionary(alike => alike.Key, alike => alike.Sum());

    public static Ballot Of(int options, string ranking)
    {
        var ranks = new List<List<int>>();
        for (var i = 0; i < ranking.Length; i++)
        {
            if (ranking[i] == '=') ranks[^1].Add(ranking[++i] - 'A' + 1);
            else ranks.Add([ranking[i] - 'A' + 1]);
        }
        return Ballot.Ranked.Of(options, ranks.Select(rank => rank.ToValues()));
    }

    /// <summary>Places in one text, the best first: <c>E A C=B D</c>.</summary>
    public static string Text(Values<Values<int>> ranking) =>
        string.Join(' ', ranking.Select(place => string.Join('=', place.Select(option => (char)('A' + option - 1)))));

    /// <summary>Rankings of so many options at random, with weights: whole and partial, with and without ties.</summary>
    public static Gen<Dictionary<Ballot, long>> Elections(int options, int most = 8) =>
        Gen.Select(Gen.Int[0, options - 1].Array[options], Gen.Long[1, 9]).List[0, most].Select(ballots => ballots
            .Select(cast => (Ballot: Ranking(options, cast.Item1), Weight: cast.Item2)).Where(cast => cast.Ballot.Ranks.Count > 0)
            .GroupBy(cast => (Ballot)cast.Ballot, cast => cast.Weight).ToDictionary(alike => alike.Key, alike => alike.Sum()));

    private static Ballot.Ranked Ranking(int options, int[] places) => Ballot.Ranked.Of(options,
        places.Select((place, i) => (place, Option: i + 1)).GroupBy(option => option.place, option => option.Option).OrderBy(rank => rank.Key).Select(rank => rank.ToValues()));
}
