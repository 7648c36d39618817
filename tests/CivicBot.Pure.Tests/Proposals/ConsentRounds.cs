using CivicBot.Core;
using static CivicBot.Pure.Tests.Proposing.Neighbours;

namespace CivicBot.Pure.Tests.Proposing;

public class AnsweringInAConsentRound
{
    private static readonly (string, string)[] Reasons = [("aim", "Safety in the yard"), ("lift", "Park it outside")];

    [Theory]
    [InlineData("en", "Recorded in proposal 1: Consent. You can change it until Sun 30 Nov, 09:00 (Paris). Your code: 7F3K-92MX")]
    [InlineData("fr", "Enregistré dans la proposition 1 : Je consens. Vous pouvez changer jusqu’au dim. 30 nov., 9 h (Paris). Votre code : 7F3K-92MX")]
    public void Says_what_was_recorded(string language, string said) => Consulted(language).Says("bob", "consent", "1").ShouldBe(said);

    [Fact]
    public void With_a_concern_or_aside()
    {
        var scene = Consulted();
        scene.Says("bob", "consent", "1", ("concern", "\"It may rain\"")).ShouldStartWith("Recorded in proposal 1: Consent with concern: “It may rain”.");
        scene.Says("bob", "consent", "1", ("concern", "It may rain")).ShouldStartWith("Still, in proposal 1:");
        scene.Says("carol", "stand-aside", "1").ShouldStartWith("Recorded in proposal 1: Stand aside.");
    }

    [Fact]
    public void Where_there_is_no_round_says_so()
    {
        Discussed(way: Preset.Consent).Says("bob", "consent", "1").ShouldBe("There is no consent round in proposal 1 just now, so this was not recorded. Where it stands: /decision 1");
        Voted().Says("bob", "consent", "1").ShouldBe("Proposal 1 is decided by a vote, not by consent, so this was not recorded. Your vote: /vote 1 against, for instance.");
        Voted().Says("bob", "object", "1", Reasons).ShouldStartWith("Proposal 1 is decided by a vote, not by consent");
    }

    [Fact]
    public void An_objection_can_be_lifted()
    {
        var scene = Consulted();
        scene.Says("bob", "object", "1", Reasons).ShouldBe("Your objection is 1.1, and everyone can read it. To lift it, consent until Sun 30 Nov, 09:00 (Paris): /consent 1");
        scene.Says("bob", "abandon", "1.1").ShouldBe("Proposal 1 is being voted on, and its parts stand until that is over. Who objected can consent after all: /consent 1");
        scene.Says("bob", "contest", "1.1").ShouldBe("1.1 is your own objection: others may contest it. To take it back: /consent 1");
        scene.Says("bob", "consent", "1").ShouldStartWith("Recorded in proposal 1: Consent. Your objection 1.1 is lifted.");
        scene.Says("zoe", "object", "1", Reasons).ShouldBe("Only those on its list can vote in proposal 1: 5 members, as it was fixed Thu 27 Nov, 09:00 (Paris), and you are not among them. You can follow it: /decision 1");
    }

    [Fact]
    public void An_objection_is_contested_by_two_and_judged_by_peers()
    {
        var scene = Consulted();
        scene.Says("bob", "object", "1", Reasons);
        scene.Says("carol", "contest", "1.1").ShouldBe("You contest 1.1. If one more member does, three peers are drawn by lot to judge it: /contest 1.1");
        scene.Says("carol", "contest", "1.1").ShouldStartWith("You contest 1.1 already");
        scene.Says("dave", "contest", "1.1").ShouldStartWith("1.1 is contested: three peers are drawn by lot");
        scene.Says("erin", "contest", "1.1").ShouldStartWith("That is over for 1.1");
        scene.Says("erin", "judge", "1.1", ("verdict", nameof(Verdict.Preference))).ShouldStartWith("Whether 1.1 is an objection is judged by peers who were drawn by lot, and you are not among them.");
        scene.Collective = scene.Collective.Apply(new Draw(new DecisionId(1), 1, "beacon", new string('a', 64)).Decide(scene.Collective, Occasion.OfTheClock(scene.Now)).Events);
        scene.Says("erin", "judge", "1.1", ("verdict", nameof(Verdict.Preference))).ShouldBe("Recorded: to you, 1.1 is a preference. Nobody sees it before all have judged. You can change it until Sat 29 Nov, 09:00 (Paris).");
        scene.Says("dave", "judge", "1.1", ("verdict", nameof(Verdict.Preference)));
        scene.Says("carol", "judge", "1.1", ("verdict", nameof(Verdict.Objection))).ShouldBe("Recorded: to you, 1.1 is an objection. All have judged: /decision 1");
        scene.Proposal().Proposal!.Parts[1].State.ShouldBe(PartState.Concern);
    }

    [Fact]
    public void Where_too_few_have_taken_no_side_an_objection_stands()
    {
        var scene = Consulted();
        scene.Says("bob", "object", "1", Reasons);
        scene.Says("carol", "object", "1", Reasons);
        scene.Says("alice", "contest", "1.1").ShouldStartWith("1.1 is contested, but too few have taken no side to draw three peers: it stands.");
    }

    [Fact]
    public void Silence_is_no_consent_any_more_once_somebody_objects()
    {
        var scene = Discussed(way: Preset.Lazy);
        scene.Says("dave", "object", "1", Reasons).ShouldBe(
            "Your objection is 1.1, and everyone can read it. Silence is no longer consent: proposal 1 is discussed until Thu 27 Nov, 09:00 (Paris), then everyone is asked: /decision 1");
    }
}

public class WhatComesAfter
{
    [Theory]
    [InlineData("en", "Noted for proposal 1. bob takes care of it. It is due Fri 19 Dec, 18:00 (Paris). Members are asked Tue 10 Mar 2026, 09:00 (Paris) whether it helped: /followup 1 done")]
    [InlineData("fr", "Noté pour la proposition 1. bob s’en occupe. Échéance : ven. 19 déc., 18 h (Paris). On demandera aux membres le mar. 10 mars 2026, 9 h (Paris) si cela a aidé : /bilan 1 fait")]
    public void Is_said_by_its_author(string language, string said) =>
        Adopted(language).Says("alice", "outcome", "1", ("statement", "Ordered"), ("owner", "@bob"), ("due", "2025-12-19 18:00")).ShouldBe(said);

    [Fact]
    public void Is_said_by_whoever_takes_care_of_it()
    {
        var scene = Adopted();
        scene.Says("bob", "outcome", "1", ("statement", "Ordered")).ShouldBe(
            "What comes of proposal 1 is said by alice, who proposed it, or by whoever takes care of it. What is known: /decision 1");
        scene.Says("alice", "outcome", "1", ("owner", "@bob"));
        scene.Says("bob", "outcome", "1", ("statement", "fait")).ShouldStartWith("Noted: proposal 1 is done.");
        scene.Proposal().Proposal!.Aftermath.ShouldNotBeNull().ShouldSatisfyAllConditions(
            aftermath => aftermath.Progress.ShouldBe(Progress.Done), aftermath => aftermath.Statement.ShouldBeNull());
    }

    [Fact]
    public void Asks_back_what_it_cannot_read()
    {
        var scene = Adopted();
        scene.Says("alice", "outcome", "1").ShouldStartWith("What came of proposal 1? ");
        scene.Says("alice", "outcome", "1", ("owner", "@carole")).ShouldBe("I know no member “carole” here. Did you mean carol? Type /outcome 1 owner:@carol");
        scene.Says("alice", "outcome", "1", ("owner", "@zoe")).ShouldStartWith("I know no member “zoe” here");
        scene.Says("alice", "outcome", "1", ("due", "someday")).ShouldContain("/outcome 1 due:2h");
        Discussed().Says("alice", "outcome", "1", ("statement", "Ordered")).ShouldBe("Proposal 1 is not decided yet, so there is nothing to follow up. Where it stands: /decision 1");
    }

    [Fact]
    public void At_its_review_members_say_whether_it_helped()
    {
        var scene = Adopted();
        scene.Says("carol", "followup", "1", ("answer", nameof(FollowUp.Done))).ShouldBe(
            "The review of proposal 1 comes Tue 10 Mar 2026, 09:00 (Paris): whether it helped is asked then. Until then, what is known can be noted: /outcome 1 \"…\"");
        Later(scene, TimeSpan.FromDays(91));
        scene.Says("carol", "followup", "1", ("answer", nameof(FollowUp.NotHelped))).ShouldBe("Recorded in proposal 1: it happened, and did not help. What others say: /decision 1");
        scene.Says("zoe", "followup", "1", ("answer", nameof(FollowUp.Done))).ShouldStartWith("This is for members");
    }

    [Theory]
    [InlineData("en", "Voting in proposal 1 has not begun: its text is discussed until Tue 2 Dec, 09:00 (Paris). Have your say until then: /suggest 1 should \"…\"")]
    [InlineData("fr", "Le vote n’a pas commencé dans la proposition 1 : son texte est en discussion jusqu’au mar. 2 déc., 9 h (Paris). D’ici là, dites votre mot : /suggerer 1 devrait \"…\"")]
    public void A_vote_that_comes_too_early_says_what_there_is_to_do(string language, string said) => Discussed(language).Says("bob", "vote", "1", ("choice", "for")).ShouldBe(said);
}
