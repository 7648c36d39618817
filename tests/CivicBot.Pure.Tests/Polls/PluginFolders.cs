using System.Runtime.CompilerServices;
using System.Text.Json;
using CivicBot.Delegation;
using CivicBot.Hello;
using CivicBot.Members;
using CivicBot.Polls;
using CivicBot.Proposals;
using CivicBot.Pure.Tests.Sdk;

namespace CivicBot.Pure.Tests.Polls;

public class PluginFolders
{
    [Theory]
    [InlineData("Polls", typeof(PollsPlugin))]
    [InlineData("Delegation", typeof(DelegationPlugin))]
    [InlineData("Members", typeof(MembersPlugin))]
    [InlineData("Proposals", typeof(ProposalsPlugin))]
    [InlineData("Hello", typeof(HelloPlugin))]
    public void Say_which_type_to_load(string folder, Type plugin)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Plugins(), folder, "plugin.json")));
        manifest.RootElement.GetProperty("type").GetString().ShouldBe(plugin.FullName);
        manifest.RootElement.GetProperty("assembly").GetString().ShouldBe(plugin.Assembly.GetName().Name + ".dll");
        manifest.RootElement.GetProperty("id").GetString().ShouldBe(folder.ToLowerInvariant());
        plugin.GetConstructor([]).ShouldNotBeNull();
    }

    [Fact]
    public void The_smallest_plugin_stays_small() =>
        Directory.GetFiles(Path.Combine(Plugins(), "Hello"), "*.cs").Sum(file => File.ReadAllLines(file).Length).ShouldBeLessThanOrEqualTo(30);

    [Theory]
    [InlineData("en", "alice", "Hello alice")]
    [InlineData("en", "stranger", "Hello")]
    [InlineData("fr", "alice", "Bonjour alice")]
    public void The_smallest_plugin_greets(string language, string who, string said) => new Scene(language).Do(who, "hello").ShouldBe(said);

    private static string Plugins([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../plugins"));
}
