using CivicBot.Core;
using static CivicBot.Pure.Tests.Cores.Gathering;
using static CivicBot.Pure.Tests.Cores.OnTheWay.OnItsWay;

namespace CivicBot.Pure.Tests.Cores.OnTheWay;

/// <summary>SEMANTICS 3.3: amendments that go on from new texts or collide, the supporters' vote, rivals.</summary>
public class AmendingAText
{
    private readonly Gathering gathering = Together().Proposed().Supported();

    [Fact]
    public void One_that_is_taken_is_the_new_version()
    {
        gathering.Does("bob", new Amend(One, "We buy one for 900 € and keep it in the yard"));
        gathering.Does("alice", new SettleAmendment(Numbered(1), Accept: true));
        (gathering.Decision().Body, gathering.Decision().Version, gathering.Part(1).State).ShouldBe(("We buy one for 900 € and keep it in the yard", 2, PartState.Accepted));
        gathering.Decision().Proposal!.Standing(2).ShouldBe(1, "its author stands by it, the others are asked");
    }

    [Fact]
    public void Others_go_on_from_the_new_text_or_collide_with_it()
    {
        gathering.Does("bob", new Amend(One, "We buy one for 900 € and keep it in the yard"));
        gathering.Does("carol", new Amend(One, "We buy one for 800 € and keep it in the shed"));
        gathering.Does("dave", new Amend(One, "We buy one for 700 € and keep it in the yard"));
        gathering.Does("erin", new Amend(One, "We buy one for 900 € and keep it in the yard"));
        gathering.Does("alice", new SettleAmendment(Numbered(1), Accept: true));
        gathering.Part(2).ShouldBeOfType<Amendment>().ShouldSatisfyAllConditions(
            rebased => rebased.Text.ShouldBe("We buy one for 900 € and keep it in the shed"), rebased => rebased.Base.ShouldBe(2), rebased => rebased.State.ShouldBe(PartState.Open));
        (gathering.Part(3).State, gathering.Part(4).State).ShouldBe((PartState.Conflicting, PartState.Superseded));
        gathering.IsRefused("alice", new SettleAmendment(Numbered(3), Accept: true)).ShouldBe(new Refusal.AmendmentCollides(Numbered(3)));
        gathering.Does("alice", new SettleAmendment(Numbered(3), Accept: false));
    }

    /// <summary>Else taking it later would undo what its author wrote since.</summary>
    [Fact]
    public void They_go_on_from_what_the_author_writes_too()
    {
        gathering.Does("bob", new Amend(One, "We buy one for 900 € and keep it in the yard"));
        gathering.Does("alice", new EditText(One, null, Text + ", with a lock"));
        gathering.Does("alice", new SettleAmendment(Numbered(1), Accept: true));
        gathering.Decision().Body.ShouldBe("We buy one for 900 € and keep it in the yard, with a lock");
    }

    [Fact]
    public void What_is_pending_when_the_discussion_ends_lapses()
    {
        gathering.Does("bob", new Amend(One, "We buy two"));
        gathering.Pass(days: 7);
        gathering.Part(1).State.ShouldBe(PartState.Superseded);
        gathering.Does("bob", new EnterRival(One, 1, null, null));
        gathering.Part(2).ShouldBeOfType<Rival>().Body.ShouldBe("We buy two");
    }

    [Fact]
    public void Its_author_has_three_days_and_then_the_supporters_can_decide()
    {
        gathering.Does("dave", new Amend(One, "We buy two"));
        gathering.Pass(hours: 71);
        gathering.IsRefused("bob", new AskVote(Numbered(1))).ShouldBe(new Refusal.AuthorHasTime(Numbered(1), Noon.AddDays(3)));
        gathering.Pass(hours: 1);
        gathering.IsRefused("dave", new AskVote(Numbered(1))).ShouldBe(new Refusal.NoSupport(One));
        gathering.Does("bob", new AskVote(Numbered(1)));
        gathering.IsRefused("dave", new VoteOnPart(Numbered(1), Position.For)).ShouldBe(new Refusal.SupportersOnly(Numbered(1)));
        gathering.IsRefused("alice", new SettleAmendment(Numbered(1), Accept: false)).ShouldBe(new Refusal.SupportersDecide(Numbered(1), Noon.AddDays(5)));
        foreach (var (name, position) in (ReadOnlySpan<(string, Position)>)[("alice", Position.Against), ("bob", Position.For), ("carol", Position.For)]) gathering.Does(name, new VoteOnPart(Numbered(1), position));
        gathering.Pass(days: 2);
        (gathering.Decision().Body, gathering.Part(1).State, gathering.Part(1).SettledAt).ShouldBe(("We buy two", PartState.Accepted, Noon.AddDays(5)));
    }

    [Theory]
    [InlineData("bob", "")]
    [InlineData("bob carol", "")]
    [InlineData("bob", "alice carol")]
    public void It_takes_three_votes_and_more_for_than_against(string pro, string contra)
    {
        gathering.Does("dave", new Amend(One, "We buy two"));
        gathering.Pass(days: 3);
        gathering.Does("bob", new AskVote(Numbered(1)));
        foreach (var name in pro.Split(' ', StringSplitOptions.RemoveEmptyEntries)) gathering.Does(name, new VoteOnPart(Numbered(1), Position.For));
        foreach (var name in contra.Split(' ', StringSplitOptions.RemoveEmptyEntries)) gathering.Does(name, new VoteOnPart(Numbered(1), Position.Against));
        gathering.Pass(days: 2);
        (gathering.Decision().Body, gathering.Part(1).State).ShouldBe((Text, PartState.Rejected));
    }

    [Fact]
    public void The_text_does_not_rest_before_such_a_vote_has_ended()
    {
        gathering.Does("dave", new Amend(One, "We buy two"));
        gathering.Pass(days: 6);
        gathering.Does("bob", new AskVote(Numbered(1)));
        gathering.Pass(days: 1.5);
        gathering.Decision().Phase.ShouldBe(Phase.Discussion);
        gathering.Pass(days: 0.5);
        (gathering.Decision().Phase, gathering.Decision().PhaseBegan).ShouldBe((Phase.Frozen, Noon.AddDays(8)));
    }

    /// <summary>Nobody takes from the supporters what they vote on by writing over it.</summary>
    [Fact]
    public void What_the_supporters_vote_on_stays_whatever_the_author_writes()
    {
        gathering.Does("dave", new Amend(One, "We buy one for 900 € and keep it in the yard"));
        gathering.Pass(days: 3);
        gathering.Does("bob", new AskVote(Numbered(1)));
        gathering.Does("alice", new EditText(One, null, "We buy one for 850 € and keep it in the yard"));
        gathering.Part(1).State.ShouldBe(PartState.Open);
        foreach (var name in (string[])["alice", "bob", "carol"]) gathering.Does(name, new VoteOnPart(Numbered(1), Position.For));
        gathering.Pass(days: 2);
        gathering.Decision().Body.ShouldBe("We buy one for 900 € and keep it in the yard");
    }

    /// <summary>Also while support is still looked for, where the end of the phase is further off.</summary>
    [Fact]
    public void A_vote_ends_on_time_whatever_the_phase()
    {
        var early = Together().Proposed();
        early.Does("bob", new Support(One));
        early.Does("dave", new Amend(One, "We buy two"));
        early.Pass(days: 3);
        early.Does("bob", new AskVote(Numbered(1)));
        early.Pass(days: 2);
        (early.Part(1).State, early.Part(1).SettledAt).ShouldBe((PartState.Rejected, Noon.AddDays(5)));
    }

    [Fact]
    public void After_the_text_rests_nothing_is_amended()
    {
        gathering.Pass(days: 7);
        gathering.IsRefused("bob", new Amend(One, "We buy two")).ShouldBe(new Refusal.TextIsFixed(One));
        gathering.IsRefused("alice", new EditText(One, null, "We buy two")).ShouldBe(new Refusal.TextIsFixed(One));
        gathering.IsRefused("bob", new Suggest(One, Degree.Must, "Have lights")).ShouldBe(new Refusal.TextIsFixed(One));
    }
}

public class EnteringARival
{
    [Fact]
    public void With_enough_support_it_is_on_the_ballot_beside_keeping_things()
    {
        var gathering = Together().Proposed().Supported();
        gathering.Does("dave", new EnterRival(One, null, "Rent a cargo bike", "For 30 € a month"));
        gathering.Does("erin", new EnterRival(One, null, "Borrow one", null));
        foreach (var name in (string[])["erin", "bob"]) gathering.Does(name, new Support(One, 1));
        gathering.Pass(days: 8);
        (gathering.Decision().Method, gathering.Part(2).State).ShouldBe((Method.Schulze, PartState.Superseded));
        gathering.Decision().Options.ShouldBe(["Buy a cargo bike", "Rent a cargo bike", null]);

        foreach (var name in (string[])["alice", "bob", "carol"]) gathering.Does(name, new CastBallot(One, Ballot.Ranked.Of(3, [[2], [1]])));
        gathering.Pass(days: 7);
        (gathering.Decision().Outcome, gathering.Decision().Result!.Winners).ShouldBe((Outcome.Adopted, [2]));
    }

    [Fact]
    public void It_waits_for_the_discussion_and_comes_at_the_latest_before_the_vote()
    {
        var rival = new EnterRival(One, null, "Rent a cargo bike", null);
        Together().Proposed().IsRefused("dave", rival).ShouldBe(new Refusal.NotYetDiscussed(One));
        Together().Proposed().Supported().Pass(days: 7).Does("dave", rival);
        Voting().IsRefused("dave", rival).ShouldBe(new Refusal.TextIsFixed(One));
    }

    [Fact]
    public void There_are_five_at_most_and_none_to_a_rule_or_a_consent()
    {
        var gathering = Together().Proposed().Supported();
        foreach (var title in "abcde") gathering.Does("dave", new EnterRival(One, null, $"Rival {title}", null));
        gathering.IsRefused("erin", new EnterRival(One, null, "One more", null)).ShouldBe(new Refusal.TooManyRivals(One, 5));
        Together().Proposed(Preset.Consent).Supported().IsRefused("dave", new EnterRival(One, null, "One more", null)).ShouldBe(new Refusal.NoRivalsHere(One));
    }

    [Fact]
    public void An_amendment_becomes_one_by_whoever_made_it_and_after_it_was_answered()
    {
        var gathering = Together().Proposed().Supported();
        gathering.Does("bob", new Amend(One, "We buy two"));
        gathering.IsRefused("bob", new EnterRival(One, 1, null, null)).ShouldBe(new Refusal.AuthorDecidesFirst(Numbered(1), Noon.AddDays(7)));
        gathering.Does("alice", new SettleAmendment(Numbered(1), Accept: false));
        gathering.IsRefused("carol", new EnterRival(One, 1, null, null)).ShouldBe(new Refusal.NotYourPart(Numbered(1)));
        gathering.Does("bob", new EnterRival(One, 1, null, null));
        gathering.Part(2).ShouldBeOfType<Rival>().ShouldSatisfyAllConditions(rival => rival.Title.ShouldBe("Buy a cargo bike"), rival => rival.FromPart.ShouldBe(1), rival => rival.Supporters.ShouldBe([1]));
    }
}
