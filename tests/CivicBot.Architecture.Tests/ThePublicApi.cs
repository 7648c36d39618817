using PublicApiGenerator;

namespace CivicBot.Architecture.Tests;

/// <summary>
/// What plugin and adapter authors build on. A change shows here as a difference between two files; if it is meant, put the received file in the place of the
/// approved one, and say it in CHANGELOG.md.
/// </summary>
public class ThePublicApi
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    [Fact]
    public void Of_the_Sdk_is_as_approved() => Approve(typeof(CivicBot.Sdk.IPlugin));

    [Fact]
    public void Of_Chat_is_as_approved() => Approve(typeof(CivicBot.Chat.IChatAdapter));

    [Fact]
    public void Of_Core_is_as_approved() => Approve(typeof(CivicBot.Core.Collective));

    private static void Approve(Type one)
    {
        var name = one.Assembly.GetName().Name;
        one.Assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n").ShouldMatchApproved(
            options => options.NoDiff().WithFilenameGenerator((_, _, kind, _) => $"{name}.{kind}.txt"),
            $"The public API of {name} has changed. If that is meant: mv {name}.received.txt {name}.approved.txt (in tests/CivicBot.Architecture.Tests), and a line in CHANGELOG.md.");
    }
}
