using CivicBot.Core;
using static CivicBot.Pure.Tests.Cores.Gathering;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>A ranked ballot: what it says, and that it says it in one way.</summary>
public class ARanking
{
    [Fact]
    public void That_names_the_last_rank_is_the_same_as_one_that_leaves_it_out()
    {
        Ballot.Ranked.Of(3, [2], [1, 3]).ShouldBe(new Ballot.Ranked([2]));
        Ballot.Ranked.Of(3, [2], [3], [1]).ShouldBe(Ballot.Ranked.Of(3, [2], [3]));
        Ballot.Ranked.Of(3, [2], [3]).ShouldNotBe(Ballot.Ranked.Of(3, [2]));
    }

    [Fact]
    public void Is_the_same_however_its_ranks_are_written() =>
        new Ballot.Ranked([3, 1], [], [2, 1, 2]).ShouldBe(new Ballot.Ranked([1, 3], [2]));

    [Fact]
    public void Says_all_ranks_where_the_last_is_wanted()
    {
        new Ballot.Ranked([2]).In(4).ShouldBe([[2], [1, 3, 4]]);
        Ballot.Ranked.Of(2, [2], [1]).In(2).ShouldBe([[2], [1]]);
    }

    [Fact]
    public void Stands_in_a_ranked_decision_and_nowhere_else()
    {
        var gathering = With(Where(Method.Schulze));
        gathering.Do("bob", new CastBallot(One, new Ballot.Ranked([2], [1]))).Refusal.ShouldBeNull();
        gathering.Do("bob", new CastBallot(One, new Ballot.Ranked([2], [1]))).ShouldBe(Ruling.Unchanged);
        gathering.Do("bob", new CastBallot(One, Choose(2))).Refusal.ShouldBe(new Refusal.OtherAnswersOffered(One));
        gathering.Do("bob", new CastBallot(One, Say(Position.For))).Refusal.ShouldBe(new Refusal.OtherAnswersOffered(One));
        With(Where()).Do("bob", new CastBallot(One, new Ballot.Ranked([2]))).Refusal.ShouldBe(new Refusal.OtherAnswersOffered(One));
    }

    [Fact]
    public void Of_nothing_or_of_what_is_not_there_is_refused()
    {
        var gathering = With(Where(Method.Schulze));
        gathering.Do("bob", new CastBallot(One, new Ballot.Ranked())).Refusal.ShouldBe(new Refusal.NothingChosen(One));
        gathering.Do("bob", new CastBallot(One, new Ballot.Ranked([1], [4]))).Refusal.ShouldBe(new Refusal.NoSuchOption(One, "4"));
        gathering.Do("bob", new CastBallot(One, new Ballot.Ranked([0]))).Refusal.ShouldBe(new Refusal.NoSuchOption(One, "0"));
    }

    /// <summary>Else one meaning would be two ballots.</summary>
    [Fact]
    public void With_the_last_rank_written_out_is_refused() =>
        With(Where(Method.Schulze)).Do("bob", new CastBallot(One, new Ballot.Ranked([2], [1, 3]))).Refusal.ShouldBe(new Refusal.OtherAnswersOffered(One));

    [Fact]
    public void Is_counted_with_the_others_that_are_alike()
    {
        var gathering = With(Where(Method.Schulze));
        gathering.Do("bob", new CastBallot(One, Ballot.Ranked.Of(3, [2], [1], [3])));
        gathering.Do("carol", new CastBallot(One, Ballot.Ranked.Of(3, [2], [1])));
        gathering.Poll.Ballots.Alike.ShouldHaveSingleItem().Value.ShouldBe(2);
        var tally = Tally.Of(gathering.Poll);
        (tally.Counts, tally.Voters, Ranked.Text(tally.Ranking)).ShouldBe(([0, 2, 0], 2, "B A C"));
    }
}
