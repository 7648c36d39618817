using CivicBot.Core;
using CsCheck;
using static CivicBot.Pure.Tests.Cores.Gathering;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>What the ballots amount to, counted once.</summary>
public class TheResult
{
    private static readonly string[] People = [.. Enumerable.Range(0, 12).Select(i => $"person-{i}")];
    private static readonly Gen<Method> Methods = Gen.Int[0, 2].Select(i => (Method)i);

    [Fact]
    public void Of_a_single_choice_is_the_option_with_the_most()
    {
        var gathering = With(Where());
        gathering.Vote("alice", 2);
        gathering.Vote("bob", 2);
        gathering.Vote("carol", 1);
        Closed(gathering).ShouldBe(new Result(Method.Single, 3, [1, 2, 0], [2], Outcome.Leading, Noon.AddHours(2)));
    }

    [Fact]
    public void Of_an_approval_counts_each_ballot_once_for_each_of_its_options()
    {
        var gathering = With(Where(Method.Approval));
        gathering.Vote("alice", 1, 2);
        gathering.Vote("bob", 2, 3);
        gathering.Vote("carol", 2);
        Closed(gathering).ShouldBe(new Result(Method.Approval, 3, [1, 3, 1], [2], Outcome.Leading, Noon.AddHours(2)));
    }

    /// <summary>SEMANTICS 3.7: a poll draws no lot.</summary>
    [Fact]
    public void Of_options_that_are_level_names_them_together()
    {
        var gathering = With(Where());
        gathering.Vote("alice", 1);
        gathering.Vote("bob", 3);
        Closed(gathering).ShouldBe(new Result(Method.Single, 2, [1, 0, 1], [1, 3], Outcome.Level, Noon.AddHours(2)));
    }

    [Theory]
    [InlineData(Method.Single, 3)]
    [InlineData(Method.Approval, 3)]
    [InlineData(Method.YesNo, 3)]
    public void Of_nobody_names_no_winner(Method method, int places) =>
        Closed(With(Where(method))).ShouldBe(new Result(method, 0, Enumerable.Repeat(0L, places).ToValues(), [], Outcome.NobodyVoted, Noon.AddHours(2)));

    [Fact]
    public void Of_ballots_that_were_all_taken_back_is_nobodys()
    {
        var gathering = With(Where());
        gathering.Vote("bob", 1);
        gathering.Do("bob", new WithdrawBallot(One));
        Closed(gathering).Outcome.ShouldBe(Outcome.NobodyVoted);
    }

    [Theory]
    [InlineData(2, 1, 0, Outcome.Adopted)]
    [InlineData(1, 2, 5, Outcome.Rejected)]
    [InlineData(2, 2, 0, Outcome.TiedRejected)]
    [InlineData(1, 0, 9, Outcome.Adopted)]
    [InlineData(0, 0, 3, Outcome.Rejected)]
    [InlineData(0, 1, 0, Outcome.Rejected)]
    public void Of_a_yes_or_no_weighs_for_against_against_and_leaves_out_who_abstains(int yes, int no, int abstain, Outcome outcome)
    {
        var gathering = With(Where(Method.YesNo));
        for (var i = 0; i < yes + no + abstain; i++) gathering.Vote($"person-{i}", i < yes ? Position.For : i < yes + no ? Position.Against : Position.Abstain);
        Closed(gathering).ShouldBe(new Result(Method.YesNo, yes + no + abstain, [yes, no, abstain], [], outcome, Noon.AddHours(2)));
    }

    /// <summary>SEMANTICS 3.11: it is what was stored, even if the ballots under it are read otherwise later.</summary>
    [Fact]
    public void Is_never_counted_again()
    {
        var gathering = With(Where());
        gathering.Vote("bob", 1);
        var stored = Closed(gathering);
        gathering.Collective = gathering.Collective.Apply(new MemberJoined(Member("carol"), null, "carol", Noon), new BallotCast(One, Member("carol"), Choose(3), Noon));
        gathering.Time = Noon.AddDays(9);
        gathering.Do("clock", new LetTimePass()).ShouldBe(Ruling.Unchanged);
        gathering.Poll.Result.ShouldBe(stored);
    }

    [Fact]
    public void Is_the_same_in_whatever_order_members_vote() =>
        Gen.Select(Methods, Gen.Int[1, 7].Array[People.Length], Gen.Shuffle(People), Gen.Int[0, People.Length])
            .Sample((method, choices, order, voters) =>
            {
                var voting = order.Take(voters).ToArray();
                Played(method, voting, choices).ShouldBe(Played(method, [.. voting.Order(StringComparer.Ordinal)], choices));
            });

    [Fact]
    public void Is_what_a_naive_count_gives_however_often_people_change_their_minds() =>
        Gen.Select(Methods, Gen.Select(Gen.Int[0, People.Length - 1], Gen.Int[0, 7]).Array[0, 60])
            .Sample((method, acts) =>
            {
                var gathering = With(Where(method));
                var last = new Dictionary<int, Ballot>();
                foreach (var (who, choice) in acts)
                {
                    if (choice == 0)
                    {
                        gathering.Do(People[who], new WithdrawBallot(One));
                        last.Remove(who);
                        continue;
                    }
                    gathering.Do(People[who], new CastBallot(One, BallotOf(method, choice))).Refusal.ShouldBeNull();
                    last[who] = BallotOf(method, choice);
                }
                var naive = Enumerable.Range(0, 3).Select(place => (long)last.Values.Count(ballot => Names(ballot, place))).ToArray();
                var result = Closed(gathering);
                result.Counts.ShouldBe(naive);
                result.Direct.ShouldBe(last.Count);
                gathering.Poll.Ballots.Alike.Values.Sum().ShouldBe(last.Count);
            });

    private static bool Names(Ballot ballot, int place) => ballot switch
    {
        Ballot.Chosen chosen => chosen.Options.Contains(place + 1),
        Ballot.Stance stance => (int)stance.Position == place,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A number from 1 to 7 as a ballot; in approval its bits.</summary>
    private static Ballot BallotOf(Method method, int choice) => method switch
    {
        Method.Approval => Choose([.. Enumerable.Range(1, 3).Where(option => (choice & (1 << (option - 1))) != 0)]),
        Method.Single => Choose((choice % 3) + 1),
        _ => Say((Position)(choice % 3)),
    };

    private static Result Played(Method method, string[] voters, int[] choices)
    {
        var gathering = With(Where(method));
        foreach (var who in voters) gathering.Do(who, new CastBallot(One, BallotOf(method, choices[Array.IndexOf(People, who)])));
        return Closed(gathering);
    }

    private static Result Closed(Gathering gathering)
    {
        gathering.Time = Noon.AddHours(2);
        gathering.Do("clock", new LetTimePass());
        return gathering.Poll.Result.ShouldNotBeNull();
    }
}
