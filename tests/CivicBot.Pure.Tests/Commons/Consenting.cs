using CivicBot.Core;
using CivicBot.Pure.Tests.Sdk;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Commons;

/// <summary>Answering in a consent round.</summary>
public class Consenting
{
    [Theory]
    [InlineData("consent", ConsentAnswer.Consent, null)]
    [InlineData("Je consens", ConsentAnswer.Consent, null)]
    [InlineData("#1", ConsentAnswer.Consent, null)]
    [InlineData("concern", ConsentAnswer.Concern, null)]
    [InlineData("with concern", ConsentAnswer.Concern, null)]
    [InlineData("concern \"It may rain, badly\"", ConsentAnswer.Concern, "It may rain, badly")]
    [InlineData("Consent with concern: it may rain", ConsentAnswer.Concern, "it may rain")]
    [InlineData("réserve « il peut pleuvoir »", ConsentAnswer.Concern, "il peut pleuvoir")]
    [InlineData("avec réserve : il peut pleuvoir", ConsentAnswer.Concern, "il peut pleuvoir")]
    [InlineData("2", ConsentAnswer.Concern, null)]
    [InlineData("stand aside", ConsentAnswer.StandAside, null)]
    [InlineData("je me retire", ConsentAnswer.StandAside, null)]
    public void Is_typed_in_any_language(string typed, ConsentAnswer answer, string? concern)
    {
        var scene = Opened();
        scene.Vote("bob", typed).ShouldStartWith("Recorded in poll 1: ");
        scene.View("bob").Find(1)!.MyBallot!.Ballot.ShouldBe(new Ballot.Consent(answer, concern));
    }

    [Theory]
    [InlineData("perhaps")]
    [InlineData("consent, object")]
    [InlineData("abstain")]
    [InlineData("#5")]
    public void Is_not_guessed(string typed)
    {
        var scene = Opened();
        scene.Vote("bob", typed).ShouldStartWith($"Poll 1 has no option “{typed}”. ");
        scene.View("bob").Find(1)!.MyBallot.ShouldBeNull();
    }

    [Fact]
    public void Is_answered_with_what_was_recorded()
    {
        var scene = Opened();
        scene.Vote("bob", "concern").ShouldBe(
            "Recorded in poll 1: Consent with concern. You can change it until tomorrow, 09:00. Your code: 7F3K-92MX\nSay what troubles you, so that it is recorded: /vote 1 concern \"It may rain\"\nTip: /my shows your votes at any time.");
        scene.Vote("bob", "concern It may rain").ShouldStartWith("Changed in poll 1: Consent with concern: “It may rain” (before: Consent with concern). Your code: ");
        scene.Vote("bob", "#2", Manner.Pressed).ShouldStartWith("Still, in poll 1: Consent with concern: “It may rain”.");
        scene.Vote("bob", "#4", Manner.Pressed).ShouldStartWith("Changed in poll 1: Stand aside (before: Consent with concern: “It may rain”).");
    }

    [Theory]
    [InlineData("en", "object", "An objection says which aim would be harmed, and what change would lift it. Type /object 1 \"which aim\" \"what would lift it\"")]
    [InlineData("fr", "j'objecte", "Une objection dit à quel but la proposition nuirait, et quel changement la lèverait. Écrivez : /objecter 1 \"quel but\" \"ce qui la lèverait\"")]
    public void Takes_no_objection_without_reasons(string language, string typed, string answer)
    {
        var scene = Opened(language);
        scene.Vote("bob", typed).Replace('\u00a0', ' ').ShouldBe(answer);
        scene.View("bob").Find(1)!.MyBallot.ShouldBeNull();
    }

    [Theory]
    [InlineData("en", "Consent, Consent with concern, Object, Stand aside", "/vote 1 consent")]
    [InlineData("fr", "Je consens, Je consens avec une réserve, J’objecte, Je me retire", "/voter 1 consens")]
    public void Without_an_answer_shows_what_there_is(string language, string options, string example)
    {
        var said = Opened(language).Do("bob", "vote", ("decision", ["1"]));
        said.ShouldContain(options);
        said.ShouldContain(example);
    }

    /// <summary>What we say it is typed is what it is called.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void As_we_say_it_is_typed_chooses_it(string language)
    {
        var poll = Opened(language).View().Find(1)!;
        for (var option = 1; option <= 4; option++)
        {
            Read(OptionWords.Typed(poll, option, language)).ShouldBe([option]);
            Read(OptionWords.Label(poll, option, language)).ShouldBe([option]);
        }

        Values<int> Read(string typed) => CivicBot.Commons.ChoiceReader.Read(poll, typed).ShouldBeOfType<CivicBot.Commons.ChoiceRead.Options>().Numbers;
    }

    private static Scene Opened(string language = "en")
    {
        var scene = new Scene(language);
        var ruling = new OpenDecision("poll", "A bike?", ["Yes", "No"], Method.Consent, Mode.Open).Decide(scene.Collective, scene.By("alice"));
        scene.Collective = scene.Collective.Apply(ruling.Events);
        return scene;
    }
}
