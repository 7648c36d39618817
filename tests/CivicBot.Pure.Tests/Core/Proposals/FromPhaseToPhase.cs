using CivicBot.Core;
using static CivicBot.Pure.Tests.Cores.Gathering;
using static CivicBot.Pure.Tests.Cores.OnTheWay.OnItsWay;

namespace CivicBot.Pure.Tests.Cores.OnTheWay;

/// <summary>SEMANTICS 3.1 and 3.2: phases in time, support for versions, the line before the vote.</summary>
public class FromPhaseToPhase
{
    [Fact]
    public void A_standard_proposal_is_discussed_rests_and_is_voted_on()
    {
        var gathering = Together().Proposed();
        gathering.Decision().ClosesAt.ShouldBe(Noon.AddDays(14));
        gathering.Pass(days: 1).Supported();
        (gathering.Decision().Phase, gathering.Decision().ClosesAt).ShouldBe((Phase.Discussion, Noon.AddDays(8)));
        gathering.Pass(days: 7);
        (gathering.Decision().Phase, gathering.Decision().ClosesAt).ShouldBe((Phase.Frozen, Noon.AddDays(9)));
        gathering.Pass(days: 1);
        (gathering.Decision().Phase, gathering.Decision().ClosesAt, gathering.Decision().Roll!.Count).ShouldBe((Phase.Voting, Noon.AddDays(16), 5));
        foreach (var name in (string[])["alice", "bob", "carol"]) gathering.Vote(name, Position.For);
        gathering.Pass(days: 7);
        (gathering.Decision().Outcome, gathering.Decision().Result!.Roll, gathering.Decision().Result!.Direct).ShouldBe((Outcome.Adopted, 5, 3));
    }

    /// <summary>Outage or not, everything happens at its time and in order.</summary>
    [Fact]
    public void After_a_long_silence_each_step_has_happened_in_its_time()
    {
        var gathering = Together().Proposed().Supported();
        gathering.Pass(days: 40);
        gathering.Decision().Phases.Select(plan => (plan.Phase, plan.Ends)).ShouldBe(
            [(Phase.Support, Noon.AddDays(14)), (Phase.Discussion, Noon.AddDays(7)), (Phase.Frozen, Noon.AddDays(8)), (Phase.Voting, Noon.AddDays(15))]);
        (gathering.Decision().Outcome, gathering.Decision().Result!.ClosesAt).ShouldBe((Outcome.NoQuorum, Noon.AddDays(15)));
    }

    [Fact]
    public void An_urgent_one_takes_twice_the_support_and_two_days_of_voting()
    {
        var gathering = Together().Proposed(Preset.Urgent);
        gathering.Decision().Proposal!.Needed.ShouldBe(5);
        foreach (var name in Five[1..]) gathering.Does(name, new Support(One));
        (gathering.Decision().Phase, gathering.Decision().ClosesAt).ShouldBe((Phase.Voting, Noon.AddDays(2)));
        Together().Proposed(Preset.Urgent).Supported().Pass(days: 1).Decision().Outcome.ShouldBe(Outcome.ExpiredUnsupported);
    }

    [Fact]
    public void One_without_support_lapses()
    {
        var gathering = Together().Proposed();
        gathering.Does("bob", new Support(One));
        gathering.Pass(days: 14);
        (gathering.Decision().Outcome, gathering.Decision().Ended).ShouldBe((Outcome.ExpiredUnsupported, new Ending(Outcome.ExpiredUnsupported, Reason.TooFewSupporters, Noon.AddDays(14))));
        gathering.IsRefused("dave", new Support(One)).ShouldBe(new Refusal.AlreadyClosed(One, Noon.AddDays(14), Noon.AddDays(14)));
    }

    /// <summary>A change of the rules never reaches what is under way.</summary>
    [Fact]
    public void Goes_by_the_rules_as_they_were_when_it_was_proposed()
    {
        var gathering = Together().Proposed();
        gathering.Collective = gathering.Collective with { Rules = gathering.Collective.Rules.With("durations.discussion", "1d") };
        gathering.Supported();
        gathering.Decision().ClosesAt.ShouldBe(Noon.AddDays(7));
    }

    [Fact]
    public void Support_is_for_a_version_and_can_be_taken_back()
    {
        var gathering = Together().Proposed();
        gathering.Does("bob", new Support(One));
        gathering.Does("alice", new EditText(One, null, "We buy two"));
        gathering.Decision().Proposal!.Standing(2).ShouldBe(1);
        gathering.Does("carol", new Support(One));
        gathering.Decision().Phase.ShouldBe(Phase.Support);
        gathering.Does("bob", new Support(One));
        gathering.Decision().Phase.ShouldBe(Phase.Discussion);
        gathering.Does("bob", new Unsupport(One));
        gathering.Decision().Phase.ShouldBe(Phase.Discussion, "admission once given stands");
        gathering.Decision().Proposal!.Standing(2).ShouldBe(2);
    }

    [Fact]
    public void Where_too_few_stand_by_the_text_the_discussion_goes_on_once_for_two_days()
    {
        var gathering = Together().Proposed().Supported();
        gathering.Does("bob", new Unsupport(One));
        gathering.Pass(days: 7);
        (gathering.Decision().Phase, gathering.Decision().ClosesAt).ShouldBe((Phase.Discussion, Noon.AddDays(9)));
        gathering.Pass(days: 2);
        (gathering.Decision().Outcome, gathering.Decision().Ended!.Reason).ShouldBe((Outcome.ExpiredUnsupported, Reason.SupportersLeft));
    }

    [Fact]
    public void And_if_enough_do_by_then_it_rests()
    {
        var gathering = Together().Proposed().Supported();
        gathering.Does("bob", new Unsupport(One));
        gathering.Pass(days: 8);
        gathering.Does("dave", new Support(One));
        gathering.Pass(days: 1);
        gathering.Decision().Phase.ShouldBe(Phase.Frozen);
    }

    [Fact]
    public void A_demand_that_is_not_met_takes_its_supporter_away()
    {
        var gathering = Together().Proposed().Supported();
        gathering.Does("bob", new Suggest(One, Degree.MustNot, "Park in the yard"));
        gathering.Does("dave", new Suggest(One, Degree.Must, "Have lights"));
        gathering.Pass(days: 7);
        gathering.Decision().Proposal!.Extended.ShouldBeTrue();
        gathering.Does("alice", new MarkSuggestion(Numbered(1), Fulfilled: true));
        gathering.Pass(days: 2);
        gathering.Decision().Phase.ShouldBe(Phase.Frozen);
    }

    [Fact]
    public void A_late_version_leaves_two_days_to_read_it_at_most_twice()
    {
        var gathering = Together().Proposed().Supported().Pass(days: 6);
        foreach (var (hours, text, ends) in ((double, string, DateTimeOffset)[])[(0, "one", Noon.AddDays(8)), (24, "two", Noon.AddDays(9)), (24, "three", Noon.AddDays(9))])
        {
            gathering.Pass(hours: hours);
            gathering.Does("alice", new EditText(One, null, text));
            gathering.Decision().ClosesAt.ShouldBe(ends, text);
        }
    }

    [Fact]
    public void An_early_version_moves_nothing()
    {
        var gathering = Together().Proposed().Supported().Pass(days: 5);
        gathering.Does("alice", new EditText(One, null, "one"));
        gathering.Decision().ClosesAt.ShouldBe(Noon.AddDays(7));
    }

    [Fact]
    public void Votes_open_one_after_the_other_where_there_is_no_place()
    {
        var gathering = Together(("open_votes", "1"));
        gathering.Proposed().Supported().Pass(hours: 1).Proposed(by: "bob");
        foreach (var name in (string[])["alice", "carol"]) gathering.Does(name, new Support(new DecisionId(2)));
        gathering.Pass(days: 10);
        (gathering.Decision(1).Phase, gathering.Decision(2).Phase).ShouldBe((Phase.Voting, Phase.Frozen));
        gathering.Pass(days: 5);
        (gathering.Decision(1).Phase, gathering.Decision(2).Phase, gathering.Decision(2).PhaseBegan).ShouldBe((Phase.Closed, Phase.Voting, Noon.AddDays(15)));
        gathering.Decision(2).ClosesAt.ShouldBe(Noon.AddDays(22));
    }

    [Fact]
    public void One_urgent_vote_may_come_on_top()
    {
        var gathering = Together(("open_votes", "1"));
        gathering.Proposed().Supported().Pass(days: 8);
        gathering.Proposed(Preset.Urgent, by: "bob");
        foreach (var name in (string[])["alice", "carol", "dave", "erin"]) gathering.Does(name, new Support(new DecisionId(2)));
        gathering.Proposed(Preset.Urgent, by: "carol");
        foreach (var name in (string[])["alice", "bob", "dave", "erin"]) gathering.Does(name, new Support(new DecisionId(3)));
        (gathering.Decision(1).Phase, gathering.Decision(2).Phase, gathering.Decision(3).Phase).ShouldBe((Phase.Voting, Phase.Voting, Phase.Frozen));
    }

    [Fact]
    public void A_member_has_two_open_at_a_time()
    {
        var gathering = Together().Proposed().Proposed();
        gathering.IsRefused("alice", new Propose("A third", null)).ShouldBe(new Refusal.TooManyProposals(2));
        gathering.Does("bob", new Propose("Mine", null));
        gathering.Does("alice", new Abandon(One));
        gathering.Does("alice", new Propose("A third", null));
    }

    [Fact]
    public void Nobody_takes_it_back_once_it_is_voted_on()
    {
        var gathering = Voting();
        gathering.IsRefused("alice", new Abandon(One)).ShouldBe(new Refusal.NobodyClosesIt(One, Noon.AddDays(15)));
        gathering.IsRefused("alice", new CloseVoting(One)).ShouldBe(new Refusal.NobodyClosesIt(One, Noon.AddDays(15)));
    }

    [Fact]
    public void Who_joins_after_the_roll_was_fixed_does_not_vote_on_it()
    {
        var gathering = Voting();
        gathering.IsRefused("zoe", new CastBallot(One, Say(Position.For))).ShouldBe(new Refusal.NotOnTheRoll(One, Noon.AddDays(8), 5));
        gathering.Collective.Members.Count.ShouldBe(5);
    }
}
