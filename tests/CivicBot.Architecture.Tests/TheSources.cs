using System.Text.RegularExpressions;
using CivicBot.Engine;

namespace CivicBot.Architecture.Tests;

/// <summary>What must not be written anywhere, and what only in one place.</summary>
public partial class TheSources
{
    [Fact]
    public void Ask_no_clock_for_the_time_of_the_house() => Found(LocalTime()).ShouldBeEmpty();

    [Fact]
    public void Never_put_a_thread_to_sleep() => Found(Sleeping()).ShouldBeEmpty();

    [Fact]
    public void Hold_SQL_in_storage_only()
    {
        Found(Sql(), except: "src/CivicBot.Storage/").ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(House.Root, "src"), "*.sql", SearchOption.AllDirectories)
            .Where(path => !path.Contains("CivicBot.Storage", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Seed_randomness_in_Testing_only()
    {
        Found(Seeded(), except: "src/CivicBot.Testing/").ShouldBeEmpty();
        House.Types.Where(type => type.IsClass && typeof(IRandomness).IsAssignableFrom(type)).Select(type => (type.Assembly.GetName().Name, type.Name)).Order()
            .ShouldBe([("CivicBot.Engine", nameof(OsRandomness)), ("CivicBot.Testing", nameof(CivicBot.Testing.SeededRandomness))]);
    }

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("return DateTimeOffset.Now.AddDays(1);")]
    public void A_local_clock_is_found(string code) => Matches(LocalTime(), code).ShouldHaveSingleItem();

    [Fact]
    public void A_sleep_is_found() => Matches(Sleeping(), "Thread.Sleep(100);").ShouldHaveSingleItem();

    [Theory]
    [InlineData("command.CommandText = \"select n from entry where n > $n\";")]
    [InlineData("var text = \"insert into seen(key) values ($key)\";")]
    [InlineData("Run(\"DELETE FROM outbox\");")]
    [InlineData("Run(\"update head set size = 3\");")]
    [InlineData("Run(\"pragma synchronous = off\");")]
    public void SQL_is_found(string code) => Matches(Sql(), code).ShouldHaveSingleItem();

    [Theory]
    [InlineData("var draws = new SeededRandomness(\"x\");")]
    [InlineData("keys = new SeededKeys(\"x\");")]
    [InlineData("var dice = new Random(42);")]
    [InlineData("var n = Random.Shared.Next();")]
    public void A_seed_is_found(string code) => Matches(Seeded(), code).ShouldHaveSingleItem();

    [Theory]
    [InlineData("// DateTime.Now is not for us")]
    [InlineData("/// <summary>Thread.Sleep is banned.</summary>")]
    public void Comments_are_no_code(string line)
    {
        Matches(LocalTime(), line).ShouldBeEmpty();
        Matches(Sleeping(), line).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("where decision.IsRunning select decision;")]
    [InlineData("var words = \"Choose from the update of today.\";")]
    public void Ordinary_words_are_no_SQL(string code) => Matches(Sql(), code).ShouldBeEmpty();

    private static IEnumerable<string> Found(Regex what, string? except = null) =>
        House.Sources.Where(source => except is null || !source.Path.StartsWith(except, StringComparison.Ordinal)).SelectMany(source => Matches(what, source));

    private static IEnumerable<string> Matches(Regex what, string code) => Matches(what, new SourceFile("sample.cs", code));

    private static IEnumerable<string> Matches(Regex what, SourceFile source) =>
        source.Lines.Where(line => what.IsMatch(line.Code)).Select(line => $"{source.Path}:{line.Number}: {line.Code}");

    [GeneratedRegex(@"\bDateTime(Offset)?\.Now\b")]
    private static partial Regex LocalTime();

    [GeneratedRegex(@"\bThread\.Sleep\b")]
    private static partial Regex Sleeping();

    [GeneratedRegex(@"""[^""]*\b(select\s+\S.*\sfrom\s|insert\s+(or\s+\w+\s+)?into\s|delete\s+from\s|update\s+\w+\s+set\s|create\s+(table|index)\s|pragma\s+\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Sql();

    [GeneratedRegex(@"\bSeeded(Randomness|Keys)\b|\bnew Random\(|\bRandom\.Shared\b")]
    private static partial Regex Seeded();
}
