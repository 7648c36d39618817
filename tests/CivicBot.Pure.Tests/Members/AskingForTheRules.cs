using CivicBot.Core;
using CivicBot.Pure.Tests.Sdk;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Members;

public class AskingForTheRules
{
    [Theory]
    [InlineData("en", "Rules change by proposal: /propose rule:quorum to:20% \"Why\"")]
    [InlineData("fr", "Les règles changent par proposition : /proposer règle:quorum à:20% \"Pourquoi\"")]
    public void Tells_each_once_and_how_they_change(string language, string change)
    {
        var lines = Plain(new Scene(language).Do("alice", "rules")).Split('\n');
        lines[^1].ShouldBe(change);
        foreach (var rule in RuleKey.All) lines.Count(line => line.EndsWith($"({rule.In(language)})", StringComparison.Ordinal)).ShouldBe(1, rule.Key);
        lines.Length.ShouldBe(RuleKey.All.Count + 7 + 1);
    }

    [Fact]
    public void Tells_what_a_collective_would_start_with_where_nothing_was_founded() => new Scene(founded: false).Do("alice", "rules").ShouldContain("3 in 10");

    [Theory]
    [InlineData("quorum")]
    [InlineData("Quorum")]
    public void Tells_one_with_what_it_can_be(string typed) => Rule("en", typed).ShouldBe("""
        A vote counts if at least 3 in 10 members take part (abstaining counts).
        It can be a share of up to 3/4 who take part, such as 20%, or who are for, such as approval 25%; or none.
        Rules change by proposal: /propose rule:quorum to:20% "Why"
        """);

    [Fact]
    public void Tells_one_in_French() => Rule("fr", "résumé").ShouldBe("""
        Un résumé de la semaine paraît chaque lundi à 9 h, dans le salon principal.
        Ce peut être un jour et une heure, par exemple lundi 09:00, ou non.
        Les règles changent par proposition : /proposer règle:résumé à:"vendredi 18:00" "Pourquoi"
        """);

    [Fact]
    public void Understands_a_name_of_two_words() => Rule("en", "quiet", "hours").ShouldStartWith("I write to nobody in private from 22:00 to 08:00.\n");

    [Fact]
    public void Tells_a_family_together() => Rule("en", "durations").Split('\n').Length.ShouldBe(5);

    [Fact]
    public void Tells_a_rule_as_it_has_become()
    {
        var scene = new Scene();
        scene.Collective = scene.Collective with { Rules = scene.Collective.Rules.With("quorum", "participation 1/5") };
        Plain(scene.Do("alice", "rules", ("rule", ["quorum"]))).ShouldStartWith("A vote counts if at least 1 in 5 members takes part (abstaining counts).\n");
        Plain(scene.Do("alice", "rules", ("rule", ["quorum"]))).ShouldEndWith("to:30% \"Why\"");
    }

    [Theory]
    [InlineData("quorum", "approval 1/4", "Rules change by proposal: /propose rule:quorum to:\"approval 25%\" \"Why\"")]
    [InlineData("majorité", "2/3", "Rules change by proposal: /propose rule:majority to:2/3 \"Why\"")]
    [InlineData("durations.voting", "5 days", "Rules change by proposal: /propose rule:durations.voting to:5d \"Why\"")]
    [InlineData("open_votes", "50", "“50” is too much for open_votes. It can be a whole number from 1 to 20.\nRules change by proposal: /propose rule:open_votes to:5 \"Why\"")]
    [InlineData("quroum", "20%", "There is no rule “quroum”. Did you mean quorum? It is told here: /rules quorum")]
    public void With_a_value_changes_nothing_and_says_how_to(string rule, string value, string said)
    {
        var scene = new Scene();
        Plain(scene.Do("alice", "rules", ("rule", [rule]), ("value", [value]))).ShouldBe(said);
        scene.Last.ShouldBeOfType<Answer.Refuse>();
        scene.Collective.Rules.ShouldBe(Rules.Default);
    }

    private static string Rule(string language, params string[] words) => Plain(words is [var name, var value]
        ? new Scene(language).Do("alice", "rules", ("rule", [name]), ("value", [value]))
        : new Scene(language).Do("alice", "rules", ("rule", words)));

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
