using System.Text.RegularExpressions;
using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Pure.Tests.Sdk;

/// <summary>What every platform allows, so that none finds out first (PLATFORMS, “Commands: declare once”).</summary>
public partial class TheCatalogue
{
    public static TheoryData<string> Commands => [.. new Scene().Commands.Select(command => command.Name.En)];

    [Fact]
    public void Is_that_of_the_first_version() => new Scene().Commands.Select(command => "/" + command.Name.En).Order().ShouldBe(
        [
            "/abandon", "/about", "/accept", "/amend", "/ask-vote", "/case", "/close", "/consent", "/contest", "/decision", "/decisions", "/delegate",
            "/delegations", "/edit", "/followup", "/found", "/fulfil", "/hello", "/help", "/join", "/judge", "/language", "/link", "/members", "/my", "/object",
            "/outcome", "/poll", "/polls", "/propose", "/reject", "/reopen", "/rival", "/room", "/rules", "/snooze", "/stand-aside", "/suggest", "/support",
            "/undelegate", "/unlink", "/unsupport", "/vote", "/vouch", "/where-is-my-vote", "/whoami", "/withdraw",
        ]);

    [Fact]
    public void Has_each_name_once()
    {
        var names = new Scene().Commands.SelectMany(command => command.Name.All.Distinct()).ToList();
        names.ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Keeps_to_what_platforms_allow(string name)
    {
        var command = new Scene().Commands.Single(described => described.Name.En == name);
        foreach (var language in Localized.Languages)
        {
            command.Name.In(language).Split(' ').Length.ShouldBeLessThanOrEqualTo(2);
            foreach (var word in command.Name.In(language).Split(' ')) Word().IsMatch(word).ShouldBeTrue(word);
            command.Summary.In(language).Length.ShouldBeInRange(1, 100);
            foreach (var parameter in command.Parameters) parameter.Summary.In(language).Length.ShouldBeInRange(1, 100, $"{command.Name.En} {parameter.Key}");
            $"{command.Example.In(language)} ".ShouldStartWith(command.Name.In(language) + " ");
        }
        command.Parameters.Count.ShouldBeLessThanOrEqualTo(25);
        command.Parameters.Select(parameter => parameter.Key).ShouldBeUnique();
        command.Parameters.SkipWhile(parameter => parameter.Required).ShouldAllBe(parameter => !parameter.Required);
        foreach (var parameter in command.Parameters)
        {
            foreach (var language in Localized.Languages)
            {
                // Accents are optional where a key is typed; without them it must be as plain as a name.
                Word().IsMatch(TypedText.Loose(parameter.Name.In(language))).ShouldBeTrue(parameter.Name.In(language));
            }
            parameter.Summary.All.ShouldAllBe(summary => summary.Length >= 1);
        }
        command.Parameters.SelectMany(parameter => parameter.Name.All.Select(TypedText.Loose).Distinct()).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Says_each_word_of_a_parameter_once(string name)
    {
        foreach (var parameter in new Scene().Commands.Single(described => described.Name.En == name).Parameters)
        {
            var words = parameter.Alternatives.SelectMany(alternative => alternative.Name.All.Concat(alternative.Aliases).Select(TypedText.Loose).Distinct()).ToList();
            words.ShouldBeUnique();
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,31}$")]
    private static partial Regex Word();
}
