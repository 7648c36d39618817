using CivicBot.Core;
using static CivicBot.Pure.Tests.Proposing.Neighbours;

namespace CivicBot.Pure.Tests.Proposing;

public class WorkingOnTheText
{
    [Theory]
    [InlineData("en", "Your suggestion is 1.1. As long as it is open, your support does not count for going to the vote. To take it back: /abandon 1.1")]
    [InlineData("fr", "Votre suggestion porte le numéro 1.1. Tant qu’elle n’est pas satisfaite, votre soutien ne compte pas pour aller au vote. Pour la retirer : /abandonner 1.1")]
    public void A_demand_says_what_hangs_on_it(string language, string said) =>
        Discussed(language).Says("bob", "suggest", "1", ("degree", nameof(Degree.Must)), ("words", "\"Name who repairs it\"")).ShouldBe(said);

    [Fact]
    public void A_suggestion_is_met_by_the_author_and_opened_again_by_whoever_made_it()
    {
        var scene = Discussed();
        scene.Says("bob", "suggest", "1", ("degree", nameof(Degree.Should)), ("words", "Name who repairs it")).ShouldBe("Your suggestion is 1.1. To take it back: /abandon 1.1");
        scene.Proposal().Proposal!.Parts[1].ShouldBeOfType<Suggestion>().Text.ShouldBe("Name who repairs it");
        scene.Says("carol", "fulfil", "1.1").ShouldBe("The text of proposal 1 is in the hands of alice, who proposed it. You can offer another: /amend 1 \"Whole new text\"");
        scene.Says("alice", "fulfil", "1.1").ShouldBe("1.1 is marked as met. Whoever made it can see it otherwise: /reopen 1.1");
        scene.Says("alice", "reopen", "1.1").ShouldBe("1.1 is by bob, whose choice this is. What there is: /decision 1");
        scene.Says("bob", "reopen", "1.1").ShouldBe("1.1 is open again, and waits for the text to meet it. To take it back: /abandon 1.1");
        scene.Says("alice", "accept", "1.1").ShouldBe("1.1 is something else than this takes. What there is: /decision 1");
        scene.Says("alice", "accept", "1").ShouldBe("Which part of proposal 1 do you mean? It has 1.1. What they are: /decision 1");
        scene.Says("alice", "accept", "1.7").ShouldBe("There is no 1.7. Proposal 1 has 1.1: /decision 1");
    }

    [Theory]
    [InlineData("en", "Your amendment is 1.1. What it changes:\n  instead of “800 €,”: “900 €, with lights,”\nThe author takes it or not. If no answer comes by Fri 28 Nov, 09:00 (Paris), a supporter can ask for a vote: /ask-vote 1.1")]
    [InlineData("fr", "Votre amendement porte le numéro 1.1. Ce qu’il change :\n  au lieu de « 800 €, » : « 900 €, with lights, »\nQui a proposé l’accepte ou non. Sans réponse d’ici au ven. 28 nov., 9 h (Paris), un soutien peut demander un vote : /demander-vote 1.1")]
    public void An_amendment_shows_what_it_changes(string language, string said) =>
        Discussed(language).Says("bob", "amend", "1", ("words", "For 900 €, with lights, kept in the yard")).ShouldBe(said);

    [Fact]
    public void An_amendment_that_is_taken_makes_a_version_and_one_that_touches_the_same_words_is_named()
    {
        var scene = Discussed();
        scene.Says("bob", "amend", "1", ("words", "For 900 €, kept in the yard"));
        scene.Says("carol", "amend", "1", ("words", "For 700 €, kept in the yard"));
        scene.Says("bob", "accept", "1.1").ShouldStartWith("The text of proposal 1 is in the hands of alice");
        scene.Says("alice", "accept", "1.1").ShouldBe(
            "1.1 is in: this is version 2 of proposal 1. 1.2 touches the same words and cannot be taken any more as it is. Supporters are asked to stand by the new text: /support 1");
        scene.Says("alice", "accept", "1.2").ShouldStartWith("1.2 touches words that have changed since it was made");
        scene.Says("alice", "accept", "1.1").ShouldBe("1.1 was accepted already, so nothing changed. How it reads now: /decision 1");
    }

    [Fact]
    public void One_that_is_not_taken_can_be_set_beside_the_text()
    {
        var scene = Discussed();
        scene.Says("bob", "amend", "1", ("words", "For 900 €, kept in the yard"));
        scene.Says("bob", "rival", "1.1").ShouldBe("1.1 waits for the author’s answer, until Tue 2 Dec, 09:00 (Paris) at the latest. If it is not taken by then: /rival 1.1");
        scene.Says("alice", "reject", "1.1").ShouldBe("1.1 is not taken. Whoever made it can set it beside the text: /rival 1.1");
        scene.Says("carol", "rival", "1.1").ShouldStartWith("1.1 is by bob");
        scene.Says("bob", "rival", "1.1").ShouldBe("Your text is 1.2, and stands as it is. It is on the ballot if 3 stand by it before voting opens: /support 1.2");
        scene.Says("carol", "support", "1.2").ShouldBe("You stand by 1.2: it has 2 supporters, and needs 3 to be on the ballot. To take it back: /unsupport 1.2");
        scene.Says("dave", "rival", "1", ("title", "Rent a cargo bike"), ("text", "For 30 € a month")).ShouldStartWith("Your text is 1.3");
        scene.Says("dave", "rival", "1").ShouldStartWith("Which text? ");
    }

    [Fact]
    public void One_that_is_left_unanswered_is_put_to_those_who_support()
    {
        var scene = Discussed();
        scene.Says("dave", "amend", "1", ("words", "For 900 €, kept in the yard"));
        scene.Says("bob", "ask-vote", "1.1").ShouldBe("The author may still answer 1.1 until Fri 28 Nov, 09:00 (Paris). From then on: /ask-vote 1.1");
        Later(scene, TimeSpan.FromDays(3));
        scene.Says("dave", "ask-vote", "1.1").ShouldBe("Those who support proposal 1 can ask for this vote, and you are not among them. To become one: /support 1");
        scene.Says("bob", "ask-vote", "1.1").ShouldBe("3 supporters vote on 1.1, until Sun 30 Nov, 09:00 (Paris): /vote 1.1 for");
        scene.Says("alice", "accept", "1.1").ShouldBe("The supporters vote on 1.1 until Sun 30 Nov, 09:00 (Paris), so nobody else decides it now. If you are one of them: /vote 1.1 for");

        scene.Says("bob", "vote", "1.1", ("choice", "for")).ShouldBe("Recorded on 1.1: for. You can change it until Sun 30 Nov, 09:00 (Paris). Your code: 7F3K-92MX");
        scene.Says("bob", "vote", "1.1", ("choice", "contre")).ShouldStartWith("Recorded on 1.1: against.");
        scene.Says("bob", "vote", "1.1", ("choice", "#2")).ShouldStartWith("Still, on 1.1: against.");
        scene.Says("bob", "vote", "1.1", ("choice", "perhaps")).ShouldBe("What do you say of 1.1? Type /vote 1.1 for, /vote 1.1 against or /vote 1.1 abstain");
        scene.Says("dave", "vote", "1.1", ("choice", "for")).ShouldBe("Those decide on 1.1 who supported proposal 1 when this vote began, and you were not among them. To be next time: /support 1");
        Later(scene, TimeSpan.FromDays(2));
        scene.Says("carol", "vote", "1.1", ("choice", "for")).ShouldStartWith("1.1 was turned down already");
    }

    [Fact]
    public void The_same_text_is_no_amendment() =>
        Discussed().Says("bob", "amend", "1", ("words", "For 800 €, kept in the yard")).ShouldBe("This is the text of proposal 1 as it stands. Type the whole text with your change in it: /amend 1 \"Whole new text\"");

    [Fact]
    public void Its_author_edits_it_and_sees_the_difference()
    {
        var scene = Discussed();
        scene.Says("alice", "edit", "1").ShouldBe("title");
        scene.Says("alice", "edit", "1", ("title", "For 800 €, with lights, kept in the yard")).ShouldBe(
            "Proposal 1 has a new text, version 2. What changed:\n  added after “For 800 €,”: “with lights,”\nSupporters are asked to stand by it as it reads now: /support 1");
        scene.Says("alice", "edit", "1", ("title", "For 800 €, with lights, kept in the yard")).ShouldStartWith("That is the text of proposal 1 already");
        scene.Says("alice", "edit", "1", ("title", "Buy two"), ("options", "For 1600 €, with lights, kept in the yard")).ShouldStartWith("Proposal 1 is now called “Buy two”, version 3.\nProposal 1 has a new text");
        scene.Says("bob", "edit", "1", ("title", "For nothing")).ShouldStartWith("The text of proposal 1 is in the hands of alice");
        scene.Says("alice", "edit", "1", ("topic", "transport")).ShouldEndWith("topic:transport newtopic:yes\n[Make it a topic]");
    }

    [Fact]
    public void An_urgent_text_stays_as_it_was_proposed() =>
        Proposed(way: Preset.Urgent).Says("alice", "edit", "1", ("title", "For 900 €")).ShouldBe(
            "Proposal 1 is urgent, and keeps the text it was proposed with. What speaks against it can be said beside it: /case 1 against \"…\"");

    [Theory]
    [InlineData("en", "You make the case against proposal 1. It is shown as soon as the other side has one too; until then you can change it.")]
    [InlineData("fr", "Vous plaidez contre la proposition 1. Il apparaîtra dès que l’autre côté aura le sien ; d’ici là, vous pouvez le changer.")]
    public void A_case_waits_for_the_other(string language, string said)
    {
        var scene = Discussed(language);
        scene.Says("bob", "case", "1", ("side", nameof(Side.Against)), ("words", "We have no shed")).ShouldBe(said);
        if (language == "fr") return;
        scene.Says("carol", "case", "1", ("side", nameof(Side.Against)), ("words", "Nor a lock")).ShouldBe(
            "Somebody makes the case against proposal 1 already, and there is one for each side. What should change can be said too: /suggest 1 should \"…\"");
        scene.Says("carol", "case", "1", ("side", nameof(Side.For)), ("words", "It is fun")).ShouldStartWith("The case for proposal 1 is made by alice, who proposed it. ");
        scene.Says("alice", "case", "1", ("side", nameof(Side.For)), ("words", "It is fun")).ShouldBe("You make the case for proposal 1. Both cases stand side by side on its card; yours can change until the text rests.");
        scene.Says("alice", "case", "1", ("side", nameof(Side.For)), ("words", new string('x', 601))).ShouldStartWith("This text has 601 characters, and there is room for 600.");
    }
}
