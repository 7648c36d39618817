using CivicBot.Core;
using CivicBot.Pure.Tests.Sdk;

namespace CivicBot.Pure.Tests.Polls;

/// <summary>Cards and results as a reader gets them.</summary>
public class Drawing
{
    [Fact]
    public void An_open_poll_shows_what_stands_and_how_to_vote() => Card(Voted(Where("en"))).ShouldBe("""
        Poll 1 · Where do we meet?   asked by alice
          1  Park    ████████░░░░  2
          2  Café    ████████████  3
          3  Online  ░░░░░░░░░░░░  0
        4 people have voted. Choose as many as you like. Closes Tue 25 Nov, 14:00 (Paris); until then you can change your vote.
        Whoever is in the room can vote. Who chose what is public: /decision 1 lists it.
        [Park] [Café] [Online]   By typing: /vote 1 Park, Café
        alice may close it early. Options that are level at the end are named together.
        """);

    [Fact]
    public void In_French() => Card(Voted(Where("fr"))).ShouldBe("""
        Sondage 1 · Where do we meet?   posé par alice
          1  Park    ████████░░░░  2
          2  Café    ████████████  3
          3  Online  ░░░░░░░░░░░░  0
        4 personnes ont voté. Autant de choix que vous voulez. Clôture : mar. 25 nov., 14 h (Paris) ; d’ici là, vous pouvez changer votre vote.
        Quiconque est dans le salon peut voter. Qui a choisi quoi est public : /decision 1 en donne la liste.
        [Park] [Café] [Online]   En l’écrivant : /voter 1 Park, Café
        alice peut clore plus tôt. Les options à égalité seront nommées ensemble.
        """);

    [Fact]
    public void A_sealed_poll_counts_nothing_but_voters() => Card(Voted(Where("en", Mode.Sealed))).ShouldBe("""
        Poll 1 · Where do we meet?   asked by alice
          1  Park
          2  Café
          3  Online
        4 people have voted. Choose as many as you like. Closes Tue 25 Nov, 14:00 (Paris); until then you can change your vote.
        Whoever is in the room can vote. No member sees a vote or a count before it closes; then all votes are published with names.
        [Park] [Café] [Online]   By typing, in private: /vote 1 Park, Café
        alice may close it early. Options that are level at the end are named together.
        """);

    [Fact]
    public void A_yes_or_no_question_says_what_passes() => Card(Bike("en")).ShouldBe("""
        Poll 1 · Buy a bike?   asked by alice
          1  For      ░░░░░░░░░░░░  0
          2  Against  ░░░░░░░░░░░░  0
          3  Abstain  ░░░░░░░░░░░░  0
        Nobody has voted yet. Adopted if more are for than against; who abstains counts for neither. Closes Wed 26 Nov, 09:00 (Paris); until then you can change your vote.
        Whoever is in the room can vote. Who chose what is public: /decision 1 lists it.
        [For] [Against] [Abstain]   By typing: /vote 1 for
        alice may close it early.
        """);

    [Fact]
    public void A_result_says_what_came_of_it_and_why()
    {
        var scene = Closed(Voted(Where("en")));
        Plain(scene.Result()).ShouldBe("""
            Closed · Where do we meet? → Café
            Café 3, Park 2, Online 0. 4 people voted, each for as many as they liked.
              1  Park    ████████░░░░  2
              2  Café    ████████████  3
              3  Online  ░░░░░░░░░░░░  0
            Who chose what: /decision 1
            """);
        Card(scene).ShouldBe("""
            Poll 1 · Where do we meet?   asked by alice
              1  Park    ████████░░░░  2
              2  Café    ████████████  3
              3  Online  ░░░░░░░░░░░░  0
            Closed Tue 25 Nov, 14:00 (Paris) → Café. All about it: /decision 1
            """);
    }

    [Fact]
    public void Level_options_are_named_together()
    {
        var scene = Where("fr");
        scene.Vote("bob", "Park");
        scene.Vote("carol", "Café");
        Plain(Closed(scene).Result()).ShouldStartWith("Clos · Where do we meet? → Park et Café à égalité, avec 1 voix\nPark 1, Café 1, Online 0. 2 personnes ont voté, avec autant de choix que chacune voulait.\n");
        Plain(Closed(Voted(Where("en"), "dave", "Park")).Result()).ShouldStartWith("Closed · Where do we meet? → Park and Café are level, 3 each\n");
    }

    [Theory]
    [InlineData("en", "Closed · Where do we meet? → nobody voted\nThere was to choose: Park, Café, Online. To ask once more, it takes a new poll: /poll \"Tea or coffee?\" Tea Coffee")]
    [InlineData("fr", "Clos · Where do we meet? → personne n’a voté\nIl y avait au choix : Park, Café, Online. Pour demander à nouveau, il faut un nouveau sondage : /sondage \"Thé ou café ?\" Thé Café")]
    public void Nobody_voted(string language, string said) => Plain(Closed(Where(language)).Result()).ShouldBe(said);

    [Theory]
    [InlineData("en", "for for against", "Closed · Buy a bike? → Adopted\n2 for, 1 against, 0 abstained. It took more for than against.\n")]
    [InlineData("en", "for against abstain", "Closed · Buy a bike? → Level, so not adopted\n1 for, 1 against, 1 abstained. It took more for than against, so it is not adopted.\n")]
    [InlineData("fr", "pour contre contre", "Clos · Buy a bike? → Pas adopté\n1 pour, 2 contre, 0 en abstention. Il fallait plus de pour que de contre : ce n’est donc pas adopté.\n")]
    [InlineData("fr", "abstention", "Clos · Buy a bike? → Pas adopté\n0 pour, 0 contre, 1 en abstention. Il fallait plus de pour que de contre : ce n’est donc pas adopté.\n")]
    public void A_yes_or_no_question_is_answered(string language, string votes, string said)
    {
        var scene = Bike(language);
        foreach (var (voter, choice) in votes.Split(' ').Index()) scene.Vote($"voter{voter}", choice);
        Plain(Closed(scene).Result()).ShouldStartWith(said);
    }

    [Theory]
    [InlineData("en", "Poll 1 closes Tue 25 Nov, 14:00 (Paris): Where do we meet? 4 people have voted. By typing: /vote 1 Park, Café")]
    [InlineData("fr", "Sondage 1, clôture mar. 25 nov., 14 h (Paris) : Where do we meet? 4 personnes ont voté. En l’écrivant : /voter 1 Park, Café")]
    public void A_reminder_names_nobody(string language, string said)
    {
        var scene = Voted(Where(language));
        Plain(Scene.Text(scene.KindOf("poll").Reminder(scene.View().Find(1)!, language))).ShouldBe(said);
    }

    [Fact]
    public void A_long_list_of_options_stays_whole()
    {
        var scene = new Scene();
        scene.Do("alice", "poll", ("question", ["Which?"]), ("options", [.. Enumerable.Range(1, 25).Select(number => $"Option {number}")]));
        Card(scene).Split('\n')[25].ShouldBe("  25  Option 25  ░░░░░░░░░░░░  0");
        scene.Vote("bob", "Beach").ShouldContain("Option 10, …. Type");
    }

    private static Scene Where(string language, Mode mode = Mode.Open) => Refusing.Running(language, mode);

    private static Scene Bike(string language)
    {
        var scene = new Scene(language);
        scene.Do("alice", "poll", ("question", ["Buy a bike?"]), ("method", ["yesno"])).ShouldBeEmpty();
        return scene;
    }

    private static Scene Voted(Scene scene, string? also = null, string choice = "")
    {
        foreach (var (name, options) in new[] { ("bob", "Park, Café"), ("carol", "Café"), ("dave", "Park"), ("eve", "Café") }) scene.Vote(name, options);
        if (also is not null) scene.Vote(also + "2", choice);
        return scene;
    }

    private static Scene Closed(Scene scene)
    {
        scene.Now = scene.Now.AddDays(2);
        scene.Collective = scene.Collective.Apply(new LetTimePass().Decide(scene.Collective, Occasion.OfTheClock(scene.Now)).Events);
        return scene;
    }

    private static string Card(Scene scene) => Plain(scene.Card());

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
