using CivicBot.Core;
using static CivicBot.Pure.Tests.Cores.Gathering;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>Options stand from the first ballot on.</summary>
public class EditingADecision
{
    private readonly Gathering gathering = With(Where());

    [Fact]
    public void Before_the_first_ballot_replaces_what_is_given_and_makes_a_new_version()
    {
        gathering.Do("alice", new EditDecision(One, null, ["Park", "Pub"], Noon.AddHours(5))).Events.ShouldHaveSingleItem();
        (gathering.Poll.Title, gathering.Poll.Version, gathering.Poll.ClosesAt).ShouldBe(("Where do we meet?", 2, Noon.AddHours(5)));
        gathering.Poll.Options.ShouldBe(["Park", "Pub"]);
        (gathering.Poll.Mode, gathering.Poll.Method, gathering.Poll.Rule).ShouldBe((Mode.Open, Method.Single, new DecisionRule(true, true)));
    }

    [Fact]
    public void After_the_first_ballot_is_refused()
    {
        gathering.Vote("bob", 1);
        gathering.Do("alice", new EditDecision(One, "What?", null, null)).Refusal.ShouldBe(new Refusal.BallotsWereCast(One));
        gathering.Poll.Version.ShouldBe(1);
    }

    [Fact]
    public void After_a_ballot_that_was_taken_back_is_refused_all_the_same()
    {
        gathering.Vote("bob", 1);
        gathering.Do("bob", new WithdrawBallot(One));
        gathering.Do("alice", new EditDecision(One, "What?", null, null)).Refusal.ShouldBe(new Refusal.BallotsWereCast(One));
    }

    [Fact]
    public void By_somebody_else_is_refused_even_by_an_admin()
    {
        gathering.Do("bob", new EditDecision(One, "What?", null, null)).Refusal.ShouldBe(new Refusal.NotTheOpener(One));
        gathering.Do("root", new EditDecision(One, "What?", null, null), AsAdmin).Refusal.ShouldBe(new Refusal.NotTheOpener(One));
    }

    [Fact]
    public void To_what_it_says_already_changes_nothing() =>
        gathering.Do("alice", new EditDecision(One, " Where do we meet? ", ["Park", "Cafe\u0301", "Online"], Noon.AddHours(2))).ShouldBe(Ruling.Unchanged);

    [Fact]
    public void Is_held_to_the_same_rules_as_opening()
    {
        gathering.Do("alice", new EditDecision(One, "\ud800", null, null)).Refusal.ShouldBe(new Refusal.UnreadableText());
        gathering.Do("alice", new EditDecision(One, null, ["Park", "P\u0430rk"], null)).Refusal.ShouldBe(new Refusal.TwinOptions("Park", "P\u0430rk"));
        gathering.Do("alice", new EditDecision(One, null, ["Park"], null)).Refusal.ShouldBe(new Refusal.TooFewOptions(1));
        gathering.Do("alice", new EditDecision(One, null, null, Noon)).Refusal.ShouldBe(new Refusal.ClosesInThePast(Noon));
        gathering.Do("alice", new EditDecision(One, null, null, Noon.AddDays(61))).Refusal.ShouldBe(new Refusal.ClosesTooLate(Noon.AddDays(60)));
    }

    [Fact]
    public void To_fewer_options_than_one_may_choose_is_refused()
    {
        var approval = With(Where(Method.Approval, max: 3));
        approval.Do("alice", new EditDecision(One, null, ["Park", "Pub"], null)).Refusal.ShouldBe(new Refusal.UnfitMax(3, 2));
    }

    [Fact]
    public void After_the_close_is_refused_and_the_close_happens()
    {
        gathering.Time = Noon.AddHours(2);
        var ruling = gathering.Do("alice", new EditDecision(One, null, null, Noon.AddHours(9)));
        ruling.Refusal.ShouldBe(new Refusal.AlreadyClosed(One, Noon.AddHours(2), gathering.Time));
        gathering.Poll.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public void Moves_the_deadline_that_ballots_are_compared_with()
    {
        gathering.Do("alice", new EditDecision(One, null, null, Noon.AddHours(1)));
        gathering.Time = Noon.AddHours(1);
        gathering.Vote("bob", 1).Refusal.ShouldBe(new Refusal.AlreadyClosed(One, Noon.AddHours(1), gathering.Time));
    }

    /// <summary>A title that was erased must be given again: nobody edits what is not known.</summary>
    [Fact]
    public void Of_which_the_title_was_erased_asks_for_one()
    {
        gathering.Collective = gathering.Collective.With(gathering.Poll with { Title = null });
        gathering.Do("alice", new EditDecision(One, null, null, Noon.AddHours(5))).Refusal.ShouldBe(new Refusal.EmptyText());
    }
}
