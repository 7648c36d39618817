using CivicBot.Core;
using CsCheck;
using static CivicBot.Pure.Tests.Cores.Ranked;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>Texts on one ballot; the last option is to keep things as they are.</summary>
public class DecidingAmongRivals
{
    private static readonly Func<long, long, bool> Simple = (@for, against) => @for > against;
    private static readonly Func<long, long, bool> TwoThirds = (@for, against) => @for * 3 >= 2 * (@for + against);

    [Fact]
    public void Takes_the_best_that_beats_keeping_things() =>
        Rivals.Decide(Method.Schulze, Election(3, "4 ABC", "3 BAC", "2 CBA"), 3, Simple).ShouldBe(new RivalsOutcome.Chosen(2, new Pair(7, 2, 0), TieStep.None));

    [Fact]
    public void Goes_on_to_the_next_where_the_best_does_not_pass()
    {
        // A is the best by the method, with 7 to 4 against keeping things; B has 11 to 0.
        var ballots = Election(3, "5 AB", "4 BC", "2 A=B");
        Text(Schulze.Count(ballots, 3).Ranking).ShouldBe("A B C");
        Rivals.Decide(Method.Schulze, ballots, 3, Simple).ShouldBe(new RivalsOutcome.Chosen(1, new Pair(7, 4, 0), TieStep.None));
        Rivals.Decide(Method.Schulze, ballots, 3, TwoThirds).ShouldBe(new RivalsOutcome.Chosen(2, new Pair(11, 0, 0), TieStep.None));
        Rivals.Decide(Method.Schulze, Election(4, "6 ADBC", "4 BDAC", "1 DA"), 4, TwoThirds).ShouldBe(new RivalsOutcome.NonePasses([1], new Pair(6, 5, 0)));
    }

    [Fact]
    public void Keeps_things_where_nothing_passes() =>
        Rivals.Decide(Method.Schulze, Election(3, "3 CAB", "2 A"), 3, Simple).ShouldBe(new RivalsOutcome.NonePasses([1], new Pair(2, 3, 0)));

    /// <summary>Who sees them level abstains between them.</summary>
    [Fact]
    public void Counts_who_sees_text_and_keeping_things_level_as_abstaining() =>
        Rivals.Decide(Method.Schulze, Election(3, "2 A", "4 B", "1 CA"), 3, Simple).ShouldBe(new RivalsOutcome.Chosen(2, new Pair(4, 1, 2), TieStep.None));

    [Fact]
    public void Passes_nothing_where_nobody_prefers_either() =>
        Rivals.Decide(Method.Schulze, new Dictionary<Ballot, long>(), 3, (_, against) => against <= 1).ShouldBe(new RivalsOutcome.NonePasses([1, 2], new Pair(0, 0, 0)));

    [Fact]
    public void By_approval_takes_the_most_approved_that_more_approve_than_keeping_things()
    {
        Rivals.Decide(Method.Approval, Approving("3 1", "3 12", "4 3", "1 23"), 3, Simple).ShouldBe(new RivalsOutcome.Chosen(1, new Pair(6, 5, 0), TieStep.None));
        Rivals.Decide(Method.Approval, Approving("3 1", "2 12", "4 3", "1 23"), 3, Simple).ShouldBe(new RivalsOutcome.NonePasses([1], new Pair(5, 5, 0)));
        // Level in approvals and in lowest places; fewer are against the first.
        Rivals.Decide(Method.Approval, Approving("5 13", "3 2", "2 23"), 3, Simple).ShouldBe(new RivalsOutcome.NonePasses([1], new Pair(0, 2, 8)));
    }

    [Fact]
    public void Tells_texts_of_one_place_apart_by_who_puts_them_last()
    {
        // A and B are level with each other; C, keeping things, loses to both; B stands last on three ballots, A on four.
        var ballots = Election(3, "3 ACB", "2 BA", "4 B=A", "1 BCA");
        Text(Schulze.Count(ballots, 3).Ranking).ShouldBe("A=B C");
        Rivals.Decide(Method.Schulze, ballots, 3, Simple).ShouldBe(new RivalsOutcome.Chosen(1, new Pair(9, 1, 0), TieStep.FewerLowest));
    }

    [Fact]
    public void Asks_for_a_lot_where_nothing_tells_texts_apart_and_takes_what_it_draws()
    {
        var ballots = Election(4, "1 ABCD", "1 BCAD", "1 CABD");
        Rivals.Decide(Method.Schulze, ballots, 4, Simple).ShouldBe(new RivalsOutcome.NeedsLot([1, 2, 3]));
        Rivals.Decide(Method.Schulze, ballots, 4, Simple, [4, 3, 1, 2]).ShouldBe(new RivalsOutcome.Chosen(3, new Pair(3, 0, 0), TieStep.Lot));
    }

    /// <summary>No lot where only one of them passes.</summary>
    [Fact]
    public void Leaves_out_of_the_lot_what_does_not_pass() =>
        Rivals.Decide(Method.Approval, Approving("3 13", "3 2", "2 12"), 3, TwoThirds).ShouldBe(new RivalsOutcome.Chosen(1, new Pair(2, 0, 6), TieStep.None));

    [Fact]
    public void Never_takes_a_text_that_does_not_pass_nor_leaves_one_that_beats_all() =>
        Elections(4).Sample(ballots =>
        {
            var pairwise = Pairwise.Of(ballots, 4);
            var passing = Enumerable.Range(1, 3).Where(text => pairwise[text, 4] > pairwise[4, text]).ToList();
            var beatsAll = passing.Find(text => Enumerable.Range(1, 4).All(other => other == text || pairwise[text, other] > pairwise[other, text]));
            return Rivals.Decide(Method.Schulze, ballots, 4, Simple) switch
            {
                RivalsOutcome.Chosen chosen => passing.Contains(chosen.Option) && (beatsAll == 0 || chosen.Option == beatsAll) && chosen.Pair == pairwise.Between(chosen.Option, 4),
                RivalsOutcome.NeedsLot lot => lot.Tied.Count > 1 && lot.Tied.All(passing.Contains) && beatsAll == 0,
                RivalsOutcome.NonePasses none => passing.Count == 0 && none.Best.All(text => pairwise.Between(text, 4) == none.Pair),
                _ => false,
            };
        });

    private static Dictionary<Ballot, long> Approving(params string[] ballots) => ballots.Select(ballot => ballot.Split(' ')).ToDictionary(
        ballot => (Ballot)new Ballot.Chosen(ballot[1].Select(digit => digit - '0')), ballot => long.Parse(ballot[0], System.Globalization.CultureInfo.InvariantCulture));
}
