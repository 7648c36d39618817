using CivicBot.Core;
using static CivicBot.Pure.Tests.Cores.Gathering;
using static CivicBot.Pure.Tests.Cores.OnTheWay.OnItsWay;

namespace CivicBot.Pure.Tests.Cores.OnTheWay;

/// <summary>SEMANTICS 3.8: rounds, objections, peers who judge, silence.</summary>
public class DecidingByConsent
{
    private static readonly string Seed = new('a', 64);

    [Fact]
    public void Without_an_objection_it_is_adopted_if_enough_answer()
    {
        var gathering = Round();
        (gathering.Decision().Method, gathering.Decision().Mode, gathering.Decision().ClosesAt).ShouldBe((Method.Consent, Mode.Open, Noon.AddDays(5)));
        foreach (var name in (string[])["alice", "bob"]) gathering.Consents(name);
        gathering.Consents("carol", ConsentAnswer.Concern);
        gathering.Pass(days: 3);
        (gathering.Decision().Outcome, gathering.Decision().Proposal!.Aftermath!.Review).ShouldBe((Outcome.Adopted, Noon.AddDays(185)));
    }

    [Fact]
    public void Standing_aside_is_no_answer()
    {
        var gathering = Round();
        foreach (var name in (string[])["alice", "bob"]) gathering.Consents(name);
        gathering.Consents("carol", ConsentAnswer.StandAside);
        gathering.Pass(days: 3);
        (gathering.Decision().Outcome, gathering.Decision().Result!.Reason).ShouldBe((Outcome.NoQuorum, Reason.TooFewAnswers));
    }

    [Fact]
    public void An_objection_leads_back_to_the_text_and_a_new_version_to_the_next_round()
    {
        var gathering = Round();
        gathering.Objects("bob");
        gathering.Pass(days: 3);
        (gathering.Decision().Phase, gathering.Decision().ClosesAt, gathering.Decision().Proposal!.Round).ShouldBe((Phase.Discussion, Noon.AddDays(12), 1));
        gathering.Pass(days: 1);
        gathering.Does("alice", new EditText(One, null, "We buy one and park it outside"));
        gathering.Decision().ClosesAt.ShouldBe(Noon.AddDays(7));
        gathering.Pass(days: 1);
        (gathering.Decision().Phase, gathering.Decision().Proposal!.Round, gathering.Decision().Ballots.Count, gathering.Part(1).State)
            .ShouldBe((Phase.Voting, 2, 0, PartState.Superseded));
        foreach (var name in Five) gathering.Consents(name);
        gathering.Pass(days: 3).Decision().Outcome.ShouldBe(Outcome.Adopted);
    }

    [Fact]
    public void Without_a_new_version_the_fallback_decides()
    {
        var voted = Round();
        voted.Objects("bob");
        voted.Pass(days: 10);
        (voted.Decision().Phase, voted.Decision().Method, voted.Decision().Roll!.Count).ShouldBe((Phase.Voting, Method.YesNo, 5));
        foreach (var name in (string[])["alice", "carol"]) voted.Vote(name, Position.For);
        foreach (var name in (string[])["bob", "dave"]) voted.Vote(name, Position.Against);
        voted.Vote("erin", Position.For);
        voted.Pass(days: 7).Decision().Outcome.ShouldBe(Outcome.Rejected, "three of five are no two thirds");

        var dropped = Round(("consent.fallback", "drop"));
        dropped.Objects("bob");
        dropped.Pass(days: 10);
        (dropped.Decision().Outcome, dropped.Decision().Ended!.Reason).ShouldBe((Outcome.BlockedByObjection, Reason.NoNewVersion));
    }

    [Fact]
    public void After_the_last_round_an_objection_blocks()
    {
        var gathering = Round(("consent.rounds", "1"), ("consent.fallback", "drop"));
        foreach (var name in Five) gathering.Consents(name);
        gathering.Objects("bob");
        gathering.Pass(days: 3);
        (gathering.Decision().Outcome, gathering.Decision().Result!.Reason).ShouldBe((Outcome.BlockedByObjection, Reason.ObjectionsStand));
    }

    [Fact]
    public void Whoever_consents_after_all_lifts_the_objection()
    {
        var gathering = Round();
        gathering.Objects("bob");
        gathering.Consents("bob");
        gathering.Part(1).State.ShouldBe(PartState.Withdrawn);
        gathering.Objects("bob");
        gathering.Part(2).State.ShouldBe(PartState.Open);
    }

    [Fact]
    public void The_proposer_alone_or_two_others_call_peers_and_the_round_waits_for_them()
    {
        var gathering = Round();
        gathering.Objects("bob");
        gathering.Does("alice", new Contest(Numbered(1)));
        gathering.Decision().Proposal!.Awaits.ShouldHaveSingleItem().From.ShouldBe([2, 3, 4]);
        gathering.Pass(days: 4);
        gathering.Decision().Phase.ShouldBe(Phase.Voting, "the peers are not drawn yet");
        gathering.Do("clock", new Draw(One, 1, "beacon", Seed), occasion => Occasion.OfTheClock(occasion.At));
        gathering.Pass(days: 1).Decision().Phase.ShouldBe(Phase.Voting, "they have two days");
        foreach (var name in (string[])["carol", "dave"]) gathering.Does(name, new Judge(Numbered(1), Verdict.Preference));
        gathering.Part(1).State.ShouldBe(PartState.Open, "all are heard");
        gathering.Pass(days: 1);
        (gathering.Part(1).State, gathering.Decision().Result!.Outcome, gathering.Decision().ClosesAt).ShouldBe((PartState.Concern, Outcome.NoQuorum, Noon.AddDays(8)));
    }

    [Fact]
    public void One_peer_who_sees_a_preference_is_not_enough()
    {
        var gathering = Round();
        gathering.Objects("bob");
        gathering.Does("alice", new Contest(Numbered(1)));
        gathering.Do("clock", new Draw(One, 1, "beacon", Seed), occasion => Occasion.OfTheClock(occasion.At));
        gathering.Does("carol", new Judge(Numbered(1), Verdict.Preference));
        gathering.IsRefused("bob", new Judge(Numbered(1), Verdict.Preference)).ShouldBe(new Refusal.NotDrawn(Numbered(1)));
        gathering.Do("dave", new Judge(Numbered(1), Verdict.Preference), SeenByOthers).Refusal.ShouldBe(new Refusal.OthersSawIt(One));
        gathering.Pass(days: 2);
        gathering.Part(1).State.ShouldBe(PartState.Accepted);
        gathering.IsRefused("carol", new Contest(Numbered(1))).ShouldBe(new Refusal.AlreadySettled(Numbered(1), PartState.Accepted));
    }

    [Fact]
    public void With_two_who_object_among_five_there_is_nobody_to_judge()
    {
        var gathering = Round();
        gathering.Objects("bob");
        gathering.Objects("carol");
        gathering.Does("dave", new Contest(Numbered(1)));
        gathering.Part(1).State.ShouldBe(PartState.Open);
        gathering.Does("erin", new Contest(Numbered(1)));
        gathering.Part(1).State.ShouldBe(PartState.Accepted);
    }

    [Fact]
    public void Amendments_lapse_as_its_discussion_ends()
    {
        var gathering = Together().Proposed(Preset.Consent).Supported();
        gathering.Does("bob", new Amend(One, "We buy two"));
        gathering.Pass(days: 2);
        (gathering.Decision().Phase, gathering.Part(1).State).ShouldBe((Phase.Voting, PartState.Superseded));
    }
}

public class TakingSilenceForConsent
{
    [Fact]
    public void Three_days_without_an_objection_adopt_it()
    {
        var gathering = Together().Proposed(Preset.Lazy).Supported();
        gathering.Decision().Phase.ShouldBe(Phase.Support);
        gathering.Pass(days: 3);
        (gathering.Decision().Outcome, gathering.Decision().Ended!.Reason, gathering.Decision().Proposal!.Aftermath!.Review).ShouldBe((Outcome.Adopted, Reason.NobodyObjected, Noon.AddDays(93)));
    }

    [Fact]
    public void Too_few_who_acknowledged_it_do_not() =>
        Together().Proposed(Preset.Lazy).Pass(days: 3).Decision().Outcome.ShouldBe(Outcome.ExpiredUnsupported);

    [Fact]
    public void One_objection_asks_everybody_and_about_the_text_as_it_reads_then()
    {
        var gathering = Together().Proposed(Preset.Lazy).Supported().Pass(days: 2);
        gathering.Objects("dave");
        (gathering.Decision().Phase, gathering.Decision().Proposal!.Preset, gathering.Decision().ClosesAt).ShouldBe((Phase.Discussion, Preset.Consent, Noon.AddDays(4)));
        gathering.Pass(days: 2);
        (gathering.Decision().Method, gathering.Part(1).State).ShouldBe((Method.Consent, PartState.Superseded));
        foreach (var name in Five) gathering.Consents(name);
        gathering.Pass(days: 3).Decision().Outcome.ShouldBe(Outcome.Adopted);
    }

    [Fact]
    public void Observers_leave_it_to_others()
    {
        var gathering = Together().Proposed(Preset.Lazy);
        gathering.Does("erin", new JoinCollective(AsObserver: true));
        gathering.IsRefused("erin", new RaiseObjection(One, "Safety", "Park it outside")).ShouldBe(new Refusal.ObserversCannot());
    }
}
