using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Delegating;

/// <summary>What members read about voices without having asked.</summary>
public class BeingTold
{
    [Theory]
    [InlineData("en", """
        Proposal 1 · A bike
        bo voted Against. That is counted for you as well, unless you vote yourself until tomorrow, 09:00.
        [Keep it so] [For] [Against] [Abstain] [End the delegation]   or type /vote 1 for
        """)]
    [InlineData("fr", """
        Proposition 1 · A bike
        bo a voté Contre. Cela compte pour vous aussi, sauf si vous votez vous-même jusqu’à demain, 9 h.
        [Laisser ainsi] [Pour] [Contre] [Abstention] [Reprendre ma voix]   ou écrivez /voter 1 pour
        """)]
    public void How_one_s_voice_is_counted(string language, string said) =>
        new Trust(language, "ana", "bo").Entrust("ana", "bo").Voting().Votes("bo", Position.Against).Fixed().Tell("ana", new Told.RoutesFixed(1)).ShouldBe(said);

    [Theory]
    [InlineData("en", "Proposal 1 · A bike\nbo had not voted when votes were taken over for others, so nobody votes for you.\n[For] [Against] [Abstain] [End the delegation]   or type /vote 1 for")]
    [InlineData("fr", "Proposition 1 · A bike\nbo n’avait pas voté quand les votes ont été repris pour d’autres : personne ne vote pour vous.\n[Pour] [Contre] [Abstention] [Reprendre ma voix]   ou écrivez /voter 1 pour")]
    public void That_nobody_votes_for_one(string language, string said) =>
        new Trust(language, "ana", "bo").Entrust("ana", "bo").Voting().Fixed().Tell("ana", new Told.RoutesFixed(1)).ShouldBe(said);

    [Theory]
    [InlineData("en", "Your voice goes this way: you → bo → cleo.\ncleo voted For.")]
    [InlineData("fr", "Votre voix prend ce chemin : vous → bo → cleo.\ncleo a voté Pour.")]
    public void Over_whom_it_goes(string language, string said) =>
        new Trust(language, "ana", "bo", "cleo").Entrust(("ana", "bo"), ("bo", "cleo")).Voting().Votes("cleo").Fixed().Tell("ana", new Told.RoutesFixed(1)).ShouldContain(said);

    [Theory]
    [InlineData("en", "bo has voted, but carries as many voices as one may, 3. Yours came after and is held back: it does not count unless you vote.")]
    [InlineData("fr", "bo a voté, mais porte autant de voix qu’il est permis, 3. La vôtre, arrivée après, est en attente : elle ne compte que si vous votez.")]
    public void That_it_is_held(string language, string said) => new Trust(language, "ana", "bo", "cleo", "dan")
        .Entrust(("alice", "bo"), ("cleo", "bo"), ("dan", "bo"), ("ana", "bo")).Voting().Votes("bo").Fixed().Tell("ana", new Told.RoutesFixed(1)).ShouldContain(said);

    [Fact]
    public void Of_a_ring() => new Trust("en", "ana", "bo").Entrust(("ana", "bo"), ("bo", "ana")).Voting().Fixed().Tell("ana", new Told.RoutesFixed(1))
        .ShouldContain("Your voice goes this way: you → bo → ana.\nThat is a ring in which nobody has voted: your voice is lost unless one of you votes.\n");

    [Fact]
    public void Nothing_of_what_does_not_concern_one()
    {
        var trust = new Trust("en", "ana", "bo").Entrust("ana", "bo").Voting().Votes("bo").Votes("ana").Fixed();
        trust.Tell("ana", new Told.RoutesFixed(1)).ShouldBeEmpty();
        trust.Tell("alice", new Told.RoutesFixed(1)).ShouldBeEmpty();
        trust.Tell("alice", new Told.RoutesFixed(2)).ShouldBeEmpty();
        trust.Tell("bo", new Told.VoicesWait(1, trust.Scene.Now)).ShouldBeEmpty();
        trust.Tell("ana", new Told.DelegationAsked(Trust.Id("bo"))).ShouldBeEmpty();
        trust.Tell("ana", new Told.DelegationsEnd()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Proposal 1 · A bike\n2 voices follow you. They count only if you vote before Tue 9 Dec, 09:00 (Paris).\n[For] [Against] [Abstain]   or type /vote 1 for")]
    [InlineData("fr", "Proposition 1 · A bike\n2 voix vous suivent. Elles ne comptent que si vous votez avant le mar. 9 déc., 9 h (Paris).\n[Pour] [Contre] [Abstention]   ou écrivez /voter 1 pour")]
    public void That_voices_wait(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo", "cleo").Entrust(("ana", "bo"), ("cleo", "ana")).Voting();
        trust.Tell("bo", new Told.VoicesWait(1, trust.Scene.Collective.Decisions[new DecisionId(1)].WindowBegins!.Value)).ShouldBe(said);
    }

    [Theory]
    [InlineData("en", """
        bo asks you to vote for them on everything, until Sun 24 May 2026, 10:00 (Paris). Only where you vote in person: it is not passed on to anyone you trust.
        [Accept] [Decline]   or type /delegations accept @bo
        Where voices follow you, everyone gets to see how you voted. If you decline, nobody else is told.
        """)]
    [InlineData("fr", """
        bo vous demande de voter à sa place sur tout, jusqu’au dim. 24 mai 2026, 10 h (Paris). Seulement là où vous votez en personne : ce n’est transmis à personne d’autre.
        [Accepter] [Refuser]   ou écrivez /delegations accepter @bo
        Là où des voix vous suivent, chacun finit par voir comment vous avez voté. Si vous refusez, personne d’autre ne l’apprend.
        """)]
    public void That_one_is_asked(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo");
        trust.Scene.Ask("bo", new DelegateVote(Trust.Id("ana"), null, false, null, null, InPerson: true));
        trust.Tell("ana", new Told.DelegationAsked(Trust.Id("bo"))).ShouldBe(said);
    }

    [Theory]
    [InlineData("en", "bo said yes, and votes for you on everything, wherever you do not vote yourself, until Sun 24 May 2026, 10:00 (Paris). Where your voice is: /delegations",
        "bo would rather not vote for you. Nothing else has changed. To trust somebody else, as in /delegate @ana; what holds: /delegations")]
    [InlineData("fr", "bo a dit oui, et vote pour vous sur tout, partout où vous ne votez pas vous-même, jusqu’au dim. 24 mai 2026, 10 h (Paris). Où est votre voix : /delegations",
        "bo préfère ne pas voter pour vous. Rien d’autre n’a changé. Pour la confier à quelqu’un d’autre, par exemple : /deleguer @ana ; ce qui vaut : /delegations")]
    public void Of_the_answer(string language, string yes, string no)
    {
        new Trust(language, "ana", "bo").Entrust("ana", "bo").Tell("ana", new Told.DelegationAnswered(Trust.Id("bo"), true)).ShouldBe(yes);
        new Trust(language, "ana", "bo").Tell("ana", new Told.DelegationAnswered(Trust.Id("bo"), false)).ShouldBe(no);
    }

    [Theory]
    [InlineData("en", "bo has left the rooms. In what is being voted on, your delegation stays; later, nobody votes for you.", "bo gave your voice back, so nobody votes for you there any more.")]
    [InlineData("fr", "bo a quitté les salons. Dans ce qui est au vote, votre délégation reste ; ensuite, personne ne vote pour vous.", "bo vous a rendu votre voix : personne n’y vote plus pour vous.")]
    public void That_the_delegate_is_gone(string language, string left, string back)
    {
        var trust = new Trust(language, "ana", "bo").Entrust("ana", "bo");
        trust.Tell("ana", new Told.DelegateGone(Trust.Id("bo"))).ShouldStartWith(back);
        trust.Scene.Ask("bo", new LeaveRooms());
        trust.Tell("ana", new Told.DelegateGone(Trust.Id("bo"))).ShouldStartWith(left);
    }

    [Theory]
    [InlineData("en", """
        Delegations of yours end soon. What is to go on, type the line behind it; for the others, do nothing:
          bo on everything, until Fri 5 Dec, 09:00 (Paris): /delegate @bo in-person
          your vote kept on housing, until Fri 5 Dec, 09:00 (Paris): /delegate nobody topic:housing
        """)]
    [InlineData("fr", """
        Plusieurs de vos délégations prennent bientôt fin. Pour celles qui doivent continuer, écrivez la ligne qui suit ; pour les autres, ne faites rien :
          bo sur tout, jusqu’au ven. 5 déc., 9 h (Paris) : /deleguer @bo en-personne
          votre voix gardée sur le thème housing, jusqu’au ven. 5 déc., 9 h (Paris) : /deleguer personne thème:housing
        """)]
    public void That_delegations_end(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo").Open("bo");
        var soon = trust.Scene.Now.AddDays(10);
        trust.Scene.Ask("ana", new DelegateVote(Trust.Id("bo"), null, false, null, soon, InPerson: true));
        trust.Scene.Ask("ana", new DelegateVote(null, "housing", true, null, soon, false));
        trust.Scene.Ask("ana", new DelegateVote(Trust.Id("bo"), "gardens", true, null, null, false));
        trust.Tell("ana", new Told.DelegationsEnd()).ShouldBe(said);
    }
}
