using System.Xml.Linq;

namespace CivicBot.Architecture.Tests;

/// <summary>Who may know whom, and which packages. A new project needs a row here, and a reason in docs/architecture.md.</summary>
public class TheArrows
{
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Table = new()
    {
        ["CivicBot.Core"] = ([], []),
        ["CivicBot.Ledger"] = ([], ["BouncyCastle.Cryptography"]),
        ["CivicBot.Chat"] = ([], []),
        ["CivicBot.Sdk"] = (["CivicBot.Chat", "CivicBot.Core"], ["NodaTime"]),
        ["CivicBot.Commons"] = (["CivicBot.Sdk"], ["NodaTime"]),
        ["CivicBot.Engine"] = (["CivicBot.Core", "CivicBot.Ledger", "CivicBot.Chat", "CivicBot.Sdk"], ["Microsoft.Extensions.Logging.Abstractions"]),
        ["CivicBot.Storage"] = (["CivicBot.Engine"], ["Microsoft.Data.Sqlite"]),
        ["CivicBot.Testing"] = (["CivicBot.Engine"], []),
        ["CivicBot.Adapters.Terminal"] = (["CivicBot.Chat", "CivicBot.Testing"], ["Spectre.Console"]),
        ["CivicBot.Adapters.Matrix"] = (["CivicBot.Chat"], ["Microsoft.Extensions.Logging.Abstractions"]),
        ["CivicBot.Adapters.Telegram"] = (["CivicBot.Chat"], ["Microsoft.Extensions.Logging.Abstractions", "Telegram.Bot"]),
        ["CivicBot.Adapters.Discord"] = (["CivicBot.Chat"], ["Microsoft.Extensions.Logging.Abstractions", "BouncyCastle.Cryptography"]),
        ["CivicBot.Host"] =
        (
            ["CivicBot.Commons", "CivicBot.Storage", "CivicBot.Testing", "CivicBot.Adapters.Terminal", "CivicBot.Adapters.Matrix", "CivicBot.Adapters.Telegram", "CivicBot.Adapters.Discord"],
            ["System.CommandLine"]
        ),
    };

    /// <summary>A plugin compiles against these and brings none of them.</summary>
    private static readonly string[] OfPlugins = ["CivicBot.Sdk", "CivicBot.Chat", "CivicBot.Core"];

    [Fact]
    public void Are_those_of_the_table() => House.Projects.SelectMany(Violations).ShouldBeEmpty();

    [Fact]
    public void Name_every_project_there_is() => Table.Keys.Order().ShouldBe(House.Projects.Where(project => !project.IsPlugin).Select(project => project.Name).Order());

    [Fact]
    public void Are_those_that_were_compiled()
    {
        foreach (var assembly in House.Assemblies)
        {
            var name = assembly.GetName().Name == "civicbot" ? "CivicBot.Host" : assembly.GetName().Name!;
            var allowed = Table.TryGetValue(name, out var row) ? Reachable(row.Projects) : [.. OfPlugins];
            var linked = assembly.GetReferencedAssemblies().Select(other => other.Name!).Where(other => other.StartsWith("CivicBot.", StringComparison.Ordinal));
            linked.Where(other => !allowed.Contains(other)).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void Lead_from_the_host_to_everything_in_src() =>
        Reachable(["CivicBot.Host"]).Order().ShouldBe(Table.Keys.Order());

    [Fact]
    public void Every_project_is_in_the_solution() =>
        House.Projects.Where(project => !House.Read("CivicBot.sln").Contains($"{project.Name}.csproj", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData("CivicBot.Core", "<ProjectReference Include='../CivicBot.Chat/CivicBot.Chat.csproj' />")]
    [InlineData("CivicBot.Core", "<PackageReference Include='NodaTime' />")]
    [InlineData("CivicBot.Adapters.Matrix", "<ProjectReference Include='..\\CivicBot.Chat\\CivicBot.Chat.csproj' /><ProjectReference Include='../CivicBot.Core/CivicBot.Core.csproj' />")]
    [InlineData("CivicBot.Storage", "<ProjectReference Include='../CivicBot.Engine/CivicBot.Engine.csproj' /><PackageReference Include='Microsoft.Data.Sqlite' /><PackageReference Include='Dapper' />")]
    [InlineData("CivicBot.Sdk", "<ProjectReference Include='../CivicBot.Chat/CivicBot.Chat.csproj' /><PackageReference Include='NodaTime' />")]
    [InlineData("CivicBot.Unheard", "")]
    public void A_wrong_one_is_found(string name, string items) => Violations(Sample(name, isPlugin: false, items)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("<ProjectReference Include='../../src/CivicBot.Engine/CivicBot.Engine.csproj' Private='false' />")]
    [InlineData("<ProjectReference Include='../../src/CivicBot.Sdk/CivicBot.Sdk.csproj' />")]
    [InlineData("")]
    public void A_plugin_that_wants_more_is_found(string items) => Violations(Sample("CivicBot.Sample", isPlugin: true, items)).ShouldNotBeEmpty();

    [Fact]
    public void A_host_that_links_a_plugin_is_found()
    {
        var host = House.Projects.Single(project => project.Name == "CivicBot.Host");
        Violations(host with { Arrows = [.. host.Arrows, new ProjectArrow("CivicBot.Polls", BuildOnly: false, Brought: false)] }).ShouldHaveSingleItem();
    }

    private static IEnumerable<string> Violations(ProjectFile project) => project.IsPlugin ? OfAPlugin(project) : OfSrc(project);

    private static IEnumerable<string> OfSrc(ProjectFile project)
    {
        if (!Table.TryGetValue(project.Name, out var row)) return [$"{project.Name} has no row in the table"];
        var linked = project.Arrows.Where(arrow => !(arrow.BuildOnly && project.Name == "CivicBot.Host")).Select(arrow => arrow.To).ToList();
        return
        [
            .. linked.Except(row.Projects).Select(to => $"{project.Name} must not reference {to}"),
            .. row.Projects.Except(linked).Select(to => $"{project.Name} no longer references {to}: take the arrow out of the table"),
            .. project.Packages.Except(row.Packages).Select(package => $"{project.Name} must not use {package}"),
        ];
    }

    private static IEnumerable<string> OfAPlugin(ProjectFile plugin) =>
    [
        .. plugin.Arrows.Where(arrow => !OfPlugins.Contains(arrow.To)).Select(arrow => $"{plugin.Name} must not reference {arrow.To}"),
        .. plugin.Arrows.Where(arrow => !arrow.Brought).Select(arrow => $"{plugin.Name} must not bring {arrow.To} along: Private=\"false\""),
        .. plugin.Arrows.Any(arrow => arrow.To == "CivicBot.Sdk") ? Array.Empty<string>() : [$"{plugin.Name} does not reference the Sdk"],
    ];

    private static HashSet<string> Reachable(IEnumerable<string> from)
    {
        var found = new HashSet<string>();
        var waiting = new Stack<string>(from);
        while (waiting.TryPop(out var name))
        {
            if (!found.Add(name)) continue;
            foreach (var next in Table[name].Projects) waiting.Push(next);
        }
        return found;
    }

    private static ProjectFile Sample(string name, bool isPlugin, string items) =>
        ProjectFile.Parse(name, isPlugin, XDocument.Parse($"<Project><ItemGroup>{items}</ItemGroup></Project>"));
}
