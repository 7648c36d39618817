using System.Xml.Linq;

namespace CivicBot.Architecture.Tests;

/// <summary>Core and Ledger know no clock, no I/O, no randomness, no thread: the compiler holds it, and this holds the compiler to it.</summary>
public class PureCode
{
    private const string List = "BannedSymbols.Pure.txt";

    private static readonly string[] Needed =
    [
        "N:System.IO", "N:System.Net", "N:System.Threading", "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTimeOffset.Now",
        "P:System.DateTimeOffset.UtcNow", "T:System.TimeProvider", "T:System.Random", "T:System.Security.Cryptography.RandomNumberGenerator", "M:System.Guid.NewGuid",
        "T:System.Console", "T:System.Environment",
    ];

    [Theory]
    [InlineData("CivicBot.Core")]
    [InlineData("CivicBot.Ledger")]
    public void Is_compiled_against_the_list_of_banned_symbols(string name) => Wiring(Xml(name)).ShouldBeEmpty();

    [Fact]
    public void The_list_holds_what_it_must_and_says_what_to_use_instead() => Gaps(House.Read(List)).ShouldBeEmpty();

    [Fact]
    public void Nobody_switches_the_warning_off()
    {
        Silencers(House.Read(".editorconfig")).ShouldBeEmpty();
        Silencers(House.Read("Directory.Build.props")).ShouldBeEmpty();
        foreach (var source in House.Sources) Silencers(source.Text).ShouldBeEmpty(source.Path);
    }

    [Theory]
    [InlineData("<PackageReference Include='Microsoft.CodeAnalysis.BannedApiAnalyzers' PrivateAssets='all' />")]
    [InlineData("<AdditionalFiles Include='../../BannedSymbols.Pure.txt' />")]
    [InlineData("<PackageReference Include='Microsoft.CodeAnalysis.BannedApiAnalyzers' /><AdditionalFiles Include='../../Banned.txt' />")]
    public void A_project_that_is_not_wired_is_found(string items) => Wiring(XDocument.Parse($"<Project><ItemGroup>{items}</ItemGroup></Project>")).ShouldNotBeEmpty();

    [Fact]
    public void A_gap_in_the_list_is_found()
    {
        Gaps(House.Read(List).Replace("T:System.Random;", "T:System.Rondom;", StringComparison.Ordinal)).ShouldHaveSingleItem();
        Gaps(House.Read(List) + "T:System.GC\n").ShouldHaveSingleItem();
    }

    [Fact]
    public void A_silenced_warning_is_found() => Silencers("#pragma warning disable RS0030").ShouldHaveSingleItem();

    private static IEnumerable<string> Wiring(XDocument project)
    {
        if (!project.Descendants("PackageReference").Any(item => item.Attribute("Include")?.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers")) yield return "no analyzer";
        if (!project.Descendants("AdditionalFiles").Any(item => item.Attribute("Include")?.Value == $"../../{List}")) yield return $"no {List}";
    }

    private static IEnumerable<string> Gaps(string list)
    {
        var lines = list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Needed.Where(symbol => !lines.Any(line => line.StartsWith(symbol + ";", StringComparison.Ordinal)))
            .Concat(lines.Where(line => line.Split(';', 2) is not [_, { Length: > 1 }]).Select(line => $"{line} names nothing to use instead"));
    }

    private static IEnumerable<string> Silencers(string text) => text.Split('\n').Where(line => line.Contains("RS0030", StringComparison.Ordinal));

    private static XDocument Xml(string name) => XDocument.Load(Path.Combine(House.Root, "src", name, name + ".csproj"));
}
