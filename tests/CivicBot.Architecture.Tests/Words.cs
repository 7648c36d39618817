using System.Text.RegularExpressions;

namespace CivicBot.Architecture.Tests;

/// <summary>One word per thing (the glossary in CONTRIBUTING.md), and none that says nothing.</summary>
public partial class Words
{
    private static readonly string[] Empty = ["Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Impl"];

    /// <summary>Each platform's own: only the adapter that speaks it may say them.</summary>
    private static readonly string[] OfPlatforms = ["User", "Guild", "Channel"];

    [Fact]
    public void Are_those_of_the_glossary() =>
        House.Types.SelectMany(type => Strange(type.Name, type.Assembly.GetName().Name!)).ShouldBeEmpty();

    [Fact]
    public void Of_folders_too() =>
        House.Sources.SelectMany(source => source.Path.Split('/')[..^1]).Distinct()
            .Where(folder => folder is "Models" or "Services" or "Helpers" or "Utils" or "Common" or "Misc").ShouldBeEmpty();

    [Theory]
    [InlineData("VotingService", "CivicBot.Core")]
    [InlineData("IVotingService", "CivicBot.Engine")]
    [InlineData("PluginManager", "CivicBot.Host")]
    [InlineData("JsonHelper", "CivicBot.Adapters.Matrix")]
    [InlineData("StorageImpl", "CivicBot.Storage")]
    [InlineData("UserVote", "CivicBot.Core")]
    [InlineData("GuildSettings", "CivicBot.Host")]
    [InlineData("Channel", "CivicBot.Chat")]
    public void Strange_ones_are_found(string type, string assembly) => Strange(type, assembly).ShouldNotBeEmpty();

    [Theory]
    [InlineData("Servicing", "CivicBot.Core")]
    [InlineData("Implied", "CivicBot.Core")]
    [InlineData("GuildMember", "CivicBot.Adapters.Discord")]
    [InlineData("Collective", "CivicBot.Core")]
    public void Others_are_left_alone(string type, string assembly) => Strange(type, assembly).ShouldBeEmpty();

    private static IEnumerable<string> Strange(string type, string assembly)
    {
        var words = Pieces().Matches(type).Select(word => word.Value).ToList();
        return words.Intersect(Empty).Select(word => $"{assembly}: {type} says “{word}”, which says nothing")
            .Concat(assembly.StartsWith("CivicBot.Adapters.", StringComparison.Ordinal)
                ? []
                : words.Intersect(OfPlatforms).Select(word => $"{assembly}: {type} says “{word}”, a platform's word"));
    }

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Pieces();
}
