using System.Text.Json;
using System.Text.RegularExpressions;
using CivicBot.Chat;
using CivicBot.Commons;
using CivicBot.Delegation;
using CivicBot.Members;
using CivicBot.Polls;
using CivicBot.Proposals;
using CivicBot.Sdk;

namespace CivicBot.Pure.Tests.Sdk;

public partial class EveryText
{
    public static TheoryData<string> Assemblies => ["CivicBot.Sdk", "CivicBot.Commons", "CivicBot.Polls", "CivicBot.Members", "CivicBot.Accounts", "CivicBot.Proposals", "CivicBot.Delegation"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Exists_in_both_languages_with_the_same_arguments(string assembly)
    {
        var (english, french) = (Read(assembly, "en"), Read(assembly, "fr"));
        english.Keys.Order().ShouldBe(french.Keys.Order());
        english.ShouldNotBeEmpty();
        foreach (var (key, text) in english) Arguments(french[key]).ShouldBe(Arguments(text), key);
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Stands_once(string assembly)
    {
        foreach (var language in Localized.Languages)
        {
            using var json = JsonDocument.Parse(Stream(assembly, language));
            json.RootElement.EnumerateObject().GroupBy(text => text.Name).Where(alike => alike.Count() > 1).Select(alike => alike.Key).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Is_written_in_French_as_French_is(string assembly)
    {
        foreach (var (key, text) in Read(assembly, "fr"))
        {
            if (key.StartsWith("read.", StringComparison.Ordinal)) continue;
            foreach (var form in text)
            {
                // What is typed keeps the characters of a keyboard.
                var prose = Typed().Replace(form, "").Replace("{", "").Replace("}", "");
                if (key.EndsWith(".example", StringComparison.Ordinal) || key.StartsWith("example.", StringComparison.Ordinal)) continue;
                prose.ShouldNotContain("'", Case.Sensitive, key);
                prose.ShouldNotContain("\"", Case.Sensitive, key);
                OrdinarySpace().IsMatch(prose).ShouldBeFalse($"{key}: {prose}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Names_only_commands_there_are(string assembly)
    {
        var commands = new Scene().Commands;
        foreach (var language in Localized.Languages)
        {
            foreach (var (key, text) in Read(assembly, language))
            {
                foreach (var typed in text.SelectMany(form => Typed().Matches(form)).Select(match => match.Value.Trim('`')))
                {
                    if (typed.StartsWith('{')) continue;
                    commands.ShouldContain(command => command.Name.In(language) == typed.Split(' ')[0], $"{key}: {typed}");
                }
            }
        }
    }

    [Fact]
    public void Takes_its_plural_from_the_number_as_each_language_does()
    {
        var texts = Texts.Of(typeof(PollsPlugin).Assembly);
        string Said(string language, int n) => Scene.Text(Document.Of(texts.Line(language, "voted", ("n", n))));
        Said("en", 0).ShouldBe("0 people have voted.");
        Said("fr", 0).ShouldBe("0 personne a voté.");
        Said("en", 1).ShouldBe("1 person has voted.");
        Said("fr", 2).ShouldBe("2 personnes ont voté.");
    }

    private static Dictionary<string, string[]> Read(string assembly, string language)
    {
        using var json = JsonDocument.Parse(Stream(assembly, language));
        return json.RootElement.EnumerateObject().DistinctBy(text => text.Name).ToDictionary(text => text.Name, text => text.Value.ValueKind is JsonValueKind.String
            ? [text.Value.GetString()!]
            : text.Value.EnumerateObject().Select(form => form.Value.GetString()!).ToArray());
    }

    private static System.IO.Stream Stream(string assembly, string language)
    {
        var loaded = assembly switch
        {
            "CivicBot.Sdk" => typeof(Texts).Assembly,
            "CivicBot.Commons" => typeof(CommonsPlugin).Assembly,
            "CivicBot.Members" => typeof(MembersPlugin).Assembly,
            "CivicBot.Accounts" => typeof(Accounts.AccountsPlugin).Assembly,
            "CivicBot.Proposals" => typeof(ProposalsPlugin).Assembly,
            "CivicBot.Delegation" => typeof(DelegationPlugin).Assembly,
            _ => typeof(PollsPlugin).Assembly,
        };
        return loaded.GetManifestResourceStream(loaded.GetManifestResourceNames().Single(name => name.EndsWith($"texts.{language}.json", StringComparison.OrdinalIgnoreCase)))!;
    }

    private static string Arguments(string[] forms) => string.Join(' ', forms.SelectMany(form => Argument().Matches(form)).Select(match => match.Value).Distinct()
        // How hours are written, whom a sentence is about and which article it takes differs.
        .Where(name => name is not ("{h}" or "{hh}" or "{The}" or "{the}" or "{of}" or "{in}" or "{Name}")).Order());

    [GeneratedRegex("\\{\\w+\\}")]
    private static partial Regex Argument();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Typed();

    [GeneratedRegex("[ ][:;?!»]|«[ ]|\\S[;?!»]|[^\u202f][;?!]|[^\u00a0a-zé:][:](?!\\w)")]
    private static partial Regex OrdinarySpace();
}
