using System.Text.RegularExpressions;
using CivicBot.Accounts;
using CivicBot.Commons;
using CivicBot.Delegation;
using CivicBot.Members;
using CivicBot.Polls;
using CivicBot.Proposals;
using CivicBot.Sdk;
using CivicBot.Testing;

namespace CivicBot.Architecture.Tests;

/// <summary>What is written is so: examples are played, links lead somewhere, commands exist.</summary>
public partial class TheDocs
{
    public static TheoryData<string> Files =>
    [
        .. Directory.GetFiles(House.Root, "*.md").Concat(Directory.GetFiles(Path.Combine(House.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Path.Combine(House.Root, "plugins"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(House.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Play_as_they_are_written()
    {
        var plays = Files.SelectMany(file => Plays(House.Read(file.Data))).ToList();
        plays.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var play in plays) Play(play).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Lead_somewhere(string file) => Dead(file, House.Read(file)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void Name_only_commands_there_are(string file) => Unknown(House.Read(file)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void Name_no_machine(string file) => Machines().Matches(House.Read(file)).Select(match => match.Value).ShouldBeEmpty();

    [Fact]
    public void Greet_as_the_practice_room_does() => House.Read("README.md").ShouldContain(string.Join('\n', new PracticeTexts("en").Greeting));

    [Fact]
    public void Show_the_smallest_plugin_as_it_is() => House.Read("docs/plugins.md").ShouldContain(House.Read("plugins/Hello/HelloPlugin.cs").ReplaceLineEndings("\n"));

    [Fact]
    public void Have_a_row_for_every_kind_of_entry()
    {
        var approved = KindsOnDisk().Matches(House.Read("tests/CivicBot.Shell.Tests/Codec/EventsOnDisk.approved.jsonl")).Select(match => match.Groups[1].Value).Distinct().Order();
        Rows().Matches(House.Read("docs/ledger.md")).Select(match => match.Groups[1].Value).Order().ShouldBe(approved);
    }

    [Fact]
    public void A_play_that_fails_is_found() => Play("@alice /poll \"Tea?\" Tea Coffee\n@bob /vote 1 Water").ShouldBe("@bob /vote 1 Water");

    [Fact]
    public void A_dead_link_is_found() => Dead("docs/a.md", "[x](nowhere.md) [y](https://example.org) [z](ledger.md) [w](#here)").ShouldBe(["nowhere.md"]);

    [Fact]
    public void An_unknown_command_is_found() => Unknown("`/vote 1` and `/mandate @ana`, or `!veto 1`, in `/data`").ShouldBe(["/mandate", "!veto"]);

    [Fact]
    public void A_machine_is_found() => Machines().Count("see /home/me/civicbot or C:\\civicbot").ShouldBe(2);

    private static IEnumerable<string> Plays(string text) => Fences().Matches(text).Select(fence => fence.Groups[1].Value);

    /// <returns>The line that was not answered as it should be; null if all were.</returns>
    private static string? Play(string script) => PlayAsync(script).GetAwaiter().GetResult();

    private static async Task<string?> PlayAsync(string script)
    {
        await using var rehearsal = Rehearsal.Of(new CommonsPlugin(), new PollsPlugin(), new ProposalsPlugin(), new DelegationPlugin(), new MembersPlugin(), new AccountsPlugin());
        var player = rehearsal.Player([]);
        foreach (var line in script.Split('\n'))
        {
            if (!await player.PlayAsync(line)) return line;
        }
        return null;
    }

    private static IEnumerable<string> Dead(string file, string text) => Links().Matches(text).Select(link => link.Groups[1].Value)
        .Where(link => !link.Contains("://", StringComparison.Ordinal) && link[0] != '#')
        .Where(link => !Path.Exists(Path.Combine(House.Root, Path.GetDirectoryName(file)!, link.Split('#')[0])));

    private static IEnumerable<string> Unknown(string text)
    {
        IPlugin[] plugins = [new CommonsPlugin(), new PollsPlugin(), new ProposalsPlugin(), new DelegationPlugin(), new MembersPlugin(), new AccountsPlugin(), new Hello.HelloPlugin()];
        var known = plugins.SelectMany(plugin => plugin.Commands).SelectMany(command => command.Description.Name.All).Concat(OfOthers).ToHashSet();
        return Typed().Matches(text).Where(match => !known.Contains(match.Groups[1].Value)).Select(match => match.Value[1..]).Distinct();
    }

    /// <summary>The Matrix adapter's own commands, and folders of the image.</summary>
    private static readonly string[] OfOthers = ["private", "privé", "data", "config", "health"];

    [GeneratedRegex("```practice\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"`[/!]([a-zà-ÿ][a-zà-ÿ-]*)")]
    private static partial Regex Typed();

    [GeneratedRegex(@"(?<![\w.])/(home|work|tmp|root|Users)/\S*|\b[A-Z]:\\\S*")]
    private static partial Regex Machines();

    [GeneratedRegex("\"t\":\"([a-z-]+)\"")]
    private static partial Regex KindsOnDisk();

    [GeneratedRegex(@"^\| `([a-z-]{2,})` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
