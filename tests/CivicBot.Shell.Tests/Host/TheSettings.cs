using CivicBot.Host.Settings;

namespace CivicBot.Shell.Tests.Hosts;

/// <summary>The working directory and the environment are the process's: whoever changes them does so alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TheProcess
{
    public const string Name = "the process";
}

/// <summary>Settings: a file, the environment over it, secrets from files; whatever is wrong is answered with the mend.</summary>
[Collection(TheProcess.Name)]
public sealed class TheSettings : IDisposable
{
    private readonly string before = Directory.GetCurrentDirectory();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("civicbot-settings-");
    private readonly List<string> variables = [];

    public TheSettings() => Directory.SetCurrentDirectory(folder.FullName);

    public void Dispose()
    {
        Directory.SetCurrentDirectory(before);
        foreach (var variable in variables) Environment.SetEnvironmentVariable(variable, null);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Without_anything_are_the_defaults()
    {
        var settings = SettingsFile.Read();
        (settings.Data, settings.Origin, settings.Language, settings.TimeZone, settings.Http.Port, settings.Founding).ShouldBe(("data", null, "en", "UTC", 8080, "anyone"));
        settings.HasAdapter.ShouldBeFalse();
    }

    [Fact]
    public void Of_a_file_may_hold_comments_and_trailing_commas()
    {
        Write("""
            {
              // where it all lies
              "Data": "/srv/bot", /* inline */
              "Origin": "vote.example.org",
              "Language": "fr",
              "TimeZone": "Europe/Paris",
              "Http": { "Port": 9000, },
              "Matrix": { "Homeserver": "https://matrix.example.org", "AccessToken": "from-the-file" },
            }
            """);
        var settings = SettingsFile.Read();
        (settings.Data, settings.Origin, settings.Language, settings.TimeZone, settings.Http.Port).ShouldBe(("/srv/bot", "vote.example.org", "fr", "Europe/Paris", 9000));
        settings.Matrix!.AccessToken.ShouldBe("from-the-file");
    }

    [Fact]
    public void Of_the_environment_go_over_the_file()
    {
        Write("""{ "Language": "fr", "Http": { "Port": 9000 }, "Matrix": { "Homeserver": "https://a.example.org", "AccessToken": "from-the-file" } }""");
        Set("CIVICBOT_HTTP__PORT", "9001");
        Set("CIVICBOT_MATRIX__HOMESERVER", "https://b.example.org");
        var settings = SettingsFile.Read();
        (settings.Language, settings.Http.Port, settings.Matrix!.Homeserver, settings.Matrix.AccessToken).ShouldBe(("fr", 9001, "https://b.example.org", "from-the-file"));
    }

    [Fact]
    public void Of_a_secret_file_go_over_both()
    {
        Write("""{ "Matrix": { "Homeserver": "https://a.example.org", "AccessToken": "from-the-file" } }""");
        Set("CIVICBOT_MATRIX__ACCESSTOKEN", "from-the-environment");
        File.WriteAllText("token", "from-the-secret\n");
        Set("CIVICBOT_MATRIX__ACCESSTOKEN_FILE", Path.GetFullPath("token"));
        SettingsFile.Read().Matrix!.AccessToken.ShouldBe("from-the-secret");
    }

    [Fact]
    public void Of_a_secret_file_that_is_missing_say_so_and_not_what_else_there_is()
    {
        Set("CIVICBOT_MATRIX__ACCESSTOKEN_FILE", "/run/secrets/nothing");
        Mends().ShouldHaveSingleItem().ShouldBe(
            "CIVICBOT_MATRIX__ACCESSTOKEN_FILE names /run/secrets/nothing, which is not there. Write the secret into that file, or name the right one.");
    }

    [Theory]
    [InlineData("""{ "Origin": "Vote Example" }""", "Origin “Vote Example”", "\"Origin\": \"vote.example.org\"")]
    [InlineData("""{ "Language": "de" }""", "Language “de”", "\"en\" or \"fr\"")]
    [InlineData("""{ "TimeZone": "Paris" }""", "TimeZone “Paris”", "\"Europe/Paris\"")]
    [InlineData("""{ "Http": { "Port": 0 } }""", "Http:Port 0", "from 1 to 65535")]
    [InlineData("""{ "Http": { "Port": 65536 } }""", "Http:Port 65536", "from 1 to 65535")]
    [InlineData("""{ "Matrix": { "Homeserver": "matrix.example.org", "AccessToken": "x" } }""", "Matrix:Homeserver", "CIVICBOT_MATRIX__HOMESERVER")]
    [InlineData("""{ "Matrix": { "Homeserver": "ftp://example.org", "AccessToken": "x" } }""", "Matrix:Homeserver", "https://")]
    [InlineData("""{ "Matrix": { "Homeserver": "https://matrix.example.org" } }""", "no way in", "CIVICBOT_MATRIX__ACCESSTOKEN")]
    [InlineData("""{ "Matrix": { "Homeserver": "https://matrix.example.org", "User": "bot" } }""", "no way in", "CIVICBOT_MATRIX__PASSWORD")]
    public void That_cannot_be_used_are_answered_with_what_to_write(string file, string what, string mend)
    {
        Write(file);
        var said = Mends().ShouldHaveSingleItem();
        said.ShouldContain(what);
        said.ShouldContain(mend);
    }

    [Fact]
    public void That_are_wrong_in_several_ways_are_mended_at_once()
    {
        Write("""{ "Language": "de", "TimeZone": "Paris", "Http": { "Port": 0 } }""");
        Mends().Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("{ \"Language\": \"fr\"\n \"Data\": \"x\" }", "line 2")]
    [InlineData("", "line 1")]
    public void That_are_no_JSON_are_answered_with_the_line(string file, string line)
    {
        Write(file);
        Mends().ShouldHaveSingleItem().ShouldContain(line);
    }

    [Theory]
    [InlineData("""{ "Http": { "Port": "eighty" } }""", "Http:Port")]
    [InlineData("[]", "must be an object")]
    [InlineData("\"fr\"", "must be an object")]
    [InlineData("null", "must be an object")]
    [InlineData("""{ "Language": "fr", "language": "en" }""", "language")]
    public void That_are_JSON_of_another_shape_are_answered_in_a_sentence(string file, string where)
    {
        Write(file);
        var mend = Mends().ShouldHaveSingleItem();
        mend.ShouldContain("civicbot.json");
        mend.ShouldContain(where);
    }

    /// <summary>SECURITY 45.</summary>
    [Fact]
    public void Of_ten_mebibytes_are_refused_before_they_are_read()
    {
        using (var file = File.Create("civicbot.json")) file.SetLength(10 << 20);
        Mends().ShouldHaveSingleItem().ShouldContain("larger than 1 MiB");
    }

    [Fact]
    public void Of_a_secret_never_stand_in_a_mend()
    {
        Write("""{ "Matrix": { "Homeserver": "nonsense", "AccessToken": "canary-token", "Password": "canary-password" }, "Language": "de" }""");
        Mends().ShouldAllBe(mend => !mend.Contains("canary"));
    }

    private static void Write(string json) => File.WriteAllText("civicbot.json", json);

    private static IReadOnlyList<string> Mends() => Should.Throw<SettingsException>(() => SettingsFile.Read()).Mends;

    private void Set(string variable, string value)
    {
        variables.Add(variable);
        Environment.SetEnvironmentVariable(variable, value);
    }
}
