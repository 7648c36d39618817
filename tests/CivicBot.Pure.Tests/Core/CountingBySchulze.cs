using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CivicBot.Core;
using CsCheck;
using static CivicBot.Pure.Tests.Cores.Ranked;

namespace CivicBot.Pure.Tests.Cores;

public class CountingBySchulze
{
    /// <summary>Schulze's example of 45 voters (2003; the best known of his): each against each, and the ranking.</summary>
    [Fact]
    public void Of_45_voters_gives_what_its_author_gives()
    {
        var tally = Schulze.Count(Election(5, "5 ACBED", "5 ADECB", "8 BEDAC", "3 CABED", "7 CAEBD", "2 CBADE", "7 DCEBA", "8 EBADC"), 5);
        Text(tally.Ranking).ShouldBe("E A C B D");
        tally.Voters.ShouldBe(45);
        tally.Counts.ShouldBe([10, 8, 12, 7, 8]);
        string.Join('\n', Enumerable.Range(1, 5).Select(one => string.Join(' ', Enumerable.Range(1, 5).Select(other => tally.Pairwise![one, other])))).ShouldBe(
            """
            0 20 26 30 22
            25 0 16 33 18
            19 29 0 17 24
            15 12 28 0 14
            23 27 21 31 0
            """);
    }

    /// <summary>Schulze 2011, example 1.</summary>
    [Fact]
    public void Of_21_voters_gives_what_its_author_gives() =>
        Text(Schulze.Count(Election(4, "8 ACDB", "2 BADC", "4 CDBA", "4 DBAC", "3 DCBA"), 4).Ranking).ShouldBe("D A C B");

    public static TheoryData<string> Cases => [.. Profiles().Where(profile => Case(profile) is not null).Select(profile => profile["id"]!.GetValue<string>())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_a_worked_case_gives_its_ranking(string id)
    {
        var profile = Profiles().Single(one => one["id"]!.GetValue<string>() == id);
        var options = profile["candidates"]!.AsArray().Count;
        var ballots = profile["ballots"]!.AsArray().Select(row => (Weight: row![0]!.GetValue<long>(), Ballot: Read(options, row[1]!.AsArray())))
            .Where(cast => cast.Ballot.Ranks.Count > 0).GroupBy(cast => (Ballot)cast.Ballot, cast => cast.Weight).ToDictionary(alike => alike.Key, alike => alike.Sum());
        var expected = Case(profile)!["expected"]!["ranking"]!.AsArray().Select(place => place!.AsArray().Select(option => option!.GetValue<int>() + 1).ToValues()).ToValues();
        Schulze.Count(ballots, options).Ranking.ShouldBe(expected);
    }

    /// <summary>What LiquidFeedback calls the tuple: of two victories with as many votes, the one with fewer against is the stronger.</summary>
    [Fact]
    public void Tells_victories_with_as_many_votes_apart_by_their_margin()
    {
        // A beats B by 5 to 2, B beats C by 5 to 3, C beats A by 5 to 4: by votes alone all three would be level.
        var tally = Schulze.Count(Election(3, "1 ABC", "2 BCA", "3 CAB", "1 A", "2 A=B"), 3);
        (tally.Pairwise!.Between(1, 2), tally.Pairwise.Between(2, 3), tally.Pairwise.Between(3, 1)).ShouldBe((new Pair(5, 2, 2), new Pair(5, 3, 1), new Pair(5, 4, 0)));
        Text(tally.Ranking).ShouldBe("A B C");
    }

    [Fact]
    public void Of_a_perfect_ring_leaves_all_level() => Text(Schulze.Count(Election(3, "1 ABC", "1 BCA", "1 CAB"), 3).Ranking).ShouldBe("A=B=C");

    [Fact]
    public void Of_nobody_leaves_all_level() => Text(Schulze.Count(new Dictionary<Ballot, long>(), 3).Ranking).ShouldBe("A=B=C");

    [Fact]
    public void Lets_an_option_that_beats_every_other_win_alone() =>
        Elections(5).Sample(ballots =>
        {
            var tally = Schulze.Count(ballots, 5);
            var pairwise = tally.Pairwise!;
            var beatsAll = Enumerable.Range(1, 5).Where(one => Enumerable.Range(1, 5).All(other => one == other || pairwise[one, other] > pairwise[other, one])).ToValues();
            return beatsAll.Count == 0 || tally.Ranking[0] == beatsAll;
        });

    [Fact]
    public void Does_not_ask_what_options_are_called() =>
        Gen.Select(Elections(5), Gen.Shuffle(Enumerable.Range(1, 5).ToArray())).Sample((ballots, called) =>
        {
            Values<int> Renamed(Values<int> options) => options.Select(option => called[option - 1]).Order().ToValues();
            var renamed = ballots.ToDictionary(cast => (Ballot)new Ballot.Ranked(((Ballot.Ranked)cast.Key).Ranks.Select(Renamed)), cast => cast.Value);
            return Schulze.Count(renamed, 5).Ranking == Schulze.Count(ballots, 5).Ranking.Select(Renamed).ToValues();
        });

    [Fact]
    public void Does_not_ask_in_which_order_ballots_came_nor_how_they_were_put_together() =>
        Elections(5).Sample(ballots =>
        {
            var apart = ballots.Reverse().SelectMany(cast => Enumerable.Repeat(KeyValuePair.Create(cast.Key, 1L), (int)cast.Value)).ToList();
            return Schulze.Count(apart, 5) == Schulze.Count(ballots, 5);
        });

    /// <summary>A partial ranking and the same one written to its end are one.</summary>
    [Fact]
    public void Sees_what_is_not_named_last_and_together() =>
        Elections(5).Sample(ballots => ballots.Keys.Cast<Ballot.Ranked>().All(ranked => Pairwise.Of([KeyValuePair.Create((Ballot)new Ballot.Ranked(ranked.In(5)), 1L)], 5)
            == Pairwise.Of([KeyValuePair.Create((Ballot)ranked, 1L)], 5)));

    [Fact]
    public void Finds_the_paths_that_trying_every_path_finds() =>
        Elections(4).Sample(ballots =>
        {
            var tally = Schulze.Count(ballots, 4);
            var ranking = new List<Values<int>>();
            var rest = Enumerable.Range(1, 4).ToList();
            while (rest.Count > 0)
            {
                var best = rest.Where(one => rest.TrueForAll(other => one == other || Strongest(one, other, []).CompareTo(Strongest(other, one, [])) >= 0)).ToValues();
                ranking.Add(best);
                rest.RemoveAll(best.Contains);
            }
            return tally.Ranking == ranking.ToValues();

            (long, long) Strongest(int from, int to, int[] passed)
            {
                var strongest = Victory(from, to);
                foreach (var by in Enumerable.Range(1, 4).Except([from, to, .. passed]))
                {
                    var (first, then) = (Victory(from, by), Strongest(by, to, [from, .. passed]));
                    var weakest = first.CompareTo(then) < 0 ? first : then;
                    if (weakest.CompareTo(strongest) > 0) strongest = weakest;
                }
                return strongest;
            }

            (long, long) Victory(int one, int other) => tally.Pairwise!.Between(one, other) is var pair && pair.For > pair.Against ? (pair.For, pair.For - pair.Against) : (0, 0);
        });

    /// <summary>Integers stay exact where floating point would not.</summary>
    [Fact]
    public void Counts_more_than_a_double_can_tell_apart() =>
        Text(Schulze.Count(Election(2, "9007199254740993 A", "9007199254740992 B"), 2).Ranking).ShouldBe("A B");

    private static Ballot.Ranked Read(int options, JsonArray ranking) => Ballot.Ranked.Of(options, ranking.Select(rank =>
        rank is JsonArray level ? level.Select(option => option!.GetValue<int>() + 1).ToValues() : [rank!.GetValue<int>() + 1]));

    private static List<JsonObject> Profiles([CallerFilePath] string here = "") =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "ranked.json")))!["profiles"]!.AsArray().Select(profile => profile!.AsObject())];

    private static JsonNode? Case(JsonObject profile) => profile["cases"]!.AsArray()
        .FirstOrDefault(one => one!["method"]!.GetValue<string>() == "schulze" && one["options"]!["strength"]!.GetValue<string>() == "winning_votes");
}
