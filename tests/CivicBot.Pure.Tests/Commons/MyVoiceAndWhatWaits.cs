using CivicBot.Core;
using CivicBot.Pure.Tests.Delegating;

namespace CivicBot.Pure.Tests.Commons;

public class MyVoiceAndWhatWaits
{
    [Theory]
    [InlineData("en", """
        ana in Garden
        You have not voted yet. What is open: /polls
        You entrust your voice:
          on housing: bo, until Sun 24 May 2026, 10:00 (Paris). To take it back: /undelegate topic:housing
          on everything: alice is asked, and has not answered yet. To take it back: /undelegate everything
        You may vote, and have not yet:
          Proposal 1 · A bike · until Wed 10 Dec, 09:00 (Paris) · /vote 1 for
        Waiting for you:
          cleo asks you to vote for them on everything: /delegations accept @cleo
        """)]
    [InlineData("fr", """
        ana, dans Garden
        Vous n’avez pas encore voté. Ce qui est ouvert : /sondages
        Vous confiez votre voix :
          sur le thème housing : bo, jusqu’au dim. 24 mai 2026, 10 h (Paris). Pour la reprendre : /reprendre thème:housing
          sur tout : alice n’a pas encore répondu. Pour reprendre la demande : /reprendre tout
        Vous pouvez voter, et ne l’avez pas encore fait :
          Proposition 1 · A bike · jusqu’au mer. 10 déc., 9 h (Paris) · /voter 1 pour
        Ce qui vous attend :
          cleo vous demande de voter à sa place sur tout : /delegations accepter @cleo
        """)]
    public void Stand_in_my(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo", "cleo").Entrust("ana", "bo", "housing");
        trust.Scene.Ask("ana", new DelegateVote(Trust.Id("alice"), null, false, null, trust.Scene.Now.AddDays(90), false));
        trust.Scene.Ask("cleo", new DelegateVote(Trust.Id("ana"), null, false, null, null, false));
        trust.Voting();
        trust.Do("ana", "my").ShouldStartWith(said + "\n");
    }

    [Fact]
    public void Name_a_vote_that_is_kept() => new Trust("en", "ana").Entrust("ana", null, "housing").Do("ana", "my").ShouldContain("\n  on housing: nobody, you keep your vote, until Sun 24 May");

    [Theory]
    [InlineData("en", "You were drawn to judge objection 1.1: /judge 1.1 objection")]
    [InlineData("fr", "Tirage au sort : à vous de juger l’objection 1.1 : /juger 1.1 objection")]
    public void Name_what_i_was_drawn_to_judge(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo", "cleo").Proposed(preset: Preset.Consent);
        foreach (var name in new[] { "ana", "bo", "cleo" }) trust.Scene.Ask(name, new Support(new DecisionId(1)));
        for (var day = 0; day < 10 && trust.Scene.Collective.Decisions[new DecisionId(1)].Phase is not Phase.Voting; day++) trust.Scene.Wait(TimeSpan.FromDays(1));
        var part = new Objection(1, Trust.Id("bo"), trust.Scene.Now, 1, "aim", "change") { Jury = new Jury([1, 2, 3], trust.Scene.Now.AddDays(2)) };
        var decision = trust.Scene.Collective.Decisions[new DecisionId(1)];
        trust.Scene.Collective = trust.Scene.Collective.With(decision with { Proposal = decision.Proposal!.With(part) });
        trust.Do("ana", "my").ShouldContain(said);
        trust.Do("alice", "my").ShouldNotContain("1.1");
    }

    [Theory]
    [InlineData("en", "Proposal 1 · A bike · has it helped? /followup 1 done")]
    [InlineData("fr", "Proposition 1 · A bike · cela a-t-il aidé ? /bilan 1 fait")]
    public void Name_what_i_am_asked_to_look_back_on(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo").Voting().Votes("ana").Votes("bo").Votes("alice").Closed();
        trust.Do("ana", "my").ShouldNotContain(said);
        trust.Scene.Wait(TimeSpan.FromDays(91));
        trust.Do("ana", "my").ShouldContain(said);
    }
}
