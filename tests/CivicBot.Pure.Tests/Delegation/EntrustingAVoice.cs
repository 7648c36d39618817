using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Delegating;

public class EntrustingAVoice
{
    [Theory]
    [InlineData("en", """
        bo is asked to vote for you on everything, until Sun 24 May 2026, 10:00 (Paris). It holds as soon as the answer is yes.
        Vote yourself any time: then your own vote counts, and abstaining is voting, too. To take your voice back: /undelegate everything
        In chat, you, bo and those whose voice goes the same way see this. In an export it stands between pseudonyms: whoever links one to you can read it.
        """)]
    [InlineData("fr", """
        On demande à bo de voter pour vous sur tout, jusqu’au dim. 24 mai 2026, 10 h (Paris). Cela vaudra dès que la réponse sera oui.
        Votez vous-même quand vous voulez : c’est alors votre vote qui compte, et s’abstenir, c’est voter aussi. Pour reprendre votre voix : /reprendre tout
        Dans la messagerie, seuls vous, bo et qui fait passer sa voix par là le voyez. Dans un export, c’est inscrit entre pseudonymes : qui relie l’un d’eux à vous peut le lire.
        """)]
    public void Asks_the_delegate_and_says_all_about_it(string language, string said) => new Trust(language, "ana", "bo").Do("ana", "delegate", ("person", ["@bo"])).ShouldBe(said);

    [Theory]
    [InlineData("en", "bo now votes for you on everything, wherever you do not vote yourself, until ")]
    [InlineData("fr", "bo vote désormais pour vous sur tout, partout où vous ne votez pas vous-même, jusqu’au ")]
    public void Holds_at_once_where_the_delegate_is_open_to_it(string language, string said) =>
        new Trust(language, "ana", "bo").Open("bo").Do("ana", "delegate", ("person", ["@bo"])).ShouldStartWith(said);

    [Fact]
    public void Says_what_is_said_beside_it()
    {
        var trust = new Trust("en", "ana", "bo").Open("bo");
        var said = trust.Do("ana", "delegate", ("person", ["Bo"]), ("how", ["in-person"]), ("topic", ["housing"]), ("newtopic", ["yes"]), ("until", ["10d"]));
        said.ShouldStartWith("bo now votes for you on housing, wherever you do not vote yourself, until Fri 5 Dec, 09:00 (Paris). This counts only where bo votes in person: your voice is not passed on.\n");
        said.ShouldContain("/undelegate topic:housing\n");
        trust.Do("ana", "delegate", ("person", ["bo"]), ("how", ["in-person"]), ("topic", ["#Housing"]), ("until", ["20d"])).ShouldStartWith("bo goes on voting for you on housing, until Mon 15 Dec");
        trust.Do("ana", "delegate", ("person", ["bo"]), ("how", ["in-person"]), ("topic", ["housing"]), ("until", ["20d"])).ShouldStartWith("As before, bo votes for you on housing, until Mon 15 Dec");
    }

    [Theory]
    [InlineData("en", "You keep your vote on housing, until ", "nobody")]
    [InlineData("fr", "Vous gardez votre voix sur le thème housing, jusqu’au ", "personne")]
    public void To_nobody_keeps_it(string language, string said, string nobody)
    {
        var trust = new Trust(language, "ana", "bo");
        trust.Do("ana", "delegate", ("person", [nobody]), ("topic", ["housing"]), ("newtopic", ["yes"])).ShouldStartWith(said);
        trust.Scene.View("ana").MyDelegations.ShouldHaveSingleItem().To.ShouldBeNull();
    }

    [Fact]
    public void Says_who_votes_until_the_answer_comes() => new Trust("en", "ana", "bo", "cleo").Entrust("ana", "bo").Do("ana", "delegate", ("person", ["@cleo"])).ShouldContain(" Until then bo goes on voting for you there.\n");

    [Theory]
    [InlineData("en", "Mind the ring bo → ana → bo: if none of you votes, nobody does, and your voice is lost.")]
    [InlineData("fr", "Attention, cela tourne en rond, bo → ana → bo : si aucun de vous ne vote, personne ne vote et votre voix est perdue.")]
    public void Warns_of_a_ring(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo").Entrust("ana", "bo");
        trust.Do("bo", "delegate", ("person", ["@ana"])).Split('\n')[1].ShouldBe(said);
        trust.Do("ana", "delegations", ("what", ["accept"]), ("person", ["@bo"])).ShouldContain("ana → bo");
    }

    [Theory]
    [InlineData("en", "With yours, 4 voices would follow bo, and a member carries at most 3. Whoever comes last is held back, is told so, and can vote.")]
    [InlineData("fr", "Avec la vôtre, 4 voix suivraient bo, et un membre en porte 3 au plus. La dernière venue est mise en attente ; la personne en est avertie et peut voter.")]
    public void Warns_where_the_delegate_would_carry_too_much(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo", "cleo", "dan").Entrust(("alice", "bo"), ("cleo", "alice"));
        trust.Do("dan", "delegate", ("person", ["@bo"])).ShouldNotContain(" 3");
        trust.Scene.Ask("bo", new AnswerOffer(Trust.Id("dan"), true));
        trust.Do("ana", "delegate", ("person", ["@dan"])).ShouldNotContain("3 ");
        trust.Do("ana", "delegate", ("person", ["@bo"])).Split('\n')[1].ShouldBe(said);
    }

    [Theory]
    [InlineData("en", "which closes tomorrow at 09:00. Vote there yourself: /vote 1 for, for instance.")]
    [InlineData("fr", "dont la clôture est demain à 9 h. Votez-y vous-même, par exemple : /voter 1 pour")]
    public void Says_where_it_comes_too_late(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo").Voting().Fixed();
        trust.Do("ana", "delegate", ("person", ["@bo"])).ShouldContain(said);
        trust.Votes("ana");
        trust.Do("ana", "delegate", ("person", ["@alice"])).ShouldNotContain(said);
    }

    [Theory]
    [InlineData("en", "Whom do you trust with your voice?")]
    [InlineData("fr", "À qui confiez-vous votre voix ?")]
    public void Asks_to_whom(string language, string said) => Refused(new Trust(language, "ana"), "ana").ShouldStartWith(said);

    [Theory]
    [InlineData("en", "There is no member called “xavier” here. Whoever has not acted here yet becomes a member with /join: ask them to type it, then type /delegate @xavier topic:garden")]
    [InlineData("fr", "Aucun membre ne s’appelle « xavier » ici. Qui n’a encore rien fait ici devient membre avec /rejoindre : demandez-le à cette personne, puis écrivez /deleguer @xavier thème:garden")]
    public void Asks_back_whom_it_does_not_know(string language, string said) => Refused(new Trust(language, "ana"), "ana", ("person", ["@xavier"]), ("topic", ["garden"])).ShouldBe(said);

    [Fact]
    public void Offers_a_name_that_is_near() =>
        Refused(new Trust("en", "anabelle", "bo"), "bo", ("person", ["anabele"])).ShouldBe("There is no member called “anabele” here. Did you mean anabelle? Type /delegate @anabelle\n[anabelle]");

    [Fact]
    public void Asks_which_of_several_with_one_name()
    {
        var trust = new Trust("en", "ana", "bo");
        var twin = trust.Scene.By("twin");
        trust.Scene.Collective = trust.Scene.Collective.Apply(new JoinCollective(false).Decide(trust.Scene.Collective, twin with { Standing = twin.Standing with { Name = "bo" } }).Events);
        Refused(trust, "ana", ("person", ["@BO"])).ShouldBe("Several members are called “BO”. Which one do you mean?\n  /delegate terminal:bo\n  /delegate terminal:twin");
        trust.Do("ana", "delegate", ("person", ["terminal:twin"])).ShouldStartWith("bo is asked");
        trust.Do("ana", "delegations").ShouldContain("bo is asked");
    }

    [Theory]
    [InlineData("en", "There is no topic “housing” yet. Is it meant to become the first one here?\n[New topic: housing]   By typing: /delegate @bo topic:housing newtopic:yes")]
    [InlineData("fr", "Il n’y a pas encore de thème « housing ». Doit-il devenir le premier ici ?\n[Nouveau thème : housing]   En l’écrivant : /deleguer @bo thème:housing nouveau-thème:oui")]
    public void Asks_before_a_word_becomes_a_topic(string language, string said) => Refused(new Trust(language, "ana", "bo"), "ana", ("person", ["@bo"]), ("topic", ["housing"])).ShouldBe(said);

    [Fact]
    public void Offers_a_topic_that_is_near()
    {
        var trust = new Trust("en", "ana", "bo").Entrust("ana", "bo", "housing");
        Refused(trust, "ana", ("person", ["@bo"]), ("topic", ["housin"]))
            .ShouldBe("There is no topic “housin” yet. Did you mean housing?\n[housing] [New topic: housin]   By typing: /delegate @bo topic:housing");
        Refused(trust, "ana", ("person", ["@bo"]), ("topic", ["roof garden"])).ShouldBe(
            "There is no topic “roof garden” yet. There are: housing. Is it meant to become one?\n[New topic: roof garden]   By typing: /delegate @bo topic:\"roof garden\" newtopic:yes");
    }

    [Fact]
    public void Asks_whether_the_topic_or_the_decision_is_meant() => Refused(new Trust("en", "ana", "bo").Proposed("housing"), "ana", ("person", ["@bo"]), ("topic", ["housing"]), ("decision", ["1"]))
        .ShouldBe("You name a topic and a decision; it goes by one of them. Which do you mean?\n  /delegate @bo topic:housing\n  /delegate @bo decision:1");

    [Fact]
    public void Asks_back_a_time_that_nobody_can_read() =>
        Refused(new Trust("en", "ana", "bo"), "ana", ("person", ["@bo"]), ("until", ["someday"])).ShouldContain("\n  /delegate @bo until:2h\n");

    [Fact]
    public void In_one_decision_it_ends_with_it()
    {
        var trust = new Trust("en", "ana", "bo").Proposed();
        trust.Do("ana", "delegate", ("person", ["@bo"]), ("decision", ["1"])).ShouldStartWith("bo is asked to vote for you in proposal 1, until it closes. It holds as soon as");
        trust.Do("ana", "undelegate", ("decision", ["1"])).ShouldStartWith("Taken back: bo is no longer asked to vote for you in ");
    }

    [Theory]
    [InlineData("en", "Your voice is yours already.", "Nobody votes for you anyway", "A delegation lasts a year at most, so until", "in which everyone answers for themselves", "cleo observes here", "Here everyone votes for themselves")]
    [InlineData("fr", "Votre voix est déjà la vôtre.", "Personne ne vote pour vous, de toute façon", "Une délégation dure un an au plus, donc jusqu’au", "chacun y répond pour soi", "cleo observe ici", "Ici, chacun vote pour soi")]
    public void Is_refused_with_a_way_on(string language, string self, string nobody, string late, string alone, string observer, string off)
    {
        var trust = new Trust(language, "ana", "bo").Observes("cleo");
        trust.Do("ana", "delegate", ("person", ["@ana"])).ShouldStartWith(self);
        trust.Do("ana", "delegate", ("person", [language == "en" ? "nobody" : "personne"])).ShouldStartWith(nobody);
        trust.Do("ana", "delegate", ("person", ["@bo"]), ("until", ["2027-12-01"])).ShouldStartWith(late);
        trust.Do("alice", "poll", ("question", ["Tea?"]), ("options", ["Tea", "Coffee"]));
        trust.Do("ana", "delegate", ("person", ["@bo"]), ("decision", ["1"])).ShouldContain(alone);
        trust.Do("ana", "delegate", ("person", ["@cleo"])).ShouldStartWith(observer);
        trust.Scene.Collective = trust.Scene.Collective with { Rules = trust.Scene.Collective.Rules.With("delegation", "off") };
        trust.Do("ana", "delegate", ("person", ["@bo"])).ShouldStartWith(off);
        trust.Scene.View("ana").MyDelegations.ShouldBeEmpty();
    }

    private static string Refused(Trust trust, string name, params (string Key, string[] Values)[] arguments)
    {
        var before = trust.Scene.Collective;
        var said = trust.Do(name, "delegate", arguments);
        trust.Scene.Last.ShouldBeOfType<Answer.Refuse>();
        trust.Scene.Collective.ShouldBe(before);
        return said;
    }
}
