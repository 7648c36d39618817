using CivicBot.Core;
using static CivicBot.Pure.Tests.Cores.Gathering;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>Whose ballot stands, and until when.</summary>
public class CastingABallot
{
    [Fact]
    public void By_an_account_that_acts_for_the_first_time_makes_a_member_in_the_same_ruling()
    {
        var gathering = With(Where());
        gathering.Vote("bob", 2).Events.ShouldBe(
            [new MemberJoined(Member("bob"), new AccountId("practice:@bob"), "bob", Noon), new BallotCast(One, Member("bob"), Choose(2), Noon)]);
        gathering.Poll.Ballots.Of(gathering.Collective.Members[Member("bob")].Number).ShouldBe(new CastAt(Choose(2), Noon, Order: 1));
    }

    [Fact]
    public void That_is_refused_makes_no_member()
    {
        var gathering = With(Where());
        gathering.Vote("bob", 9).Events.ShouldBeEmpty();
        gathering.Collective.Members.Count.ShouldBe(1);
        gathering.Poll.Ballots.EverCast.ShouldBeFalse();
    }

    [Fact]
    public void Again_replaces_the_one_before()
    {
        var gathering = With(Where());
        gathering.Vote("bob", 2);
        gathering.Vote("bob", 3).Events.ShouldBe([new BallotCast(One, Member("bob"), Choose(3), Noon)]);
        gathering.Poll.Ballots.Count.ShouldBe(1);
        Tally.Of(gathering.Poll).ShouldBe(new Tally([0, 0, 1], 1));
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var gathering = With(Where(Method.Approval));
        gathering.Vote("bob", 1, 3);
        gathering.Vote("bob", 3, 1, 3).ShouldBe(Ruling.Unchanged);
    }

    /// <summary>SECURITY 16 and SEMANTICS 3.9: compared when it is written, by one clock.</summary>
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Counts_only_before_the_deadline(int seconds, bool counts)
    {
        var gathering = With(Where());
        gathering.Time = Noon.AddHours(2).AddSeconds(seconds);
        var ruling = gathering.Vote("bob", 1);
        ruling.Refusal.ShouldBe(counts ? null : new Refusal.AlreadyClosed(One, Noon.AddHours(2), gathering.Time));
        gathering.Poll.Ballots.Count.ShouldBe(counts ? 1 : 0);
        if (!counts) gathering.Poll.Result!.Outcome.ShouldBe(Outcome.NobodyVoted);
    }

    /// <summary>The rule holds even where nobody has carried out the deadline yet.</summary>
    [Fact]
    public void After_the_deadline_is_refused_long_after_the_close()
    {
        var gathering = With(Where());
        gathering.Time = Noon.AddHours(2);
        gathering.Do("clock", new LetTimePass());
        gathering.Time = Noon.AddDays(3);
        var ruling = gathering.Vote("bob", 1);
        ruling.Refusal.ShouldBe(new Refusal.AlreadyClosed(One, Noon.AddHours(2), Noon.AddDays(3)));
        ruling.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Where_ballots_stand_is_final()
    {
        var gathering = With(Where(change: false));
        gathering.Vote("bob", 2);
        gathering.Vote("bob", 3).Refusal.ShouldBe(new Refusal.BallotsStand(One));
        gathering.Vote("bob", 2).ShouldBe(Ruling.Unchanged);
        gathering.Poll.Ballots.Of(gathering.Collective.Members[Member("bob")].Number)!.Ballot.ShouldBe(Choose(2));
    }

    /// <summary>SECURITY 30: what others saw is not recorded where it is to stay hidden.</summary>
    [Fact]
    public void Seen_by_others_is_refused_in_a_sealed_decision()
    {
        var gathering = With(Where(mode: Mode.Sealed));
        gathering.Do("bob", new CastBallot(One, Choose(1)), SeenByOthers).Refusal.ShouldBe(new Refusal.OthersSawIt(One));
        gathering.Collective.Members.Count.ShouldBe(1);
        gathering.Vote("bob", 1).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Seen_by_others_is_fine_in_an_open_decision() =>
        With(Where()).Do("bob", new CastBallot(One, Choose(1)), SeenByOthers).Refusal.ShouldBeNull();

    [Theory]
    [InlineData(0, "0")]
    [InlineData(4, "4")]
    [InlineData(-1, "-1")]
    [InlineData(int.MaxValue, "2147483647")]
    public void For_an_option_that_is_not_there_is_refused(int option, string typed) =>
        With(Where(Method.Approval)).Vote("bob", 1, option).Refusal.ShouldBe(new Refusal.NoSuchOption(One, typed));

    [Fact]
    public void For_nothing_is_refused() => With(Where(Method.Approval)).Vote("bob", []).Refusal.ShouldBe(new Refusal.NothingChosen(One));

    [Fact]
    public void For_two_where_one_is_chosen_is_refused() => With(Where()).Vote("bob", 1, 2).Refusal.ShouldBe(new Refusal.TooManyChosen(One, 2, 1));

    [Fact]
    public void For_more_than_the_maximum_is_refused()
    {
        var gathering = With(Where(Method.Approval, max: 2));
        gathering.Vote("bob", 1, 2, 3).Refusal.ShouldBe(new Refusal.TooManyChosen(One, 3, 2));
        gathering.Vote("bob", 1, 2).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Of_another_kind_than_was_asked_is_refused()
    {
        With(Where()).Vote("bob", Position.For).Refusal.ShouldBe(new Refusal.OtherAnswersOffered(One));
        With(Where(Method.YesNo)).Vote("bob", 1).Refusal.ShouldBe(new Refusal.OtherAnswersOffered(One));
    }

    [Fact]
    public void In_a_decision_that_is_not_there_is_refused_with_the_last_number() =>
        With(Where()).Do("bob", new CastBallot(new DecisionId(7), Choose(1))).Refusal.ShouldBe(new Refusal.NoSuchDecision(new DecisionId(7), 1));
}

/// <summary>Taking a ballot back.</summary>
public class WithdrawingABallot
{
    [Fact]
    public void Leaves_no_trace_in_the_count()
    {
        var gathering = With(Where());
        gathering.Vote("bob", 2);
        gathering.Do("bob", new WithdrawBallot(One)).Events.ShouldBe([new BallotWithdrawn(One, Member("bob"), Noon)]);
        gathering.Poll.Ballots.Count.ShouldBe(0);
        gathering.Poll.Ballots.Alike.ShouldBeEmpty();
        gathering.Vote("bob", 2).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void That_was_never_cast_is_refused()
    {
        var gathering = With(Where());
        gathering.Do("bob", new WithdrawBallot(One)).Refusal.ShouldBe(new Refusal.NoBallot(One));
        gathering.Collective.Members.Count.ShouldBe(1);
    }

    [Fact]
    public void Twice_is_refused()
    {
        var gathering = With(Where());
        gathering.Vote("bob", 2);
        gathering.Do("bob", new WithdrawBallot(One));
        gathering.Do("bob", new WithdrawBallot(One)).Refusal.ShouldBe(new Refusal.NoBallot(One));
    }

    [Fact]
    public void Where_ballots_stand_is_refused()
    {
        var gathering = With(Where(change: false));
        gathering.Vote("bob", 2);
        gathering.Do("bob", new WithdrawBallot(One)).Refusal.ShouldBe(new Refusal.BallotsStand(One));
        gathering.Poll.Ballots.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Is_possible_only_before_the_deadline(int seconds, bool possible)
    {
        var gathering = With(Where());
        gathering.Vote("bob", 2);
        gathering.Time = Noon.AddHours(2).AddSeconds(seconds);
        gathering.Do("bob", new WithdrawBallot(One)).Refusal.ShouldBe(possible ? null : new Refusal.AlreadyClosed(One, Noon.AddHours(2), gathering.Time));
        gathering.Poll.Ballots.Count.ShouldBe(possible ? 0 : 1);
    }

    /// <summary>Whoever left the room keeps his right to take back what is his.</summary>
    [Fact]
    public void Does_not_ask_who_is_in_the_room()
    {
        var gathering = With(Where());
        gathering.Vote("bob", 2);
        gathering.Do("bob", new WithdrawBallot(One), Absent).Refusal.ShouldBeNull();
    }
}
