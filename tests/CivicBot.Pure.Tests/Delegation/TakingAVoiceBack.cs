using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Delegating;

public class TakingAVoiceBack
{
    [Theory]
    [InlineData("en", "bo no longer votes for you on everything. That holds at once, in everything that is open.")]
    [InlineData("fr", "bo ne vote plus pour vous sur tout, avec effet immédiat dans tout ce qui est ouvert.")]
    public void Takes_the_only_one(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo").Entrust("ana", "bo");
        trust.Do("ana", "undelegate").ShouldBe(said);
        trust.Scene.View("ana").MyDelegations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "You entrust your voice in several ways. Which one do you take back?\n  bo on everything: /undelegate everything\n  cleo on housing: /undelegate topic:housing\n[bo · everything] [cleo · housing]")]
    [InlineData("fr", "Vous confiez votre voix de plusieurs façons. Laquelle reprenez-vous ?\n  bo sur tout : /reprendre tout\n  cleo sur le thème housing : /reprendre thème:housing\n[bo · tout] [cleo · housing]")]
    public void Of_several_asks_which(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo", "cleo").Entrust("ana", "bo").Entrust("ana", "cleo", "housing");
        trust.Do("ana", "undelegate").ShouldBe(said);
        trust.Do("ana", "undelegate", ("all", ["everything"])).ShouldStartWith("bo ");
        trust.Do("ana", "undelegate", ("topic", ["Housing"])).ShouldStartWith("cleo ");
        trust.Scene.View("ana").MyDelegations.ShouldBeEmpty();
    }

    [Fact]
    public void Says_where_only_one_s_own_vote_is_left()
    {
        var trust = new Trust("en", "ana", "bo").Entrust("ana", "bo").Voting().Votes("bo").Fixed();
        trust.Do("ana", "undelegate").ShouldBe("""
            bo no longer votes for you on everything. That holds at once, in everything that is open.
            Nobody votes for you now in what follows, so vote there yourself:
              Proposal 1 · A bike · /vote 1 for
            """);
        trust.Where("ana").ShouldContain("Nobody votes for you");
    }

    [Fact]
    public void Takes_back_what_kept_a_vote() => new Trust("en", "ana").Entrust("ana", null, "housing").Do("ana", "undelegate")
        .ShouldBe("You no longer keep your vote on housing to yourself: what you entrust more widely reaches there again, where it is not too late.");

    [Theory]
    [InlineData("en", "There is no such delegation of yours, so nothing changed. Those there are: /delegations")]
    [InlineData("fr", "Vous n’avez pas de délégation de ce genre : rien n’a changé. Celles qu’il y a : /delegations")]
    public void Is_refused_where_there_is_none(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo").Entrust("ana", "bo");
        trust.Do("ana", "undelegate", ("topic", ["gardens"])).ShouldBe(said);
        trust.Do("bo", "undelegate").ShouldBe(said);
        trust.Do("stranger", "undelegate").ShouldBe(said);
        trust.Scene.Last.ShouldBeOfType<Answer.Refuse>();
    }
}
