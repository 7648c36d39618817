using CivicBot.Host.Plugins;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicBot.Shell.Tests.Hosts;

/// <summary>A plugin that does not load is reported and left out; the others and the bot start.</summary>
public sealed class AFolderOfPlugins : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("civicbot-plugins-");

    private static string Hello => Path.Combine(AppContext.BaseDirectory, "hello");

    /// <summary>A loaded file stays open on some systems; what cannot go stays.</summary>
    public void Dispose()
    {
        if (!OperatingSystem.IsWindows()) folder.Delete(recursive: true);
    }

    [Fact]
    public void With_a_good_one_loads_it_in_a_context_of_its_own()
    {
        var found = PluginFolder.Load(Hello);
        found.Problem.ShouldBeNull();
        found.Manifest!.Id.ShouldBe("hello");
        found.Plugin!.Commands.ShouldHaveSingleItem().Description.Name.Fr.ShouldBe("bonjour");
        System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(found.Plugin.GetType().Assembly).ShouldNotBe(System.Runtime.Loader.AssemblyLoadContext.Default);
        typeof(CivicBot.Sdk.IPlugin).IsAssignableFrom(found.Plugin.GetType()).ShouldBeTrue("the contracts are shared");
    }

    [Fact]
    public void Without_a_manifest_is_reported()
    {
        Make("empty");
        Problem("empty").ShouldContain("plugin.json");
    }

    [Theory]
    [InlineData("{", "plugin.json")]
    [InlineData("null", "plugin.json")]
    [InlineData("[]", "plugin.json")]
    [InlineData("""{ "id": "hello" }""", "must say")]
    [InlineData("""{ "id": "hello", "version": "1", "host": " ", "assembly": "CivicBot.Hello.dll", "type": "CivicBot.Hello.HelloPlugin" }""", "must say")]
    [InlineData("""{ "id": "hello", "version": "1", "host": ">=0.1", "assembly": "../CivicBot.Hello.dll", "type": "CivicBot.Hello.HelloPlugin" }""", "without a path")]
    [InlineData("""{ "id": "hello", "version": "1", "host": ">=0.1", "assembly": "/etc/passwd", "type": "CivicBot.Hello.HelloPlugin" }""", "without a path")]
    public void With_a_manifest_that_says_too_little_is_reported(string manifest, string problem)
    {
        Make("strange", manifest);
        Problem("strange").ShouldContain(problem);
    }

    [Theory]
    [InlineData(">=0.1 <0.2", true)]
    [InlineData(">=0.1", true)]
    [InlineData("<1", true)]
    [InlineData(">=0.2", false)]
    [InlineData("<0.1", false)]
    [InlineData("<=0.9", false)]
    [InlineData("*", false)]
    [InlineData(">=x", false)]
    public void With_one_made_for_another_host_is_reported(string host, bool fits)
    {
        Make("hello", Manifest(host: host), "CivicBot.Hello.dll");
        var found = PluginFolder.Load(Path.Combine(folder.FullName, "hello"));
        (found.Problem is null).ShouldBe(fits);
        if (!fits) found.Problem.ShouldNotBeNull().ShouldContain($"it was made for host {host}");
    }

    [Theory]
    [InlineData("CivicBot.Hello.NoSuchPlugin")]
    [InlineData("System.String")]
    public void With_a_type_that_is_no_plugin_is_reported(string type)
    {
        Make("typed", Manifest(type: type), "CivicBot.Hello.dll");
        Problem("typed").ShouldContain($"{type} is no plugin");
    }

    [Fact]
    public void With_an_assembly_that_is_none_is_reported()
    {
        Make("text", Manifest());
        File.WriteAllText(Path.Combine(folder.FullName, "text", "CivicBot.Hello.dll"), "not a dll");
        Problem("text").ShouldNotBeEmpty();
    }

    [Fact]
    public void With_an_assembly_that_is_missing_is_reported()
    {
        Make("missing", Manifest());
        Problem("missing").ShouldContain("CivicBot.Hello.dll");
    }

    [Fact]
    public void With_bad_ones_still_loads_the_good_one()
    {
        Make("a-empty");
        Make("b-future", Manifest(host: ">=9"), "CivicBot.Hello.dll");
        Make("c-hello", Manifest(), "CivicBot.Hello.dll");
        Make("d-typed", Manifest(type: "System.String"), "CivicBot.Hello.dll");
        PluginFolder.Find(folder.FullName).Select(found => found.Problem is null).ShouldBe([false, false, true, false]);
        var catalogue = PluginFolder.Catalogue(folder.FullName, NullLogger.Instance);
        catalogue.Plugins.Select(plugin => plugin.Id).ShouldBe(["commons", "hello"]);
        catalogue.Commands.ShouldContain(command => command.Name.En == "hello");
        catalogue.Commands.ShouldContain(command => command.Name.En == "vote");
    }

    [Fact]
    public void That_is_not_there_is_empty() => PluginFolder.Find(Path.Combine(folder.FullName, "nowhere")).ShouldBeEmpty();

    private static string Manifest(string host = ">=0.1 <0.2", string type = "CivicBot.Hello.HelloPlugin") =>
        $$"""{ "id": "hello", "version": "0.1.0", "host": "{{host}}", "assembly": "CivicBot.Hello.dll", "type": "{{type}}" }""";

    private string Problem(string name)
    {
        var found = PluginFolder.Load(Path.Combine(folder.FullName, name));
        found.Plugin.ShouldBeNull();
        return found.Problem.ShouldNotBeNull();
    }

    private void Make(string name, string? manifest = null, params string[] files)
    {
        var plugin = folder.CreateSubdirectory(name).FullName;
        if (manifest is not null) File.WriteAllText(Path.Combine(plugin, "plugin.json"), manifest);
        foreach (var file in files) File.Copy(Path.Combine(Hello, file), Path.Combine(plugin, file));
    }
}
