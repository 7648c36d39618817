using CivicBot.Core;
using static CivicBot.Pure.Tests.Cores.Gathering;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>Closing: early, on time, late, and in which order.</summary>
public class ClosingEarly
{
    private readonly Gathering gathering = With(Where());

    [Fact]
    public void By_whoever_opened_it_ends_the_voting_at_once()
    {
        gathering.Vote("bob", 2);
        gathering.Time = Noon.AddMinutes(5);
        gathering.Do("alice", new CloseVoting(One)).Events.ShouldBe(
        [
            new VotingClosed(One, Member("alice"), Noon.AddMinutes(5)),
            new ResultStored(One, new Result(Method.Single, 1, [0, 1, 0], [2], Outcome.Leading, Noon.AddMinutes(5))),
        ]);
        gathering.Poll.ClosesAt.ShouldBe(Noon.AddMinutes(5));
        gathering.Vote("carol", 1).Refusal.ShouldBe(new Refusal.AlreadyClosed(One, Noon.AddMinutes(5), Noon.AddMinutes(5)));
    }

    [Fact]
    public void By_anybody_else_is_refused_even_by_an_admin()
    {
        gathering.Vote("bob", 2);
        gathering.Do("bob", new CloseVoting(One)).Refusal.ShouldBe(new Refusal.NotTheOpener(One));
        gathering.Do("root", new CloseVoting(One), AsAdmin).Refusal.ShouldBe(new Refusal.NotTheOpener(One));
        gathering.Poll.IsRunning.ShouldBeTrue();
    }

    [Fact]
    public void Where_the_card_did_not_say_so_is_refused()
    {
        gathering.Collective = gathering.Collective.With(gathering.Poll with { Rule = new DecisionRule(Change: true, EarlyClose: false) });
        gathering.Do("alice", new CloseVoting(One)).Refusal.ShouldBe(new Refusal.NoEarlyClose(One, Noon.AddHours(2)));
    }

    [Fact]
    public void Twice_is_refused_and_leaves_the_result_alone()
    {
        gathering.Do("alice", new CloseVoting(One));
        var result = gathering.Poll.Result;
        gathering.Do("alice", new CloseVoting(One)).Refusal.ShouldBe(new Refusal.AlreadyClosed(One, Noon, Noon));
        gathering.Poll.Result.ShouldBeSameAs(result);
    }
}

/// <summary>What falls due happens in order of due time, before whatever is asked.</summary>
public class TimePassing
{
    [Fact]
    public void Closes_what_is_due_in_order_of_due_time_each_at_its_own()
    {
        var gathering = With(Where(lasts: TimeSpan.FromHours(3)));
        gathering.Do("alice", Where(lasts: TimeSpan.FromHours(1)));
        gathering.Do("alice", Where(lasts: TimeSpan.FromHours(3)));
        gathering.Do("alice", Where(lasts: TimeSpan.FromHours(9)));
        gathering.Time = Noon.AddHours(5);

        gathering.Do("clock", new LetTimePass()).Events.OfType<VotingClosed>().ShouldBe(
        [
            new VotingClosed(new DecisionId(2), null, Noon.AddHours(1)),
            new VotingClosed(new DecisionId(1), null, Noon.AddHours(3)),
            new VotingClosed(new DecisionId(3), null, Noon.AddHours(3)),
        ]);
        gathering.Collective.Running.ShouldBe([new DecisionId(4)]);
        gathering.Collective.Decisions.Values.Select(decision => decision.Result?.ClosesAt)
            .ShouldBe([Noon.AddHours(3), Noon.AddHours(1), Noon.AddHours(3), null]);
    }

    [Fact]
    public void Comes_before_a_command_that_is_accepted()
    {
        var gathering = With(Where(lasts: TimeSpan.FromHours(1)));
        gathering.Time = Noon.AddHours(2);
        gathering.Do("bob", Where() with { ClosesAt = null }).Events.Select(happened => happened.GetType())
            .ShouldBe([typeof(VotingClosed), typeof(ResultStored), typeof(MemberJoined), typeof(DecisionOpened)]);
    }

    [Fact]
    public void Comes_before_a_command_that_is_refused()
    {
        var gathering = With(Where(lasts: TimeSpan.FromHours(1)));
        gathering.Time = Noon.AddHours(2);
        var ruling = gathering.Vote("bob", 1);
        ruling.Refusal.ShouldBeOfType<Refusal.AlreadyClosed>();
        ruling.Events.Select(happened => happened.GetType()).ShouldBe([typeof(VotingClosed), typeof(ResultStored)]);
        gathering.Collective.Members.Count.ShouldBe(1);
    }

    [Fact]
    public void Brings_nothing_before_the_deadline_and_nothing_twice()
    {
        var gathering = With(Where(lasts: TimeSpan.FromHours(1)));
        gathering.Time = Noon.AddHours(1).AddSeconds(-1);
        gathering.Do("clock", new LetTimePass()).ShouldBe(Ruling.Unchanged);
        gathering.Time = Noon.AddHours(1);
        gathering.Do("clock", new LetTimePass()).Events.Length.ShouldBe(2);
        gathering.Do("clock", new LetTimePass()).ShouldBe(Ruling.Unchanged);
    }
}
