using CivicBot.Engine;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>The signing keys on disk: readable by nobody else, made once, never made anew in silence.</summary>
public sealed class AFolderOfKeys : IAsyncDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly CollectiveId Tea = new("01TEA");
    private readonly Storages.TemporaryFolder temporary = new();

    private string Folder => temporary.File("keys");

    private string File(string name) => Path.Combine(Folder, name);

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    [Fact]
    public void Is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        Keys("vote.example.org").Of(Tea);
        System.IO.File.GetUnixFileMode(Folder).ShouldBe(Private | UnixFileMode.UserExecute);
        System.IO.File.GetUnixFileMode(File("01TEA")).ShouldBe(Private);
        System.IO.File.GetUnixFileMode(File("origin")).ShouldBe(Private);
    }

    /// <summary>SECURITY 40.</summary>
    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupRead | UnixFileMode.OtherRead)]
    public void With_a_key_that_others_can_read_is_refused_with_the_mend(UnixFileMode others)
    {
        if (OperatingSystem.IsWindows()) return;
        Keys("vote.example.org").Of(Tea);
        System.IO.File.SetUnixFileMode(File("01TEA"), Private | others);
        Should.Throw<InvalidOperationException>(() => Keys("vote.example.org").Of(Tea)).Message.ShouldContain($"chmod 600 {File("01TEA")}");
        System.IO.File.SetUnixFileMode(File("01TEA"), Private);
        Should.NotThrow(() => Keys("vote.example.org").Of(Tea));
    }

    [Fact]
    public void Gives_the_same_key_for_ever()
    {
        var first = Keys("vote.example.org").Of(Tea);
        first.Key.Name.ShouldBe("vote.example.org/01TEA");
        Keys("vote.example.org").Of(Tea).Key.Text.ShouldBe(first.Key.Text);
        Keys("vote.example.org").Of(new CollectiveId("01CAKE")).Key.Text.ShouldNotBe(first.Key.Text);
    }

    [Fact]
    public void Keeps_an_origin_that_was_drawn()
    {
        var drawn = Keys(null).Host;
        drawn.ShouldStartWith("civicbot-");
        Keys(null).Host.ShouldBe(drawn);
    }

    [Fact]
    public void Keeps_the_origin_it_was_given()
    {
        Keys("vote.example.org").Host.ShouldBe("vote.example.org");
        Keys(null).Host.ShouldBe("vote.example.org");
    }

    [Theory]
    [InlineData("Vote.Example.org")]
    [InlineData("vote example")]
    [InlineData("vote/example")]
    public void Takes_no_origin_that_cannot_be_one(string origin) => Should.Throw<FormatException>(() => Keys(origin)).Message.ShouldContain("cannot be an origin");

    [Theory]
    [InlineData("")]
    [InlineData("PRIVATE+KEY+vote.example.org/01TEA+00000000+AAAA")]
    public void With_a_broken_key_asks_for_the_backup_and_makes_no_new_one(string broken)
    {
        Keys("vote.example.org").Of(Tea);
        System.IO.File.WriteAllText(File("01TEA"), broken);
        Should.Throw<FormatException>(() => Keys("vote.example.org").Of(Tea)).Message.ShouldContain("backup");
        System.IO.File.ReadAllText(File("01TEA")).ShouldBe(broken);
    }

    private KeyFolder Keys(string? origin) => new(Folder, origin, System.Security.Cryptography.RandomNumberGenerator.GetBytes);
}
