using System.CommandLine;
using CivicBot.Host.Settings;

namespace CivicBot.Host.Verbs;

/// <summary><c>civicbot config check</c>: read the settings as a start would, and say what is wrong.</summary>
internal static class ConfigVerbs
{
    public static Command Command()
    {
        var check = new Command("check", "Read the settings and say what to mend. Exit 0: they can be used; 2: they cannot. Example: civicbot config check");
        check.SetAction((_, _) => Verb.GuardedAsync(() => Task.FromResult(Say(SettingsFile.Read()))));
        return new Command("config", "See whether the settings can be used. Example: civicbot config check") { check };
    }

    private static int Say(HostSettings settings)
    {
        Console.WriteLine($"data: {Path.GetFullPath(settings.Data)} · matrix: {(settings.Matrix is null ? "off" : settings.Matrix.Homeserver)} · http: {settings.Http.Port} · founding: {settings.Founding}");
        return Verb.Yes;
    }
}
