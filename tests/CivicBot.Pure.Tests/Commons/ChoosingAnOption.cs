using CivicBot.Commons;
using CivicBot.Core;
using CivicBot.Pure.Tests.Sdk;
using CivicBot.Sdk;
using CsCheck;

namespace CivicBot.Pure.Tests.Commons;

public class ChoosingAnOption
{
    [Theory]
    [InlineData("Park|Café|Online", "2", "2")]
    [InlineData("Park|Café|Online", "#2", "2")]
    [InlineData("Park|Café|Online", "cafe", "2")]
    [InlineData("Park|Café|Online", "CAFÉ", "2")]
    [InlineData("Park|Café|Online", " café , park ", "2,1")]
    [InlineData("Park|Café|Online", "1, Online", "1,3")]
    [InlineData("Park|Café|Online", "“Café”,«Park»", "2,1")]
    [InlineData("Park|Café|Online", "Café, Café", "2")]
    [InlineData("Park|Café|Online", "Café,", "2")]
    [InlineData("Yes, please|No, thanks", "Yes, please", "1")]
    [InlineData("Yes, please|No, thanks", "\"Yes, please\", \"no, thanks\"", "1,2")]
    [InlineData("2024|2025", "2025", "2")]
    [InlineData("1|2|3", "2", "2")]
    [InlineData("3|2|1", "#1", "1")]
    [InlineData("3|2|1", "\"1\"", "3")]
    [InlineData("cote|côte", "#2", "2")]
    public void Is_by_number_or_by_text(string options, string typed, string chosen) =>
        ChoiceReader.Read(Poll(options), typed).ShouldBe(new ChoiceRead.Options(chosen.Split(',').Select(int.Parse).ToValues()));

    [Theory]
    [InlineData("Park|Café|Online", "Beach", "Beach")]
    [InlineData("Park|Café|Online", "Caf", "Caf")]
    [InlineData("Park|Café|Online", "Park, Beach", "Beach")]
    [InlineData("Park|Café|Online", "4", "4")]
    [InlineData("Park|Café|Online", "0", "0")]
    [InlineData("Park|Café|Online", "#4", "#4")]
    [InlineData("Park|Café|Online", "\"2\"", "2")]
    [InlineData("Park|Café|Online", ",", ",")]
    [InlineData("Park|Café|Online", "99999999999", "99999999999")]
    public void That_fits_none_names_what_does_not_fit(string options, string typed, string unfit) =>
        ChoiceReader.Read(Poll(options), typed).ShouldBe(new ChoiceRead.Unfit(unfit));

    [Theory]
    [InlineData("3|2|1", "1", "#1=1 \"1\"=3")]
    [InlineData("cote|côte", "cote", "#1=1 #2=2")]
    [InlineData("A|B|A, B", "A, B", "#3=3 #1, #2=1,2")]
    public void That_fits_two_is_asked_back_with_a_way_to_type_each(string options, string typed, string ways)
    {
        var poll = Poll(options);
        var twofold = ChoiceReader.Read(poll, typed).ShouldBeOfType<ChoiceRead.Twofold>();
        string.Join(' ', twofold.Ways.Select(way => $"{way.Typed}={string.Join(',', way.Options)}")).ShouldBe(ways);
        foreach (var way in twofold.Ways) ChoiceReader.Read(poll, way.Typed).ShouldBe(new ChoiceRead.Options(way.Options));
    }

    [Theory]
    [InlineData("for", Position.For)]
    [InlineData("YES", Position.For)]
    [InlineData("oui", Position.For)]
    [InlineData("pour", Position.For)]
    [InlineData("1", Position.For)]
    [InlineData("contre", Position.Against)]
    [InlineData("no", Position.Against)]
    [InlineData("non", Position.Against)]
    [InlineData("abstain", Position.Abstain)]
    [InlineData("abstention", Position.Abstain)]
    [InlineData("#3", Position.Abstain)]
    public void Of_a_yes_or_no_question_is_in_any_language(string typed, Position position)
    {
        var scene = Opened(new OpenDecision("poll", "Buy a bike?", [], Method.YesNo, Mode.Open));
        scene.Vote("bob", typed).ShouldStartWith("Recorded in poll 1: ");
        scene.Collective.Decisions[new DecisionId(1)].Ballots.ByMember.Single().Value.Ballot.ShouldBe(new Ballot.Stance(position));
    }

    /// <summary>Whatever people call their options, what we tell them to type chooses that option.</summary>
    [Fact]
    public void As_we_say_it_is_typed_chooses_it() =>
        Gen.String[Gen.Char["aAéÉ1230#, \"«’-:\u0430"], 1, 5].List[2, 6].Sample(options =>
        {
            var opening = new OpenDecision("poll", "?!", options.ToValues(), Method.Approval, Mode.Open);
            var scene = new Scene();
            var ruling = opening.Decide(scene.Collective, scene.By("alice"));
            if (ruling.Refusal is not null) return true;
            scene.Collective = scene.Collective.Apply(ruling.Events);
            var poll = scene.View().Find(1)!;
            return Enumerable.Range(1, poll.Options.Count).All(option =>
                ChoiceReader.Read(poll, OptionWords.Typed(poll, option, "en")) == new ChoiceRead.Options([option]));
        });

    private static DecisionView Poll(string options) =>
        Opened(new OpenDecision("poll", "Which?", options.Split('|').ToValues(), Method.Approval, Mode.Open)).View().Find(1)!;

    private static Scene Opened(OpenDecision opening)
    {
        var scene = new Scene();
        var ruling = opening.Decide(scene.Collective, scene.By("alice"));
        ruling.Refusal.ShouldBeNull();
        scene.Collective = scene.Collective.Apply(ruling.Events);
        return scene;
    }
}
