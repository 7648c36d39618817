using CivicBot.Core;
using CivicBot.Pure.Tests.Sdk;

namespace CivicBot.Pure.Tests.Members;

public class SeeingWhoWeAre
{
    [Theory]
    [InlineData("en", """
        There are 2 members here. 1 more observes: reads along, and does not vote.
        On proposals, those may vote who are members when voting opens. Members who have done nothing here for 180 days are left out of the list of voters, until they act again.
        As things stand, you will be among the voters of the next proposal. How we decide: /rules
          alice
          bo
        """)]
    [InlineData("fr", """
        Il y a ici 2 membres. 1 autre observe : lit, discute, et ne vote pas.
        Sur une proposition votent les membres connus à l’ouverture du vote. Les membres qui n’ont rien fait ici depuis 180 jours ne sont plus sur la liste des votants, jusqu’à ce qu’ils agissent à nouveau.
        En l’état, vous serez parmi les votants de la prochaine proposition. Comment on décide : /regles
          alice
          bo
        """)]
    public void Tells_who_may_vote_and_how_i_stand(string language, string said)
    {
        var scene = new Scene(language);
        scene.Do("bo", "join");
        scene.Do("cleo", "join", ("as", ["observer"]));
        Plain(scene.Do("bo", "members")).ShouldBe(said);
    }

    /// <summary>SEMANTICS 2.9: how many voices a member carries, by topic, everyone sees; whose they are, nobody.</summary>
    [Theory]
    [InlineData("en", "  bo · votes for others too: one voice on everything, 2 voices on money")]
    [InlineData("fr", "  bo · vote aussi pour d’autres : 1 voix sur tout, 2 voix sur le thème money")]
    public void Tells_who_carries_how_many_voices(string language, string line)
    {
        var scene = new Scene(language);
        foreach (var name in new[] { "bo", "cleo", "dan" }) scene.Do(name, "join");
        scene.Ask("bo", new OpenToDelegations(null, NewTopic: false, Open: true));
        var bo = scene.Collective.Roster[1];
        scene.Ask("cleo", new DelegateVote(bo, "money", NewTopic: true, null, null, InPerson: false));
        scene.Ask("dan", new DelegateVote(bo, "money", NewTopic: false, null, null, InPerson: false));
        scene.Ask("dan", new DelegateVote(bo, null, NewTopic: false, null, null, InPerson: false));
        scene.Ask("alice", new DelegateVote(null, "money", NewTopic: false, null, null, InPerson: false));
        Plain(scene.Do("alice", "members")).Split('\n').ShouldContain(line);
        Plain(scene.Do("alice", "members")).ShouldContain("\n  cleo\n");
    }

    [Fact]
    public void Tells_what_is_missing()
    {
        var scene = new Scene();
        scene.Do("bo", "join");
        Standing("bo").ShouldStartWith("As things stand");
        Standing("stranger").ShouldBe("You are not a member here yet. To become one, and be among those who may vote next time: /join");
        scene.Do("cleo", "join", ("as", ["observer"]));
        Standing("cleo").ShouldBe("You observe here, and observers do not vote. To vote, become a member: /join");
        scene.Ask("bo", new LeaveRooms());
        Standing("bo").ShouldStartWith("You have left the rooms");
        scene.Do("bo", "join").ShouldStartWith("Welcome: bo is a member of Garden.");
        Standing("bo").ShouldStartWith("As things stand");
        Rule("level", "1 7d");
        Standing("bo").ShouldBe("Voters here are members for 7 days when voting opens. From Tue 2 Dec, 09:00 (Paris) on you are one; until then you can discuss and see everything: /decisions");
        Rule("level", "2");
        Standing("bo").ShouldBe("It takes 2 members who vouch for you, and 0 do so far. Ask others who know you to type /vouch @bo");
        scene.Now += TimeSpan.FromDays(200);
        Standing("bo").ShouldStartWith("You have done nothing here for a long time");
        scene.Do("bo", "join");
        Standing("bo").ShouldStartWith("It takes 2 members");

        string Standing(string name) => Plain(scene.Do(name, "members")).Split('\n')[2];

        void Rule(string key, string value) => scene.Collective = scene.Collective with { Rules = scene.Collective.Rules.With(key, value) };
    }

    [Fact]
    public void Lists_thirty_and_says_how_many_more()
    {
        var scene = new Scene();
        for (var i = 0; i < 31; i++) scene.Ask($"m{i}", new JoinCollective(false));
        var said = scene.Do("alice", "members").Split('\n');
        said[^1].ShouldBe("And 2 more.");
        said.Count(line => line.StartsWith("  ", StringComparison.Ordinal)).ShouldBe(30);
    }

    [Theory]
    [InlineData("en", "Welcome: bo is a member of Garden.\nAs things stand, you will be among the voters of the next proposal. How we decide: /rules", "bo is a member of Garden already.", "You observe from now on", "You observe already")]
    [InlineData("fr", "Bienvenue : bo est membre de Garden.\nEn l’état, vous serez parmi les votants de la prochaine proposition. Comment on décide : /regles", "bo est déjà membre de Garden.", "Vous observez désormais", "Vous observez déjà")]
    public void One_joins_and_observes(string language, string joined, string still, string observes, string observing)
    {
        var scene = new Scene(language);
        Plain(scene.Do("bo", "join")).ShouldBe(joined);
        Plain(scene.Do("bo", "join")).ShouldStartWith(still);
        Plain(scene.Do("bo", "join", ("as", ["observer"]))).ShouldStartWith(observes);
        Plain(scene.Do("bo", "join", ("as", ["observer"]))).ShouldStartWith(observing);
        scene.View("bo").Me!.IsObserver.ShouldBeTrue();
        Plain(scene.Do("bo", "join")).ShouldBe(joined);
    }

    [Theory]
    [InlineData("en", "You vouch for bo, and everyone can see that: you know this person, and no other account of theirs votes here. 1 of 2 that are needed to vote.", "You vouch for bo already. 1 of 2",
        "Nobody can vouch for themselves. Ask a member who knows you to type /vouch @alice", "For whom do you vouch?", "There is no member called “xavier” here.", "  bo (vouched for by alice)")]
    [InlineData("fr", "Vous vous portez garant de bo, et chacun peut le voir : vous connaissez cette personne, et aucun autre de ses comptes ne vote ici. 1 sur les 2 qu’il faut pour voter.", "Vous vous portez déjà garant de bo. 1 sur",
        "On ne se porte pas garant de soi-même. Demandez à un membre qui vous connaît d’écrire /parrainer @alice", "De qui vous portez-vous garant ?", "Aucun membre ne s’appelle « xavier » ici.", "  bo (garants : alice)")]
    public void One_vouches(string language, string done, string still, string self, string whom, string none, string listed)
    {
        var scene = new Scene(language);
        scene.Collective = scene.Collective with { Rules = scene.Collective.Rules.With("level", "2") };
        scene.Do("bo", "join");
        Vouch("@bo").ShouldBe(done);
        Vouch("bo").ShouldStartWith(still);
        Vouch("@alice").ShouldBe(self);
        Vouch("xavier").ShouldStartWith(none);
        Plain(scene.Do("alice", "vouch")).ShouldStartWith(whom);
        Plain(scene.Do("bo", "members")).ShouldContain(listed);

        string Vouch(string person) => Plain(scene.Do("alice", "vouch", ("person", [person])));
    }

    [Fact]
    public void Vouching_says_where_it_is_not_needed()
    {
        var scene = new Scene();
        scene.Do("bo", "join");
        scene.Do("alice", "vouch", ("person", ["@bo"])).ShouldEndWith("Voting here does not depend on it at the moment: /rules level");
    }

    internal static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
