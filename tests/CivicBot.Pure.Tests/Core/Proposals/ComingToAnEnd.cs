using CivicBot.Core;
using static CivicBot.Pure.Tests.Cores.Gathering;
using static CivicBot.Pure.Tests.Cores.OnTheWay.OnItsWay;

namespace CivicBot.Pure.Tests.Cores.OnTheWay;

/// <summary>SEMANTICS 3.5 to 3.7 and 3.9: how a vote ends, early, late or at its time.</summary>
public class ComingToAnEnd
{
    [Theory]
    [InlineData("alice", "", Outcome.NoQuorum, Reason.TooFewTookPart)]
    [InlineData("alice bob", "", Outcome.NoQuorum, Reason.TooFewDirect)]
    [InlineData("alice bob carol", "", Outcome.Adopted, Reason.Counted)]
    [InlineData("alice", "bob carol", Outcome.Rejected, Reason.Counted)]
    [InlineData("alice bob", "carol dave", Outcome.TiedRejected, Reason.Counted)]
    public void Goes_by_its_rule(string pro, string contra, Outcome outcome, Reason reason)
    {
        var gathering = Voting();
        foreach (var name in pro.Split(' ', StringSplitOptions.RemoveEmptyEntries)) gathering.Vote(name, Position.For);
        foreach (var name in contra.Split(' ', StringSplitOptions.RemoveEmptyEntries)) gathering.Vote(name, Position.Against);
        gathering.Pass(days: 7);
        (gathering.Decision().Outcome, gathering.Decision().Result!.Reason).ShouldBe((outcome, reason));
    }

    [Fact]
    public void A_vote_that_is_decided_closes_an_hour_later_unless_it_is_open_again()
    {
        var gathering = Voting(("early_close", "on"));
        foreach (var name in (string[])["alice", "bob", "carol"]) gathering.Vote(name, Position.For);
        gathering.Decision().ClosesEarlyAt.ShouldBe(Noon.AddDays(8).AddHours(1));
        gathering.Pass(hours: 0.5);
        gathering.Vote("carol", Position.Abstain);
        gathering.Decision().ClosesEarlyAt.ShouldBeNull();
        gathering.Vote("carol", Position.For);
        gathering.Pass(hours: 1);
        (gathering.Decision().Outcome, gathering.Decision().ClosesAt).ShouldBe((Outcome.Adopted, Noon.AddDays(8).AddHours(1.5)));
    }

    [Fact]
    public void Nothing_closes_early_while_delegates_votes_are_fixed()
    {
        var gathering = Voting(("early_close", "on")).Pass(days: 6.5);
        gathering.Decision().Fixed.ShouldNotBeNull();
        foreach (var name in (string[])["alice", "bob", "carol"]) gathering.Vote(name, Position.For);
        gathering.Decision().ClosesEarlyAt.ShouldBeNull();
    }

    [Fact]
    public void A_lead_that_changes_at_the_very_end_gives_two_hours_more_once()
    {
        var gathering = Together(("quiet_ending", "on")).Proposed(mode: Mode.Open).Supported().Pass(days: 8);
        foreach (var name in (string[])["alice", "bob"]) gathering.Vote(name, Position.For);
        gathering.Pass(days: 7, hours: -0.25);
        gathering.Vote("carol", Position.Against);
        gathering.Decision().ClosesAt.ShouldBe(Noon.AddDays(15), "the lead is the same");
        gathering.Vote("dave", Position.Against);
        gathering.Decision().ClosesAt.ShouldBe(Noon.AddDays(15).AddHours(2));
        gathering.Pass(hours: 2);
        gathering.Vote("erin", Position.For);
        gathering.Decision().ClosesAt.ShouldBe(Noon.AddDays(15).AddHours(2), "once");
        gathering.Pass(hours: 1).Decision().Outcome.ShouldBe(Outcome.Adopted);
    }

    [Fact]
    public void A_sealed_vote_gives_no_hint_by_going_on()
    {
        var gathering = Voting(("quiet_ending", "on")).Pass(days: 7, hours: -0.25);
        foreach (var name in (string[])["alice", "bob", "carol"]) gathering.Vote(name, Position.For);
        gathering.Decision().ClosesAt.ShouldBe(Noon.AddDays(15));
    }

    /// <summary>The next in line opens when the place is free, and not at a time before it was.</summary>
    [Fact]
    public void What_waits_for_a_lot_keeps_its_place()
    {
        var gathering = Together(("open_votes", "1")).Proposed().Supported();
        gathering.Does("dave", new EnterRival(One, null, "Rent a cargo bike", null));
        foreach (var name in (string[])["erin", "bob"]) gathering.Does(name, new Support(One, 1));
        gathering.Pass(hours: 1).Proposed(by: "bob");
        foreach (var name in (string[])["alice", "carol"]) gathering.Does(name, new Support(new DecisionId(2)));
        gathering.Pass(days: 8);
        gathering.Does("alice", new CastBallot(One, Ballot.Ranked.Of(3, [[1], [2]])));
        gathering.Does("bob", new CastBallot(One, Ballot.Ranked.Of(3, [[2], [1]])));
        gathering.Does("carol", new CastBallot(One, Ballot.Ranked.Of(3, [[1, 2]])));
        gathering.Pass(days: 8);
        (gathering.Decision(1).Phase, gathering.Decision(2).Phase).ShouldBe((Phase.Tallying, Phase.Frozen));
        gathering.Do("clock", new Draw(One, null, "beacon", new string('a', 64)), occasion => Occasion.OfTheClock(occasion.At));
        gathering.Decision(1).Outcome.ShouldBe(Outcome.Adopted);
        (gathering.Decision(2).Phase, gathering.Decision(2).PhaseBegan).ShouldBe((Phase.Voting, gathering.Time));
    }
}

public class ChangingARule
{
    [Fact]
    public void Holds_from_the_close_and_not_for_what_was_proposed_before()
    {
        var gathering = Together().Proposed();
        gathering.Does("bob", new ProposeRule("quorum", "20%", "Summer is quiet"));
        var change = gathering.Decision(2);
        (change.Title, change.Mode, change.Proposal!.Terms.Quorum, change.Proposal.Terms.Majority.ToString()).ShouldBe(
            ("quorum: participation 3/10 → participation 1/5", Mode.Sealed, Quorum.Read("participation 1/2")!, "2/3"));
        foreach (var name in (string[])["alice", "carol"]) gathering.Does(name, new Support(new DecisionId(2)));
        gathering.Pass(days: 8);
        foreach (var name in Five) gathering.Does(name, new CastBallot(new DecisionId(2), Say(Position.For)));
        gathering.Pass(days: 7);
        gathering.Decision(2).Outcome.ShouldBe(Outcome.Adopted);
        gathering.Collective.Rules.Of("quorum").ShouldBe("participation 1/5");
        gathering.Decision(1).Proposal!.Terms.Of("quorum").ShouldBe("participation 3/10");
    }

    [Fact]
    public void Is_superseded_where_the_rule_has_become_another_meanwhile()
    {
        var gathering = Together();
        gathering.Does("alice", new ProposeRule("quorum", "20%", null));
        gathering.Supported().Pass(days: 8);
        gathering.Collective = gathering.Collective with { Rules = gathering.Collective.Rules.With("quorum", "none") };
        foreach (var name in Five) gathering.Vote(name, Position.For);
        gathering.Pass(days: 7);
        (gathering.Decision().Outcome, gathering.Decision().Result!.Reason, gathering.Collective.Rules.Of("quorum")).ShouldBe((Outcome.Superseded, Reason.RuleIsAnother, "none"));
    }

    [Fact]
    public void Is_checked_when_it_is_proposed()
    {
        var gathering = Together();
        gathering.IsRefused("alice", new ProposeRule("quorum", "90%", null)).ShouldBe(new Refusal.UnfitRule("quorum", "90%"));
        gathering.IsRefused("alice", new ProposeRule("quorum", "30%", null)).ShouldBe(new Refusal.RuleIsSo("quorum", "participation 3/10"));
        gathering.Does("alice", new ProposeRule("quorum", "20%", null));
        gathering.IsRefused("alice", new EditText(One, null, "Something else")).ShouldBe(new Refusal.RuleTextIsFixed(One));
    }
}

public class TheAftermath
{
    [Fact]
    public void Asks_at_the_review_and_no_longer_after_a_month_without_an_answer()
    {
        var gathering = Adopted();
        var review = Noon.AddDays(15 + 90);
        gathering.Decision().Proposal!.Aftermath!.Review.ShouldBe(review);
        gathering.IsRefused("bob", new AnswerFollowUp(One, FollowUp.Done)).ShouldBe(new Refusal.ReviewComesLater(One, review));
        gathering.Pass(days: 119);
        gathering.Decision().Proposal!.Aftermath!.Progress.ShouldBe(Progress.InProgress);
        gathering.Pass(days: 1);
        gathering.Decision().Proposal!.Aftermath!.Progress.ShouldBe(Progress.Sunset);
    }

    [Fact]
    public void An_answer_keeps_it()
    {
        var gathering = Adopted().Pass(days: 100);
        gathering.Does("bob", new AnswerFollowUp(One, FollowUp.NotHelped));
        gathering.Pass(days: 60);
        gathering.Decision().Proposal!.Aftermath!.Progress.ShouldBe(Progress.InProgress);
    }

    [Fact]
    public void Is_said_by_author_and_owner()
    {
        var gathering = Adopted();
        gathering.IsRefused("bob", new StateOutcome(One, "Ordered", null, null, null)).ShouldBe(new Refusal.NotTheOpener(One));
        gathering.Does("alice", new StateOutcome(One, null, Member("bob"), null, null));
        gathering.Does("bob", new StateOutcome(One, "Ordered", null, gathering.Time.AddDays(3), null));
        gathering.IsRefused("bob", new StateOutcome(One, null, null, gathering.Time, null)).ShouldBe(new Refusal.ClosesInThePast(gathering.Time));
        gathering.Does("bob", new StateOutcome(One, null, null, null, null, Progress.Done));
        gathering.Decision().Proposal!.Aftermath!.ShouldSatisfyAllConditions(known => known.Statement.ShouldBe("Ordered"), known => known.Owner.ShouldBe(Member("bob")), known => known.Progress.ShouldBe(Progress.Done));
        gathering.Pass(days: 200).Decision().Proposal!.Aftermath!.Progress.ShouldBe(Progress.Done);
    }

    [Fact]
    public void What_was_not_adopted_can_be_proposed_again_after_a_week()
    {
        var gathering = Together().Proposed().Pass(days: 14);
        gathering.Pass(days: 6);
        gathering.IsRefused("bob", new ProposeAgain(One)).ShouldBe(new Refusal.TooSoonAgain(One, Noon.AddDays(21)));
        gathering.Pass(days: 1);
        gathering.Does("bob", new ProposeAgain(One));
        (gathering.Decision(2).Title, gathering.Decision(2).Body, gathering.Decision(2).By).ShouldBe(("Buy a cargo bike", Text, Member("bob")));
        Adopted().IsRefused("bob", new ProposeAgain(One)).ShouldBe(new Refusal.NothingToRepeat(One));
    }

    private static Gathering Adopted()
    {
        var gathering = Voting();
        foreach (var name in (string[])["alice", "bob", "carol"]) gathering.Vote(name, Position.For);
        return gathering.Pass(days: 7);
    }
}
