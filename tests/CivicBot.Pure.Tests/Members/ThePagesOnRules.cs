using System.Runtime.CompilerServices;
using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Members;

/// <summary><c>docs/rules.md</c> and <c>docs/rules.fr.md</c> say what the bot says.</summary>
public class ThePagesOnRules
{
    [Theory]
    [InlineData("en", "rules.md")]
    [InlineData("fr", "rules.fr.md")]
    public void Have_a_row_for_every_rule(string language, string file)
    {
        var page = File.ReadAllText(Path.Combine(Docs(), file));
        var missing = RuleKey.All.Select(rule => Row(rule, language)).Where(row => !page.Contains(row, StringComparison.Ordinal));
        missing.ShouldBeEmpty($"docs/{file} wants these rows:\n{string.Join('\n', missing)}");
    }

    private static string Row(RuleKey rule, string language) =>
        $"| {Markdown(RuleSentences.Of(rule.Key, rule.Default, language))} | `{rule.In(language)}` | `{RuleTexts.Typed(rule.Key, rule.Default, language)}` | {Markdown(RuleTexts.Bounds(rule, language))} |\n";

    private static string Markdown(Line line) => string.Concat(line.Pieces.Select(piece => piece is Inline.Code code ? $"`{code.Text}`" : Sdk.Scene.Text(Document.Of(new Line(piece)))));

    private static string Docs([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs"));
}
