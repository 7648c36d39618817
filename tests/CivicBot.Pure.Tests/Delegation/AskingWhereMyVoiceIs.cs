using CivicBot.Core;

namespace CivicBot.Pure.Tests.Delegating;

/// <summary>Every way in which a voice can end, as its owner reads it while voting goes on and when it is over, in both languages.</summary>
public class AskingWhereMyVoiceIs
{
    [Theory]
    [InlineData("en", "Sealed", "Proposal 1: you have not voted, so your voice goes this way: you → ana → bo (housing).\nbo has voted. Everyone sees how on Tue 9 Dec, 09:00 (Paris), and from then on you can decide otherwise until Wed 10 Dec, 09:00 (Paris).")]
    [InlineData("en", "Open", "Proposal 1: you have not voted, so your voice goes this way: you → bo.\nSo far bo votes For, and that counts for you as well.")]
    [InlineData("en", "Fixed", "Proposal 1: you have not voted, so your voice goes this way: you → bo.\nbo voted For. That is counted for you as well, unless you vote yourself until tomorrow, 09:00.")]
    [InlineData("en", "Counted", "Proposal 1: you did not vote, so your voice went this way: you → bo.\nbo voted For, and that was counted for you as well.")]
    [InlineData("en", "Waiting", "Proposal 1: you have not voted, so your voice goes this way: you → bo.\nbo has not voted yet. Unless that happens before Tue 9 Dec, 09:00 (Paris), nobody votes for you.")]
    [InlineData("en", "Missed", "Proposal 1: you have not voted, so your voice goes this way: you → bo.\nbo had not voted when votes were taken over for others, so nobody votes for you.")]
    [InlineData("en", "Missed, closed", "Proposal 1: you did not vote, so your voice went this way: you → bo.\nbo did not vote in time, so your voice was not counted.")]
    [InlineData("en", "Nobody", "Proposal 1: you have not voted, and entrust your voice to nobody there. Nobody votes for you.")]
    [InlineData("en", "Nobody, closed", "Proposal 1: you did not vote, and nobody voted for you.")]
    [InlineData("en", "Kept", "Proposal 1: you keep your vote on housing and have not used it, so nobody votes for you.")]
    [InlineData("en", "Kept, closed", "Proposal 1: you kept your vote on housing and did not use it, so your voice was not counted.")]
    [InlineData("en", "Kept on the way", "Proposal 1: you have not voted, so your voice goes this way: you → bo → nobody (housing).\nbo passes no voice on there and has not voted, so nobody votes for you.")]
    [InlineData("en", "Kept on the way, closed", "Proposal 1: you did not vote, so your voice went this way: you → bo → nobody (housing).\nbo passed no voice on there and did not vote, so your voice was not counted.")]
    [InlineData("en", "In person", "Proposal 1: you have not voted, so your voice goes this way: you → bo.\nIt counts only if bo votes in person, which has not happened, so nobody votes for you.")]
    [InlineData("en", "In person, closed", "Proposal 1: you did not vote, so your voice went this way: you → bo.\nIt would have counted only if bo had voted in person, so your voice was not counted.")]
    [InlineData("en", "Ring", "Proposal 1: you have not voted, so your voice goes this way: you → bo → ana.\nThat is a ring in which nobody has voted: your voice is lost unless one of you votes.")]
    [InlineData("en", "Ring, closed", "Proposal 1: you did not vote, so your voice went this way: you → bo → ana.\nThat was a ring in which nobody voted, so your voice was not counted.")]
    [InlineData("en", "Gone", "Proposal 1: you have not voted, so your voice goes this way: you → bo.\nbo is not on the list of voters, so nobody votes for you.")]
    [InlineData("en", "Gone, closed", "Proposal 1: you did not vote, so your voice went this way: you → bo.\nbo was not on the list of voters, so your voice was not counted.")]
    [InlineData("en", "Deep", "Proposal 1: you have not voted, so your voice goes this way: you → m1 → m2 → m3 → m4 → m5 → m6 → m7 → m8 → m9.\nThere is a vote at the end, but more than 8 steps away, which is too far: nobody votes for you.")]
    [InlineData("en", "Deep, closed", "Proposal 1: you did not vote, so your voice went this way: you → m1 → m2 → m3 → m4 → m5 → m6 → m7 → m8 → m9.\nThere was a vote at the end, but more than 8 steps away, so your voice was not counted.")]
    [InlineData("en", "Held", "Proposal 1: you have not voted, so your voice goes this way: you → bo.\nbo has voted, but carries as many voices as one may, 3. Yours came after and is held back: it does not count unless you vote.")]
    [InlineData("en", "Held, closed", "Proposal 1: you did not vote, so your voice went this way: you → bo.\nbo carried as many voices as one may, 3. Yours came after, was held back, and was not counted.")]
    [InlineData("en", "Carrying", "Proposal 1: you voted yourself, For. That is what counts for you, whatever you entrust. 3 other voices follow yours. You can change it until Wed 10 Dec, 09:00 (Paris).")]
    [InlineData("en", "Carrying, closed", "Proposal 1: you voted yourself, For, and that is what counted for you. 3 other voices were counted with yours.")]
    [InlineData("en", "Off the roll", "Proposal 1: you are not on the list of voters, on which there are 5. It was fixed Wed 3 Dec, 09:00 (Paris).\nYou are not a member here yet. To become one, and be among those who may vote next time: /join")]
    [InlineData("en", "Observing", "Proposal 1: you are not on the list of voters, on which there are 4. It was fixed Wed 3 Dec, 09:00 (Paris).\nYou observe here, and observers do not vote. To vote, become a member: /join")]
    [InlineData("en", "Early", "Proposal 1 is not being voted on yet. If voting opened now, you would be on the list of voters, with 5 members on it.\nYou entrust your voice to nobody there: then only what you vote yourself counts. To entrust it: /delegate @ana decision:1")]
    [InlineData("en", "Early, entrusted", "Proposal 1 is not being voted on yet. If voting opened now, you would be on the list of voters, with 5 members on it.\nIf you do not vote then, your voice goes to bo, whom you trust on everything. To take it back: /undelegate everything")]
    [InlineData("en", "Early, kept", "Proposal 1 is not being voted on yet. If voting opened now, you would be on the list of voters, with 5 members on it.\nYou keep your vote on housing: then only what you vote yourself counts. To change that: /undelegate topic:housing")]
    [InlineData("en", "Early, consent", "Proposal 1 is not being voted on yet. If voting opened now, you would be on the list of voters, with 5 members on it.\nWhen it comes to it, everyone answers for themselves: nobody can do it for others. How it stands: /decision 1")]
    [InlineData("fr", "Sealed", "Proposition 1 : vous n’avez pas voté, alors votre voix prend ce chemin : vous → ana → bo (housing).\nbo a voté. Chacun verra comment le mar. 9 déc., 9 h (Paris), et dès lors vous pourrez en décider autrement jusqu’au mer. 10 déc., 9 h (Paris).")]
    [InlineData("fr", "Open", "Proposition 1 : vous n’avez pas voté, alors votre voix prend ce chemin : vous → bo.\nPour l’instant, bo vote Pour, et cela compte pour vous aussi.")]
    [InlineData("fr", "Fixed", "Proposition 1 : vous n’avez pas voté, alors votre voix prend ce chemin : vous → bo.\nbo a voté Pour. Cela compte pour vous aussi, sauf si vous votez vous-même jusqu’à demain, 9 h.")]
    [InlineData("fr", "Counted", "Proposition 1 : vous n’avez pas voté, alors votre voix a pris ce chemin : vous → bo.\nbo a voté Pour, et cela a compté pour vous aussi.")]
    [InlineData("fr", "Waiting", "Proposition 1 : vous n’avez pas voté, alors votre voix prend ce chemin : vous → bo.\nbo n’a pas encore voté. Si ce n’est pas fait avant le mar. 9 déc., 9 h (Paris), personne ne vote pour vous.")]
    [InlineData("fr", "Missed", "Proposition 1 : vous n’avez pas voté, alors votre voix prend ce chemin : vous → bo.\nbo n’avait pas voté quand les votes ont été repris pour d’autres : personne ne vote pour vous.")]
    [InlineData("fr", "Missed, closed", "Proposition 1 : vous n’avez pas voté, alors votre voix a pris ce chemin : vous → bo.\nbo n’a pas voté à temps : votre voix n’a pas été comptée.")]
    [InlineData("fr", "Nobody", "Proposition 1 : vous n’avez pas voté, et n’y confiez votre voix à personne. Personne ne vote pour vous.")]
    [InlineData("fr", "Nobody, closed", "Proposition 1 : vous n’avez pas voté, et personne n’a voté pour vous.")]
    [InlineData("fr", "Kept", "Proposition 1 : vous gardez votre voix sur le thème housing et n’avez pas voté : personne ne vote pour vous.")]
    [InlineData("fr", "Kept, closed", "Proposition 1 : vous gardiez votre voix sur le thème housing et n’avez pas voté : elle n’a pas été comptée.")]
    [InlineData("fr", "Kept on the way", "Proposition 1 : vous n’avez pas voté, alors votre voix prend ce chemin : vous → bo → personne (housing).\nbo n’y transmet aucune voix et n’a pas voté : personne ne vote pour vous.")]
    [InlineData("fr", "Kept on the way, closed", "Proposition 1 : vous n’avez pas voté, alors votre voix a pris ce chemin : vous → bo → personne (housing).\nbo n’y transmettait aucune voix et n’a pas voté : votre voix n’a pas été comptée.")]
    [InlineData("fr", "In person", "Proposition 1 : vous n’avez pas voté, alors votre voix prend ce chemin : vous → bo.\nElle ne compte que si bo vote en personne, ce qui n’est pas fait : personne ne vote pour vous.")]
    [InlineData("fr", "In person, closed", "Proposition 1 : vous n’avez pas voté, alors votre voix a pris ce chemin : vous → bo.\nElle n’aurait compté que si bo avait voté en personne : votre voix n’a pas été comptée.")]
    [InlineData("fr", "Ring", "Proposition 1 : vous n’avez pas voté, alors votre voix prend ce chemin : vous → bo → ana.\nCela tourne en rond, et personne n’y a voté : votre voix est perdue à moins que l’un de vous ne vote.")]
    [InlineData("fr", "Ring, closed", "Proposition 1 : vous n’avez pas voté, alors votre voix a pris ce chemin : vous → bo → ana.\nCela tournait en rond, et personne n’y a voté : votre voix n’a pas été comptée.")]
    [InlineData("fr", "Gone", "Proposition 1 : vous n’avez pas voté, alors votre voix prend ce chemin : vous → bo.\nbo n’est pas sur la liste des votants : personne ne vote pour vous.")]
    [InlineData("fr", "Gone, closed", "Proposition 1 : vous n’avez pas voté, alors votre voix a pris ce chemin : vous → bo.\nbo n’était pas sur la liste des votants : votre voix n’a pas été comptée.")]
    [InlineData("fr", "Deep", "Proposition 1 : vous n’avez pas voté, alors votre voix prend ce chemin : vous → m1 → m2 → m3 → m4 → m5 → m6 → m7 → m8 → m9.\nIl y a un vote au bout, mais à plus de 8 pas, ce qui est trop loin : personne ne vote pour vous.")]
    [InlineData("fr", "Deep, closed", "Proposition 1 : vous n’avez pas voté, alors votre voix a pris ce chemin : vous → m1 → m2 → m3 → m4 → m5 → m6 → m7 → m8 → m9.\nIl y avait un vote au bout, mais à plus de 8 pas : votre voix n’a pas été comptée.")]
    [InlineData("fr", "Held", "Proposition 1 : vous n’avez pas voté, alors votre voix prend ce chemin : vous → bo.\nbo a voté, mais porte autant de voix qu’il est permis, 3. La vôtre, arrivée après, est en attente : elle ne compte que si vous votez.")]
    [InlineData("fr", "Held, closed", "Proposition 1 : vous n’avez pas voté, alors votre voix a pris ce chemin : vous → bo.\nbo portait autant de voix qu’il est permis, 3. La vôtre, arrivée après, est restée en attente et n’a pas été comptée.")]
    [InlineData("fr", "Carrying", "Proposition 1 : vous avez voté vous-même, Pour. C’est ce qui compte pour vous, quoi que vous confiiez. 3 autres voix suivent la vôtre. Vous pouvez changer jusqu’au mer. 10 déc., 9 h (Paris).")]
    [InlineData("fr", "Carrying, closed", "Proposition 1 : vous avez voté vous-même, Pour, et c’est ce qui a compté pour vous. 3 autres voix ont été comptées avec la vôtre.")]
    [InlineData("fr", "Off the roll", "Proposition 1 : vous n’êtes pas sur la liste des votants, qui en compte 5. Elle a été fixée le mer. 3 déc., 9 h (Paris).\nVous n’êtes pas encore membre ici. Pour le devenir et pouvoir voter la prochaine fois : /rejoindre")]
    [InlineData("fr", "Observing", "Proposition 1 : vous n’êtes pas sur la liste des votants, qui en compte 4. Elle a été fixée le mer. 3 déc., 9 h (Paris).\nVous observez ici, et qui observe ne vote pas. Pour voter, devenez membre : /rejoindre")]
    [InlineData("fr", "Early", "Proposition 1 : le vote n’est pas encore ouvert. S’il s’ouvrait maintenant, vous seriez sur la liste des votants, avec 5 membres en tout.\nVous n’y confiez votre voix à personne : ne comptera que ce que vous voterez vous-même. Pour la confier : /deleguer @ana décision:1")]
    [InlineData("fr", "Early, entrusted", "Proposition 1 : le vote n’est pas encore ouvert. S’il s’ouvrait maintenant, vous seriez sur la liste des votants, avec 5 membres en tout.\nSi vous ne votez pas alors, votre voix ira à bo, à qui vous la confiez sur tout. Pour la reprendre : /reprendre tout")]
    [InlineData("fr", "Early, kept", "Proposition 1 : le vote n’est pas encore ouvert. S’il s’ouvrait maintenant, vous seriez sur la liste des votants, avec 5 membres en tout.\nVous gardez votre voix sur le thème housing : ne comptera que ce que vous voterez vous-même. Pour changer cela : /reprendre thème:housing")]
    [InlineData("fr", "Early, consent", "Proposition 1 : le vote n’est pas encore ouvert. S’il s’ouvrait maintenant, vous seriez sur la liste des votants, avec 5 membres en tout.\nLe moment venu, chacun répondra pour soi : personne ne peut le faire pour d’autres. Où cela en est : /decision 1")]
    public void Tells_what_becomes_of_it(string language, string told, string said) =>
        string.Join('\n', Story(language, told).Where(Whose(told)).Split('\n').Where(line => line[0] != '[' && !line.StartsWith("Vote yourself, and", StringComparison.Ordinal) && !line.StartsWith("Votez vous-même, et c", StringComparison.Ordinal))).ShouldBe(said);

    [Theory]
    [InlineData("Sealed", true)]
    [InlineData("Fixed", true)]
    [InlineData("Held", true)]
    [InlineData("Carrying", true)]
    [InlineData("Nobody", true)]
    [InlineData("Counted", false)]
    [InlineData("Off the roll", false)]
    [InlineData("Early", false)]
    public void Offers_to_vote_where_one_can(string told, bool offers)
    {
        Story("en", told).Where(Whose(told)).EndsWith("\n[For] [Against] [Abstain]   or type /vote 1 for", StringComparison.Ordinal).ShouldBe(offers);
        Story("fr", told).Where(Whose(told)).EndsWith("\n[Pour] [Contre] [Abstention]   ou écrivez /voter 1 pour", StringComparison.Ordinal).ShouldBe(offers);
    }

    /// <summary>A delegation that is taken back or changed after the close changes nothing that was counted.</summary>
    [Fact]
    public void Tells_of_a_closed_vote_what_was_counted_then()
    {
        var trust = new Trust("en", "ana", "bo", "cleo").Entrust("ana", "bo").Voting().Votes("bo").Closed();
        var before = trust.Where("ana");
        trust.Scene.Ask("ana", new Undelegate(Scope.Everything)).Refusal.ShouldBeNull();
        trust.Entrust("cleo", "bo");
        trust.Where("ana").ShouldBe(before);
        trust.Where("cleo").ShouldBe("Proposal 1: you did not vote, and nobody voted for you.");
    }

    [Fact]
    public void Tells_of_one_that_came_too_late()
    {
        var trust = new Trust("en", "ana", "bo").Voting().Votes("bo").Fixed().Entrust("ana", "bo");
        trust.Where("ana").ShouldStartWith("Proposal 1: you have not voted, and what you entrust to bo came too late for this vote. Nobody votes for you.\n");
    }

    [Fact]
    public void Tells_of_one_that_waits_for_an_answer()
    {
        var trust = new Trust("en", "ana", "bo").Voting().Votes("bo");
        trust.Scene.Ask("ana", new DelegateVote(Trust.Id("bo"), null, false, null, null, false));
        trust.Where("ana").ShouldStartWith("Proposal 1: you have not voted, and bo has not answered yet whether to vote for you. Until then nobody does.\n");
    }

    [Theory]
    [InlineData("en", "Poll 1: in a poll everyone votes for themselves, whatever they entrust otherwise. You have not voted, so you are not counted yet.\n[Tea] [Coffee]   or type /vote 1 Tea")]
    [InlineData("fr", "Sondage 1 : dans un sondage, chacun vote pour soi, quoi qu’on ait confié par ailleurs. Vous n’avez pas voté : rien ne compte encore pour vous.\n[Tea] [Coffee]   ou écrivez /voter 1 Tea")]
    public void In_a_poll_it_is_each_for_himself(string language, string said)
    {
        var trust = new Trust(language, "ana", "bo").Entrust("ana", "bo");
        trust.Do("alice", "poll", ("question", ["Tea?"]), ("options", ["Tea", "Coffee"]));
        trust.Where("ana").ShouldBe(said);
        trust.Scene.Vote("ana", "Tea");
        trust.Where("ana").ShouldContain(language == "en" ? " You chose: Tea.\n" : " Vous avez choisi : Tea.\n");
    }

    [Theory]
    [InlineData("en", "There is no number 3 here; the latest is 1. See them all with /decisions", "In which one?\n  /where-is-my-vote 1 · A bike")]
    [InlineData("fr", "Il n’y a pas de numéro 3 ici ; le dernier est le 1. Tout est là : /decisions", "Dans laquelle ?\n  /ou-va-ma-voix 1 · A bike")]
    public void Asks_which_one(string language, string none, string which)
    {
        var trust = new Trust(language, "ana", "bo").Proposed();
        trust.Where("ana", 3).ShouldBe(none);
        trust.Do("ana", "where-is-my-vote").ShouldBe(which);
    }

    /// <summary>What would change a rule is named as its card and the register name it.</summary>
    [Theory]
    [InlineData("en", "In which one?\n  /where-is-my-vote 1 · Rule quorum: 30% → 20%")]
    [InlineData("fr", "Dans laquelle ?\n  /ou-va-ma-voix 1 · Règle quorum : 30% → 20%")]
    public void Names_a_change_of_rule_as_everywhere_else(string language, string which)
    {
        var trust = new Trust(language, "ana", "bo");
        trust.Do("alice", "propose", ("rule", ["quorum"]), ("to", ["20%"]), ("title", ["Summer is quiet"]));
        trust.Do("ana", "where-is-my-vote").ShouldBe(which);
    }

    private static string Whose(string told) => told switch
    {
        "Sealed" or "Deep" or "Deep, closed" => "alice",
        "Carrying" or "Carrying, closed" or "Observing" => "bo",
        "Off the roll" => "stranger",
        _ => "ana",
    };

    private static Trust Story(string language, string told)
    {
        return told switch
        {
            "Sealed" => Garden().Entrust("ana", "bo", "housing").Entrust("alice", "ana").Voting("housing").Votes("bo"),
            "Open" => Garden().Entrust("ana", "bo").Voting(mode: Mode.Open).Votes("bo"),
            "Fixed" => Garden().Entrust("ana", "bo").Voting().Votes("bo").Fixed(),
            "Counted" => Garden().Entrust("ana", "bo").Voting().Votes("bo").Closed(),
            "Waiting" => Garden().Entrust("ana", "bo").Voting(),
            "Missed" => Garden().Entrust("ana", "bo").Voting().Fixed(),
            "Missed, closed" => Garden().Entrust("ana", "bo").Voting().Closed(),
            "Nobody" => Garden().Voting(),
            "Nobody, closed" => Garden().Voting().Closed(),
            "Kept" => Garden().Entrust("ana", null, "housing").Voting("housing"),
            "Kept, closed" => Garden().Entrust("ana", null, "housing").Voting("housing").Closed(),
            "Kept on the way" => Garden().Entrust("bo", null, "housing").Entrust("ana", "bo").Voting("housing"),
            "Kept on the way, closed" => Garden().Entrust("bo", null, "housing").Entrust("ana", "bo").Voting("housing").Closed(),
            "In person" => Garden().Entrust("ana", "bo", inPerson: true).Entrust("bo", "cleo").Voting().Votes("cleo"),
            "In person, closed" => Garden().Entrust("ana", "bo", inPerson: true).Entrust("bo", "cleo").Voting().Votes("cleo").Closed(),
            "Ring" => Garden().Entrust(("ana", "bo"), ("bo", "ana")).Voting(),
            "Ring, closed" => Garden().Entrust(("ana", "bo"), ("bo", "ana")).Voting().Closed(),
            "Gone" => Garden().Entrust("ana", "bo").Observes("bo").Voting(),
            "Gone, closed" => Garden().Entrust("ana", "bo").Observes("bo").Voting().Closed(),
            "Deep" => Chain().Voting().Votes("m9"),
            "Deep, closed" => Chain().Voting().Votes("m9").Closed(),
            "Held" => Crowd().Voting().Votes("bo"),
            "Held, closed" => Crowd().Voting().Votes("bo").Closed(),
            "Carrying" => Crowd().Voting().Votes("bo"),
            "Carrying, closed" => Crowd().Voting().Votes("bo").Closed(),
            "Off the roll" => Garden().Voting(),
            "Observing" => Garden().Observes("bo").Voting(),
            "Early" => Garden().Proposed(),
            "Early, entrusted" => Garden().Entrust("ana", "bo").Proposed(),
            "Early, kept" => Garden().Entrust("ana", null, "housing").Proposed("housing"),
            "Early, consent" => Garden().Proposed(preset: Preset.Consent),
            _ => throw new ArgumentOutOfRangeException(nameof(told)),
        };

        Trust Garden() => new(language, "ana", "bo", "cleo", "dan");

        // Nine steps.
        Trust Chain() => new Trust(language, [.. Enumerable.Range(1, 9).Select(number => $"m{number}")])
            .Entrust([.. Enumerable.Range(0, 9).Select(number => (number == 0 ? "alice" : $"m{number}", $"m{number + 1}"))]);

        // One more than a member may carry.
        Trust Crowd() => Garden().Entrust(("alice", "bo"), ("cleo", "bo"), ("dan", "bo"), ("ana", "bo"));
    }
}
