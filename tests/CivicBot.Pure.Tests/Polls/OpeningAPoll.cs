using CivicBot.Core;
using CivicBot.Pure.Tests.Sdk;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Polls;

public class OpeningAPoll
{
    private static readonly (string, string[]) Question = ("question", ["Where do we meet?"]);
    private static readonly (string, string[]) Options = ("options", ["Park", "Café", "On line"]);

    [Fact]
    public void In_one_line_says_nothing_but_its_card()
    {
        var scene = new Scene();
        scene.Do("alice", "poll", Question, Options).ShouldBeEmpty();
        var poll = scene.Collective.Decisions[new DecisionId(1)];
        (poll.Method, poll.Mode, poll.ClosesAt, poll.Rule).ShouldBe((Method.Single, Mode.Open, scene.Now.AddHours(24), new DecisionRule(Change: true, EarlyClose: true)));
        poll.Options.ShouldBe(["Park", "Café", "On line"]);
    }

    [Theory]
    [InlineData("single", Method.Single)]
    [InlineData("choix", Method.Single)]
    [InlineData("approval", Method.Approval)]
    [InlineData("Multiple", Method.Approval)]
    [InlineData("approbation", Method.Approval)]
    public void Takes_a_method_by_any_of_its_names(string name, Method method)
    {
        var scene = new Scene();
        scene.Do("alice", "poll", Question, Options, ("method", [name])).ShouldBeEmpty();
        scene.Collective.Decisions[new DecisionId(1)].Method.ShouldBe(method);
    }

    [Theory]
    [InlineData("yesno")]
    [InlineData("yes-no")]
    [InlineData("oui-non")]
    public void As_a_yes_or_no_question_needs_no_options_and_forgives_those_it_has_anyway(string name)
    {
        var scene = new Scene();
        scene.Do("alice", "poll", Question, ("method", [name])).ShouldBeEmpty();
        scene.Do("alice", "poll", Question, ("options", ["Oui", "Non"]), ("method", [name])).ShouldBeEmpty();
        scene.Collective.Decisions.Values.ShouldAllBe(poll => poll.Method == Method.YesNo);
        scene.Do("alice", "poll", Question, Options, ("method", [name])).ShouldStartWith("A yes-or-no poll brings its own answers: for, against, abstain.");
    }

    [Fact]
    public void With_a_limit_lets_several_be_chosen()
    {
        var scene = new Scene();
        scene.Do("alice", "poll", Question, Options, ("max", ["2"]));
        (scene.Collective.Decisions[new DecisionId(1)].Method, scene.Collective.Decisions[new DecisionId(1)].Most).ShouldBe((Method.Approval, 2));
    }

    [Theory]
    [InlineData("secrecy", "sealed")]
    [InlineData("results", "hidden")]
    public void Sealed_can_be_said_in_two_ways(string key, string value)
    {
        var scene = new Scene();
        scene.Do("alice", "poll", Question, Options, (key, [value]));
        scene.Collective.Decisions[new DecisionId(1)].Mode.ShouldBe(Mode.Sealed);
    }

    [Fact]
    public void With_change_no_lets_votes_stand()
    {
        var scene = new Scene();
        scene.Do("alice", "poll", Question, Options, ("change", ["no"]));
        scene.Collective.Decisions[new DecisionId(1)].Rule.Change.ShouldBeFalse();
    }

    [Theory]
    [InlineData("method", "ranked", "“ranked” comes in a later version. Today you can count by single, approval, yesno. What comes nearest, perhaps: /poll \"Where do we meet?\" Park Café \"On line\" method:approval")]
    [InlineData("method", "jugement", "“jugement” comes in a later version. Today you can count by single, approval, yesno. What comes nearest, perhaps: /poll \"Where do we meet?\" Park Café \"On line\" method:approval")]
    [InlineData("method", "aproval", "I know no method “aproval”. Did you mean approval? Type /poll \"Where do we meet?\" Park Café \"On line\" method:approval")]
    [InlineData("method", "magic", "I know no method “magic”. Today you can count by single, approval, yesno, as in /poll \"Where do we meet?\" Park Café \"On line\" method:approval")]
    [InlineData("max", "two", "max: takes a number, as in /poll \"Where do we meet?\" Park Café \"On line\" max:2")]
    [InlineData("closes", "yesteryear", "I cannot read “yesteryear” as a time. It can be a length or a day, with a time or without. For instance:\n  /poll \"Where do we meet?\" Park Café \"On line\" closes:2h\n  /poll \"Where do we meet?\" Park Café \"On line\" closes:3d\n  /poll \"Where do we meet?\" Park Café \"On line\" closes:tomorrow 18:00")]
    [InlineData("anonymous", "yes", "“Anonymous” can mean two things. Sealed: no member sees a vote before the poll closes, then all are published with names. Secret, so that names never come out, is not possible here yet. For sealed:\n[Sealed: hidden until close]   By typing: /poll \"Where do we meet?\" Park Café \"On line\" secrecy:sealed")]
    [InlineData("secrecy", "secret", "A secret vote, in which names never come out, is not possible here yet. Sealed is: no member sees a vote before the poll closes, then all are published with names. For that:\n[Sealed: hidden until close]   By typing: /poll \"Where do we meet?\" Park Café \"On line\" secrecy:sealed")]
    public void Is_asked_back_with_the_line_written_out(string key, string value, string said)
    {
        var scene = new Scene();
        scene.Do("alice", "poll", Question, Options, (key, [value])).ShouldBe(said);
        scene.Last.ShouldBeOfType<Answer.Refuse>();
        scene.Collective.Decisions.ShouldBeEmpty();
    }

    [Fact]
    public void In_French_is_asked_back_in_French() =>
        new Scene("fr").Do("alice", "poll", ("question", ["Où ?"]), ("options", ["Parc", "Café"]), ("closes", ["bientôt"])).Replace('\u00a0', ' ')
            .ShouldEndWith("Par exemple :\n  /sondage \"Où ?\" Parc Café clôture:2h\n  /sondage \"Où ?\" Parc Café clôture:3j\n  /sondage \"Où ?\" Parc Café clôture:demain 18h");

    [Fact]
    public void Bare_asks_for_everything_and_the_rest_can_be_skipped()
    {
        var scene = new Scene();
        scene.Do("alice", "poll");
        var form = ((Answer.AskFor)scene.Last!).Form;
        form.Fields.Select(field => (field.Key, field.Skip)).ShouldBe([("question", null), ("options", null), ("method", "single"), ("closes", "24h"), ("secrecy", "open")]);
        form.Command.ShouldBe("poll");
    }

    [Fact]
    public void With_a_question_alone_asks_for_what_is_missing_and_keeps_what_was_said()
    {
        var scene = new Scene();
        scene.Do("alice", "poll", Question, ("closes", ["2h"]));
        var form = ((Answer.AskFor)scene.Last!).Form;
        form.Fields.Select(field => field.Key).ShouldBe(["options", "method", "secrecy"]);
        form.Given["question"].ShouldBe(["Where do we meet?"]);
        form.Given["closes"].ShouldBe(["2h"]);
    }

    [Theory]
    [InlineData("Park\nCafé, the old one\nOn line", "Park|Café, the old one|On line")]
    [InlineData("Park, Café, On line", "Park|Café|On line")]
    [InlineData("Park, \"Café, the old one\"", "Park|Café, the old one")]
    public void By_form_takes_options_by_line_or_comma(string field, string options)
    {
        var scene = new Scene();
        scene.Do("alice", "poll", Question, ("options", [field])).ShouldBeEmpty();
        string.Join('|', scene.Collective.Decisions[new DecisionId(1)].Options).ShouldBe(options);
    }

    [Fact]
    public void Where_nothing_was_founded_founds_in_the_language_that_was_typed()
    {
        var scene = new Scene("fr", founded: false);
        scene.Do("alice", "poll", ("question", ["Où ?"]), ("options", ["Parc", "Café"])).ShouldBeEmpty();
        (scene.Collective.IsFounded, scene.Collective.Language, scene.Collective.Name).ShouldBe((true, "fr", "Room"));
    }
}
