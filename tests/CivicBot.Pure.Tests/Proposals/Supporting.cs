using CivicBot.Core;
using static CivicBot.Pure.Tests.Proposing.Neighbours;

namespace CivicBot.Pure.Tests.Proposing;

public class SupportingAProposal
{
    [Theory]
    [InlineData("en", "You stand by proposal 1: it has 2 supporters, and needs 3. To take it back: /unsupport 1", "That is enough: it is discussed until Tue 2 Dec, 09:00 (Paris). Have your say: /suggest 1 should \"…\"")]
    [InlineData("fr", "Vous soutenez la proposition 1 : 2 soutiens, il en faut 3. Pour revenir là-dessus : /ne-plus-soutenir 1", "C’est assez : elle est en discussion jusqu’au mar. 2 déc., 9 h (Paris). Dites votre mot : /suggerer 1 devrait \"…\"")]
    public void Says_how_many_it_has_and_what_follows(string language, string first, string enough)
    {
        var scene = Proposed(language);
        scene.Says("bob", "support", "1").ShouldBe(first);
        scene.Says("carol", "support", "1").ShouldEndWith(enough);
        scene.Proposal().Phase.ShouldBe(Phase.Discussion);
    }

    [Fact]
    public void Twice_changes_nothing_and_can_be_taken_back()
    {
        var scene = Proposed();
        scene.Says("bob", "support", "1");
        scene.Says("bob", "support", "1").ShouldBe("You stand by proposal 1 already, as it reads now. To take it back: /unsupport 1");
        scene.Says("bob", "unsupport", "1").ShouldBe("You no longer stand by proposal 1. To do so again: /support 1");
        scene.Says("bob", "unsupport", "1").ShouldBe("You do not support proposal 1, so there is nothing to take back. To stand by it: /support 1");
    }

    [Fact]
    public void After_its_text_changed_is_asked_for_anew()
    {
        var scene = Discussed();
        scene.Says("alice", "edit", "1", ("title", "For 900 €, kept in the yard"));
        scene.Says("bob", "support", "1").ShouldStartWith("You stand by proposal 1 as it reads now: 2 do, and it needs 3. ");
    }

    [Fact]
    public void Is_refused_where_it_comes_too_late_or_goes_with_nothing()
    {
        Rests().Says("dave", "support", "1").ShouldBe("The text of proposal 1 rests until the vote, so this comes too late. Another text can still be set beside it: /rival 1 \"Title\" \"Text\"");
        Voted().Says("dave", "support", "1").ShouldBe("Proposal 1 is being voted on, so its text stands. Now your vote counts: /vote 1 for");
        Proposed().Says("dave", "support", "3").ShouldBe("There is no number 3 here; the latest is 1. See them all with /decisions");
        Discussed().Says("dave", "support", "1.4").ShouldBe("Nothing of the kind was added to proposal 1 yet. Where it stands: /decision 1");
    }

    [Fact]
    public void Without_a_number_says_which_there_are()
    {
        Gathered().Says("bob", "support").ShouldBe("No proposal is under way. Make one: /propose \"Title\" \"Text\"");
        Proposed().Says("bob", "support").ShouldBe("Which proposal do you mean? Type /support 7, for instance. Under way:\n  Proposal 1 · Buy a cargo bike");
    }

    [Fact]
    public void A_poll_is_refused()
    {
        var scene = Gathered();
        Happen(scene, "alice", new OpenDecision("poll", "Tea?", [], Method.YesNo, Mode.Open));
        scene.Says("bob", "support", "1").ShouldBe("Poll 1 is no proposal, so this does not go with it. How it stands: /decision 1. To make a proposal: /propose \"Title\" \"Text\"");
    }
}

public class TakingBack
{
    [Fact]
    public void A_proposal_is_its_authors_choice_before_the_vote()
    {
        var scene = Discussed();
        scene.Says("bob", "abandon", "1").ShouldBe("Proposal 1 was made by alice, whose choice this is. Where it stands: /decision 1");
        scene.Says("alice", "abandon", "1").ShouldBe("Proposal 1 is taken back. It can be proposed once more from a week on: /propose again:1");
        scene.Proposal().Outcome.ShouldBe(Outcome.Withdrawn);
        Voted().Says("alice", "abandon", "1").ShouldBe("Proposal 1 is being voted on, so nobody can take it back any more; the vote ends Wed 10 Dec, 09:00 (Paris). You can still vote in it: /vote 1 for, for instance.");
    }

    [Fact]
    public void A_part_is_for_whoever_made_it()
    {
        var scene = Discussed();
        scene.Says("bob", "suggest", "1", ("degree", nameof(Degree.Must)), ("words", "Name who repairs it"));
        scene.Says("carol", "abandon", "1.1").ShouldBe("1.1 is by bob, whose choice this is. What there is: /decision 1");
        scene.Says("bob", "abandon", "1.1").ShouldBe("1.1 is taken back. What there is: /decision 1");
        scene.Says("bob", "abandon", "1.1").ShouldBe("1.1 was taken back by whoever made it, so nothing changed. What there is: /decision 1");
    }

    [Fact]
    public void By_closing_is_nobodys()
    {
        Voted().Says("alice", "close", "1").ShouldBe("Nobody can close proposal 1 early: its rule does, Wed 10 Dec, 09:00 (Paris). Until then everyone can vote: /vote 1 for");
        Discussed().Says("alice", "close", "1").ShouldBe("Nobody closes proposal 1: it goes its way by its rule. Before the vote, its author can take it back: /abandon 1");
    }
}
