using CivicBot.Core;

namespace CivicBot.Pure.Tests.Delegating;

public class SeeingDelegations
{
    [Theory]
    [InlineData("en", """
        You entrust your voice to nobody: only what you vote yourself counts. To entrust it: /delegate @ana, or on one topic /delegate @ana topic:housing
        You are asked before somebody entrusts a voice to you. To take them without: /delegations open, or on one topic /delegations open topic:housing
        There are no topics here yet: the first line that names one makes it.
        """)]
    [InlineData("fr", """
        Vous ne confiez votre voix à personne : ne compte que ce que vous votez vous-même. Pour la confier : /deleguer @ana, ou sur un thème /deleguer @ana thème:logement
        On vous demande avant de vous confier une voix. Pour en porter sans cela : /delegations ouvrir, ou sur un thème /delegations ouvrir thème:logement
        Il n’y a pas encore de thème ici : la première ligne qui en nomme un le crée.
        """)]
    public void Says_how_to_begin(string language, string said) => new Trust(language, "bo").Do("bo", "delegations").ShouldBe(said);

    [Theory]
    [InlineData("en", """
        cleo asks you to vote for them on everything, until Sun 24 May 2026, 10:00 (Paris).
        [Accept] [Decline]   or type /delegations accept @cleo
        You entrust your voice:
          on housing: bo, until Sun 24 May 2026, 10:00 (Paris). To end it: /undelegate topic:housing
          on everything: dan is asked, and has not answered yet. To take it back: /undelegate everything
        Voices entrusted to you:
          bo on everything, until Sun 24 May 2026, 10:00 (Paris). To give it back: /delegations decline @bo
        You take voices without being asked first:
          on housing. To be asked again: /delegations closed topic:housing
        Topics here: housing.
        """)]
    [InlineData("fr", """
        cleo vous demande de voter à sa place sur tout, jusqu’au dim. 24 mai 2026, 10 h (Paris).
        [Accepter] [Refuser]   ou écrivez /delegations accepter @cleo
        Vous confiez votre voix :
          sur le thème housing : bo, jusqu’au dim. 24 mai 2026, 10 h (Paris). Pour y mettre fin : /reprendre thème:housing
          sur tout : dan n’a pas encore répondu. Pour reprendre la demande : /reprendre tout
        Voix qu’on vous confie :
          bo sur tout, jusqu’au dim. 24 mai 2026, 10 h (Paris). Pour la rendre : /delegations refuser @bo
        Vous portez des voix sans question préalable :
          sur le thème housing. Pour que l’on vous demande à nouveau : /delegations fermer thème:housing
        Thèmes d’ici : housing.
        """)]
    public void Lists_all_that_concerns_me(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo", "cleo", "dan").Entrust("ana", "bo", "housing").Entrust("bo", "ana");
        trust.Scene.Ask("ana", new OpenToDelegations(null, false, false));
        trust.Scene.Ask("ana", new OpenToDelegations("housing", false, true));
        trust.Scene.Ask("ana", new DelegateVote(Trust.Id("dan"), null, false, null, null, false));
        trust.Scene.Ask("cleo", new DelegateVote(Trust.Id("ana"), null, false, null, null, false));
        trust.Do("ana", "delegations").ShouldBe(said);
    }

    [Theory]
    [InlineData("en", "From now on you vote for bo on everything: what you vote counts for bo as well, wherever they do not vote.\nWhere voices follow you, everyone gets to see how you voted. To give it back: /delegations decline @bo",
        "Given back: you no longer vote for bo, who is told. That holds at once, in everything that is open.", "bo is not asking you to vote for them, so nothing changed. What waits for you: /delegations")]
    [InlineData("fr", "Vous votez désormais pour bo sur tout : votre vote compte aussi pour bo, là où cette personne ne vote pas.\nLà où des voix vous suivent, chacun finit par voir comment vous avez voté. Pour la rendre : /delegations refuser @bo",
        "Voix rendue : vous ne votez plus pour bo, qui l’apprend, avec effet immédiat dans tout ce qui est ouvert.", "bo ne vous demande pas de voter à sa place : rien n’a changé. Ce qui vous attend : /delegations")]
    public void Says_yes_and_gives_back(string language, string accepted, string back, string none)
    {
        var trust = Asked(language);
        trust.Do("ana", "delegations", ("what", ["accept"]), ("person", ["@bo"])).ShouldBe(accepted);
        trust.Scene.View("bo").MyDelegations.ShouldHaveSingleItem().Waits.ShouldBeFalse();
        trust.Do("ana", "delegations", ("what", ["decline"]), ("person", ["@bo"])).ShouldBe(back);
        trust.Do("ana", "delegations", ("what", ["accept"]), ("person", ["@bo"])).ShouldBe(none);
    }

    [Theory]
    [InlineData("en", "Declined. Nobody but bo is told. To take it after all, bo can ask again; what there is: /delegations")]
    [InlineData("fr", "Refusé. Personne d’autre que bo ne l’apprend, et on peut vous le redemander. Ce qu’il y a : /delegations")]
    public void Says_no(string language, string said)
    {
        var trust = Asked(language);
        trust.Do("ana", "delegations", ("what", ["decline"]), ("person", ["@bo"])).ShouldBe(said);
        trust.Scene.View("bo").MyDelegations.ShouldBeEmpty();
    }

    [Fact]
    public void Asks_whose_where_nobody_is_named()
    {
        Asked("en").Do("ana", "delegations", ("what", ["accept"])).ShouldEndWith("[Accept] [Decline]   or type /delegations accept @bo");
        new Trust("en", "ana").Do("ana", "delegations", ("what", ["accept"])).ShouldStartWith("Nobody waits for an answer of yours.");
        Asked("en").Do("ana", "delegations", ("what", ["accept"]), ("person", ["@boo"])).ShouldBe("There is no member called “boo” here. Did you mean bo? Type /delegations accept @bo\n[bo]");
    }

    [Theory]
    [InlineData("en", "From now on members may entrust their voice to you on housing without asking first. To be asked again: /delegations closed topic:housing",
        "From now on you are asked before somebody entrusts a voice to you on housing. Those that follow you already stay: /delegations. To take them without being asked: /delegations open topic:housing",
        "/delegations open topic:gardens newtopic:yes")]
    [InlineData("fr", "Désormais, des membres peuvent vous confier leur voix sur le thème housing sans vous demander d’abord. Pour que l’on vous demande à nouveau : /delegations fermer thème:housing",
        "Désormais, on vous demande avant de vous confier une voix sur le thème housing. Celles qui vous suivent déjà restent : /delegations. Pour en porter sans question : /delegations ouvrir thème:housing",
        "/delegations ouvrir thème:gardens nouveau-thème:oui")]
    public void Takes_voices_without_being_asked(string language, string opened, string closed, string unknown)
    {
        var trust = new Trust(language, "ana", "bo").Entrust("bo", "ana", "housing");
        trust.Scene.Ask("ana", new OpenToDelegations(null, false, false));
        trust.Do("ana", "delegations", ("what", ["open"]), ("topic", ["housing"])).ShouldBe(opened);
        trust.Scene.View("ana").IAmOpenTo.ShouldBe(["housing"]);
        trust.Do("ana", "delegations", ("what", ["closed"]), ("topic", ["housing"])).ShouldBe(closed);
        trust.Do("ana", "delegations", ("what", ["open"]), ("topic", ["gardens"])).ShouldEndWith(unknown);
    }

    private static Trust Asked(string language)
    {
        var trust = new Trust(language, "ana", "bo");
        trust.Scene.Ask("bo", new DelegateVote(Trust.Id("ana"), null, false, null, null, false)).Refusal.ShouldBeNull();
        return trust;
    }
}
