using CivicBot.Core;
using CivicBot.Pure.Tests.Sdk;
using CivicBot.Sdk;
using static CivicBot.Pure.Tests.Proposing.Neighbours;

namespace CivicBot.Pure.Tests.Proposing;

public class ProposingSomething
{
    private static readonly (string, string) Title = ("title", "Buy a cargo bike");
    private static readonly (string, string) Text = ("text", "For 800 €, kept in the yard");

    [Fact]
    public void In_one_line_says_nothing_but_its_card()
    {
        var scene = Gathered();
        scene.Says("alice", "propose", Title, Text).ShouldBeEmpty();
        var proposal = scene.Proposal();
        (proposal.Kind, proposal.Title, proposal.Body, proposal.Phase, proposal.Mode).ShouldBe(("proposal", "Buy a cargo bike", "For 800 €, kept in the yard", Phase.Support, Mode.Sealed));
        (proposal.Proposal!.Preset, proposal.Proposal.Needed, proposal.Proposal.Topic).ShouldBe((Preset.Standard, 3, null));
    }

    [Fact]
    public void With_a_title_that_says_all_is_enough()
    {
        var scene = Gathered();
        scene.Says("alice", "propose", Title).ShouldBeEmpty();
        scene.Proposal().Body.ShouldBeNull();
    }

    [Fact]
    public void With_nothing_asks_for_it()
    {
        Gathered().Says("alice", "propose").ShouldBe("title\ntext\nas\ntopic");
        var scene = Gathered("fr");
        scene.Says("alice", "propose", ("topic", "vélo"));
        var form = scene.Last.ShouldBeOfType<Answer.AskFor>().Form;
        form.Fields.Select(field => (field.Label, field.Skip)).ShouldBe([("Titre", null), ("Texte", "le titre dit tout"), ("Chemin", "standard")]);
        form.Given.ShouldContainKey("topic");
    }

    /// <summary>What a form says when a question is skipped is never taken for an answer.</summary>
    [Theory]
    [InlineData("en", "standard|urgent|consent|lazy", "title|text|as|topic|newtopic|mode|review|again|rule|to")]
    [InlineData("fr", "standard|urgent|consentement|silence", "titre|texte|comme|thème|nouveau-thème|mode|revue|encore|règle|à")]
    public void Is_called_by_the_words_of_each_language(string language, string ways, string keys)
    {
        var command = Scene.All.Single(known => known.Description.Name.En == "propose").Description;
        command.Parameters.Single(parameter => parameter.Key == "as").Alternatives.Select(way => way.Name.In(language)).ShouldBe(ways.Split('|'));
        command.Parameters.Select(parameter => parameter.Name.In(language)).ShouldBe(keys.Split('|'));
    }

    [Theory]
    [InlineData(nameof(Preset.Urgent))]
    [InlineData(nameof(Preset.Consent))]
    [InlineData(nameof(Preset.Lazy))]
    public void Goes_the_way_that_was_said(string way)
    {
        var scene = Gathered();
        scene.Says("alice", "propose", Title, Text, ("as", way), ("mode", "open"), ("review", "6 weeks")).ShouldBeEmpty();
        (scene.Proposal().Proposal!.Preset.ToString(), scene.Proposal().Mode, scene.Proposal().Proposal!.Review).ShouldBe((way, Mode.Open, TimeSpan.FromDays(42)));
    }

    [Theory]
    [InlineData("en", "There is no topic “Transport” here yet. Shall it become one, by which members can delegate their voices? Then type /propose \"Buy a cargo bike\" \"For 800 €, kept in the yard\" topic:Transport newtopic:yes\n[Make it a topic]")]
    [InlineData("fr", "Il n’y a pas encore de thème « Transport » ici. En faire un, par lequel les membres puissent confier leur voix ? Alors écrivez : /proposer \"Buy a cargo bike\" \"For 800 €, kept in the yard\" thème:Transport nouveau-thème:oui\n[En faire un thème]")]
    public void On_a_topic_there_is_not_asks_back_once(string language, string said)
    {
        var scene = Gathered(language);
        scene.Says("alice", "propose", Title, Text, ("topic", "Transport")).ShouldBe(said);
        scene.Collective.Decisions.ShouldBeEmpty();
        scene.Says("alice", "propose", Title, Text, ("topic", "Transport"), ("newtopic", "yes")).ShouldBeEmpty();
        scene.View().Topics.ShouldBe(["Transport"]);
        scene.Says("bob", "propose", Title, Text, ("topic", "#transport")).ShouldBeEmpty();
        scene.View().Topics.Count.ShouldBe(1);
    }

    [Fact]
    public void On_a_topic_that_is_nearly_one_offers_that()
    {
        var scene = Gathered();
        Happen(scene, "alice", new Propose("Paint the shed", null, Topic: "garden", NewTopic: true));
        scene.Says("bob", "propose", Title, ("topic", "gardne")).ShouldBe("There is no topic “gardne” here. Did you mean “garden”? Type /propose \"Buy a cargo bike\" topic:garden\n[garden] [Make it a topic]");
    }

    [Theory]
    [InlineData("mode", "secret", "A secret vote, whose names never come out, is not possible here yet. Hidden from every member until it closes, then named, is: /propose \"Buy a cargo bike\" mode:sealed")]
    [InlineData("review", "2h", "A review comes between a day and ten years after adoption, and is given as a length, such as 90d or 6 weeks: /propose \"Buy a cargo bike\" review:90d")]
    [InlineData("review", "2027-01-01", "A review comes between a day and ten years after adoption, and is given as a length, such as 90d or 6 weeks: /propose \"Buy a cargo bike\" review:90d")]
    public void With_what_cannot_be_says_what_can(string key, string value, string said) => Gathered().Says("alice", "propose", Title, (key, value)).ShouldBe(said);

    [Fact]
    public void A_text_that_is_too_long_says_by_how_much() =>
        Gathered().Says("alice", "propose", Title, ("text", new string('x', 3_001))).ShouldStartWith("This text has 3001 characters, and there is room for 3000. ");

    [Fact]
    public void A_third_time_while_two_are_open_says_which_can_be_taken_back()
    {
        var scene = Gathered();
        scene.Says("alice", "propose", Title);
        scene.Says("alice", "propose", Title);
        scene.Says("alice", "propose", Title).ShouldBe("You have 2 proposals open, as many as a member can have here at a time. When one is decided, the next can follow. To take one back: /abandon 1");
    }

    [Fact]
    public void Again_is_possible_a_week_after_it_was_not_adopted()
    {
        var scene = Proposed();
        Later(scene, TimeSpan.FromDays(14));
        scene.Proposal().Outcome.ShouldBe(Outcome.ExpiredUnsupported);
        scene.Says("bob", "propose", ("again", "1")).ShouldBe("Proposal 1 was decided lately; it can be proposed once more from Tue 16 Dec, 09:00 (Paris). Then type /propose again:1");
        Later(scene, TimeSpan.FromDays(7));
        scene.Says("bob", "propose", ("again", "1")).ShouldBeEmpty();
        (scene.Collective.Decisions[new DecisionId(2)].Title, scene.View("bob").Find(2)!.IsMine).ShouldBe(("Buy a cargo bike", true));
    }
}

public class ProposingARule
{
    [Theory]
    [InlineData("en", "quorum", "20%")]
    [InlineData("fr", "quorum", "participation 20 %")]
    public void Opens_what_the_rule_for_changes_says(string language, string rule, string to)
    {
        var scene = Gathered(language);
        scene.Says("bob", "propose", ("rule", rule), ("to", to), ("title", "Summer is quiet")).ShouldBeEmpty();
        scene.Proposal().Proposal!.Changes.ShouldBe(new RuleChange("quorum", "participation 3/10", "participation 1/5"));
        scene.Proposal().Body.ShouldBe("Summer is quiet");
    }

    [Theory]
    [InlineData("en", "quorum", "90%", "“90%” is too much for quorum. ", "What it is now, and how to propose another: /rules quorum")]
    [InlineData("fr", "quorum", "90%", "« 90% », c’est trop pour quorum. ", "Ce qu’elle est aujourd’hui, et comment en proposer une autre : /regles quorum")]
    [InlineData("en", "quorm", "20%", "There is no rule “quorm”. Did you mean quorum? ", "/rules quorum")]
    [InlineData("en", "quorum", "30%", "That is the rule already: A vote counts if at least 3 in 10 members take part (abstaining counts). Something else can be proposed: ", "/propose rule:quorum to:20% \"Why\"")]
    public void To_what_it_cannot_be_says_what_it_can(string language, string rule, string to, string begins, string ends)
    {
        var scene = Gathered(language);
        var said = scene.Says("bob", "propose", ("rule", rule), ("to", to));
        said.ShouldStartWith(begins);
        said.ShouldEndWith(ends);
        scene.Collective.Decisions.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_value_says_what_it_can_be() => Gathered().Says("bob", "propose", ("rule", "quorum")).ShouldBe(
        "A vote counts if at least 3 in 10 members take part (abstaining counts). It can be a share of up to 3/4 who take part, such as 20%, or who are for, such as approval 25%; or none.\nWhat shall it become? /propose rule:quorum to:… \"Why\"");

    [Fact]
    public void Has_no_other_text()
    {
        var scene = Gathered();
        scene.Says("bob", "propose", ("rule", "quorum"), ("to", "20%"));
        scene.Says("carol", "amend", "1", ("words", "Something else")).ShouldBe("Proposal 1 changes a rule, and its text is the rule itself. Another value is another proposal: /propose rule:quorum to:… \"Why\"");
        scene.Says("bob", "edit", "1", ("title", "Something else")).ShouldStartWith("Proposal 1 changes a rule");
    }
}
