using CivicBot.Host.Settings;

namespace CivicBot.Shell.Tests.Hosts;

/// <summary>What counts and what does not never lie in one folder.</summary>
public sealed class ADataFolder : IAsyncDisposable
{
    private readonly Storages.TemporaryFolder temporary = new();

    private string Folder => temporary.File("data");

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    /// <summary>SECURITY 55.</summary>
    [Fact]
    public async Task Of_a_running_bot_is_refused_to_who_practises()
    {
        await using (await DataFolder.Live(Folder).OpenAsync(TimeProvider.System, Engine.Stage.Patience))
        {
        }
        Should.Throw<SettingsException>(() => DataFolder.Practice(Folder)).Message.ShouldContain("holds real decisions");
        File.Exists(Path.Combine(Folder, "practice")).ShouldBeFalse("it is not marked, either");
        Should.NotThrow(() => DataFolder.Live(Folder));
    }

    [Fact]
    public void Of_who_practises_is_refused_to_a_running_bot()
    {
        DataFolder.Practice(Folder);
        Should.Throw<SettingsException>(() => DataFolder.Live(Folder)).Message.ShouldContain("practice folder");
    }

    [Fact]
    public async Task Of_who_practises_can_be_gone_on_with()
    {
        await using (await DataFolder.Practice(Folder).OpenAsync(TimeProvider.System, Engine.Stage.Patience))
        {
        }
        Should.NotThrow(() => DataFolder.Practice(Folder));
        Should.NotThrow(() => DataFolder.Existing(Folder));
    }

    [Fact]
    public void That_holds_no_database_cannot_be_verified() =>
        Should.Throw<SettingsException>(() => DataFolder.Existing(Folder)).Message.ShouldContain("civicbot verify --data");

    [Fact]
    public void That_cannot_be_written_is_answered_with_what_to_type()
    {
        File.WriteAllText(Folder, "a file in its place");
        Should.Throw<SettingsException>(() => DataFolder.Live(Folder)).Message.ShouldContain("CIVICBOT_DATA");
    }

    [Fact]
    public void Leaves_no_probe_behind()
    {
        DataFolder.Live(Folder);
        Directory.EnumerateFileSystemEntries(Folder).ShouldBeEmpty();
    }

    [Fact]
    public void Keeps_its_keys_beside_the_database()
    {
        var folder = DataFolder.Live(Folder);
        folder.Keys(null).Host.ShouldBe(folder.Keys(null).Host);
        File.Exists(Path.Combine(Folder, "keys", "origin")).ShouldBeTrue();
        folder.Database.ShouldBe(Path.Combine(Folder, "civicbot.db"));
    }
}
