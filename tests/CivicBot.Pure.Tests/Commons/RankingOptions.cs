using CivicBot.Commons;
using CivicBot.Core;
using CivicBot.Pure.Tests.Sdk;
using CivicBot.Sdk;
using CsCheck;

namespace CivicBot.Pure.Tests.Commons;

/// <summary>Typing a ranking: <c>/vote 1 Park > Café = Online</c>.</summary>
public class RankingOptions
{
    [Theory]
    [InlineData("Park|Café|Online|Beach", "Park > Café = Online", "#1 > #2 = #3")]
    [InlineData("Park|Café|Online|Beach", "park>cafe=ONLINE", "#1 > #2 = #3")]
    [InlineData("Park|Café|Online|Beach", "Café, Park", "#2 > #1")]
    [InlineData("Park|Café|Online|Beach", "Café\nPark\n", "#2 > #1")]
    [InlineData("Park|Café|Online|Beach", "Café", "#2")]
    [InlineData("Park|Café|Online|Beach", "#2 > 4", "#2 > #4")]
    [InlineData("Park|Café|Online|Beach", "Park > Café > Online > Beach", "#1 > #2 > #3")]
    [InlineData("Park|Café|Online|Beach", "Park > Online = Café = Beach", "#1")]
    [InlineData("Park|Café|Online|Beach", "> Park > > “Café” =", "#1 > #2")]
    [InlineData("a > b|a|b|c=d", "\"a > b\" > a", "#1 > #2")]
    [InlineData("a > b|a|b|c=d", "\"a\" > \"b\"", "#2 > #3")]
    [InlineData("a > b|a|b|c=d", "c = d > b", null)]
    [InlineData("a > b|a|b|c=d", "c=d > b", "#4 > #3")]
    [InlineData("Yes, please|No, thanks|Later", "Yes, please > Later", "#1 > #3")]
    [InlineData("2024|2025|2026", "2025 > 2026", "#2 > #3")]
    [InlineData("3|2|1", "\"1\" > #1", "#3 > #1")]
    public void Is_by_number_or_by_text(string options, string typed, string? ranking)
    {
        var read = ChoiceReader.Read(Poll(options), typed);
        if (ranking is null) read.ShouldBeOfType<ChoiceRead.Unfit>();
        else OptionWords.Typed((Ballot.Ranked)read.ShouldBeOfType<ChoiceRead.Meant>().Ballot).ShouldBe(ranking);
    }

    [Theory]
    [InlineData("Park|Café|Online", "Park > Beach", "Beach")]
    [InlineData("Park|Café|Online", "Park > Caf", "Caf")]
    [InlineData("Park|Café|Online", "Park > 4", "4")]
    [InlineData("Park|Café|Online", "Park > #0", "#0")]
    [InlineData("Park|Café|Online", "\"Park > Café\"", "Park > Café")]
    [InlineData("Park|Café|Online", ">", ">")]
    public void With_something_that_fits_none_names_what_does_not_fit(string options, string typed, string unfit) =>
        ChoiceReader.Read(Poll(options), typed).ShouldBe(new ChoiceRead.Unfit(unfit));

    [Theory]
    [InlineData("cote|côte|Park", "Park > cote", "#3 > #1|#3 > #2")]
    [InlineData("cote|côte|Park", "cote > côte", "#1 > #2|#2 > #1")]
    [InlineData("3|2|1", "1 > 2", "#1 > #2|#3 > #2")]
    [InlineData("a > b|a|b|c", "a > b", "#2 > #3|#1")]
    [InlineData("A, B|A|B", "C, A, B", null)]
    public void That_fits_two_is_asked_back_with_a_way_to_type_each(string options, string typed, string? ways)
    {
        var poll = Poll(options);
        var read = ChoiceReader.Read(poll, typed);
        if (ways is null)
        {
            read.ShouldBe(new ChoiceRead.Unfit("C"));
            return;
        }
        var manifold = read.ShouldBeOfType<ChoiceRead.Manifold>();
        string.Join('|', manifold.Ways.Select(OptionWords.Typed)).ShouldBe(ways);
        foreach (var way in manifold.Ways) ChoiceReader.Read(poll, OptionWords.Typed(way)).ShouldBe(new ChoiceRead.Meant(way));
    }

    [Theory]
    [InlineData("Park > Café > Park", 1)]
    [InlineData("Café = Café", 2)]
    [InlineData("Café > Park > Café > Café > Park > Café > Park > Café > Park > Café > Park", 2)]
    public void That_names_an_option_in_two_places_is_not_guessed(string typed, int option) =>
        ChoiceReader.Read(Poll("Park|Café|Online"), typed).ShouldBe(new ChoiceRead.Twice(option));

    /// <summary>Whatever people call their options, a ranking typed as we say it is that ranking.</summary>
    [Fact]
    public void As_we_say_it_is_typed_chooses_it() =>
        Gen.Select(Gen.String[Gen.Char["aAé12#, \"«>='\u0430"], 1, 5].List[2, 5], Gen.Int[0, 4].Array[5]).Sample((options, places) =>
        {
            if (Opened(options) is not { } scene) return true;
            var poll = scene.View().Find(1)!;
            var ranking = Ballot.Ranked.Of(options.Count, Enumerable.Range(1, options.Count).GroupBy(option => places[option - 1]).OrderBy(rank => rank.Key).Select(rank => rank.ToValues()));
            return ranking.Ranks.Count == 0 || ChoiceReader.Read(poll, OptionWords.Typed(ranking)) == new ChoiceRead.Meant(ranking);
        });

    /// <summary>Whatever somebody types, it is read as a ballot that fits, or answered.</summary>
    [Fact]
    public void Never_breaks_on_what_is_typed() =>
        Gen.Select(Gen.String[Gen.Char["ab,>= "], 1, 5].List[2, 5], Gen.String[Gen.Char["ab1#,>=\"\n "], 1, 30]).Sample((options, typed) =>
        {
            if (Opened(options) is not { } scene) return true;
            scene.Vote("bob", typed).ShouldNotBeEmpty();
            return ChoiceReader.Read(scene.View().Find(1)!, typed) is not ChoiceRead.Meant meant || meant.Ballot.Refuse(scene.Collective.Decisions[new DecisionId(1)]) is null or Refusal.NothingChosen;
        });

    [Fact]
    public void Of_all_options_level_says_nothing_and_is_asked_again() =>
        Opened(["Park", "Café"])!.Vote("bob", "Park = Café").ShouldStartWith("What do you choose in poll 1? ");

    [Fact]
    public void Is_answered_with_the_whole_ranking()
    {
        var scene = Opened(["Park", "Café", "Online"])!;
        scene.Vote("bob", "Park").ShouldStartWith("Recorded in poll 1: Park > Café = Online. You can change it until ");
        scene.Vote("bob", "Park > Online > Café").ShouldStartWith("Changed in poll 1: Park > Online > Café (before: Park > Café = Online).");
        scene.Vote("bob", "Park, Online").ShouldStartWith("Still, in poll 1: Park > Online > Café.");
    }

    [Fact]
    public void Says_the_others_where_many_stand_last() =>
        Opened(["Park", "Café", "Online", "Beach", "Hall"])!.Vote("bob", "Park").ShouldStartWith("Recorded in poll 1: Park > the others. ");

    [Fact]
    public void By_pressing_puts_one_first_and_leaves_the_others_as_they_were()
    {
        var scene = Opened(["Park", "Café", "Online", "Beach"])!;
        scene.Vote("bob", "#2", Manner.Pressed).ShouldStartWith("Recorded in poll 1: Café > Park = Online = Beach.");
        scene.Vote("bob", "#1", Manner.Pressed);
        Mine(scene).ShouldBe("#1 > #2");
        scene.Vote("bob", "#4", Manner.Pressed);
        Mine(scene).ShouldBe("#4 > #1 > #2");
        scene.Vote("bob", "#3", Manner.Pressed);
        Mine(scene).ShouldBe("#3 > #4 > #1");
        scene.Vote("bob", "#1", Manner.Pressed);
        Mine(scene).ShouldBe("#1 > #3 > #4");
        scene.Vote("bob", "#1", Manner.Pressed).ShouldContain("[Withdraw]");
    }

    [Fact]
    public void By_pressing_one_of_those_that_are_level_leaves_the_other()
    {
        var scene = Opened(["Park", "Café", "Online", "Beach"])!;
        scene.Vote("bob", "Park = Café > Online");
        scene.Vote("bob", "#2", Manner.Pressed);
        Mine(scene).ShouldBe("#2 > #1 > #3");
    }

    [Fact]
    public void By_a_reaction_taken_back_takes_that_option_out_and_the_last_withdraws()
    {
        var scene = Opened(["Park", "Café", "Online"])!;
        scene.Vote("bob", "#1", Manner.Reacted);
        scene.Vote("bob", "#3", Manner.Reacted);
        Mine(scene).ShouldBe("#3 > #1");
        scene.Vote("bob", "#2", Manner.Unreacted);
        Mine(scene).ShouldBe("#3 > #1");
        scene.Vote("bob", "#3", Manner.Unreacted);
        Mine(scene).ShouldBe("#1");
        scene.Vote("bob", "#1", Manner.Unreacted);
        scene.View("bob").Find(1)!.MyBallot.ShouldBeNull();
    }

    [Theory]
    [InlineData("en", "1 > 2", "“1 > 2” fits more than one. Which do you mean?\n  3 > 2 > 1: /vote 1 #1 > #2\n  1 > 2 > 3: /vote 1 #3 > #2")]
    [InlineData("en", "2 > 2", "You put 2 in two places. Name each once, the best first, for instance: /vote 1 #1 > #2")]
    [InlineData("fr", "2 > 2", "Vous avez donné deux places à 2. Nommez chaque option une fois, la meilleure d’abord, par exemple : /voter 1 #1 > #2")]
    public void That_cannot_be_taken_is_answered_with_what_to_type(string language, string typed, string answer) =>
        Opened(["3", "2", "1"], language)!.Vote("bob", typed).Replace('\u00a0', ' ').ShouldBe(answer);

    private static string Mine(Scene scene) => OptionWords.Typed((Ballot.Ranked)scene.View("bob").Find(1)!.MyBallot!.Ballot!);

    private static DecisionView Poll(string options) => Opened(options.Split('|'))!.View().Find(1)!;

    private static Scene? Opened(IEnumerable<string> options, string language = "en")
    {
        var scene = new Scene(language);
        var ruling = new OpenDecision("poll", "Which?", options.ToValues(), Method.Schulze, Mode.Open).Decide(scene.Collective, scene.By("alice"));
        if (ruling.Refusal is not null) return null;
        scene.Collective = scene.Collective.Apply(ruling.Events);
        return scene;
    }
}
