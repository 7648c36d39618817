using System.CommandLine;
using CivicBot.Host.Plugins;
using CivicBot.Host.Settings;

namespace CivicBot.Host.Verbs;

/// <summary><c>civicbot plugin list</c> and <c>plugin check FOLDER</c>.</summary>
internal static class PluginVerbs
{
    public static Command Command()
    {
        var list = new Command("list", "What is in the plugin folder, and whether it loads. Plugins have all rights of the bot: take only those you trust. Example: civicbot plugin list");
        list.SetAction((_, _) => Verb.GuardedAsync(() => Task.FromResult(Say(PluginFolder.Find(SettingsFile.Read().Plugins.Folder ?? PluginFolder.Default)))));
        var folder = new Argument<string>("folder") { Description = "A plugin's folder." };
        var check = new Command("check", "Load one plugin and say what is wrong with it. Exit 0: it loads. Example: civicbot plugin check plugins/Hello") { folder };
        check.SetAction((parsed, _) => Verb.GuardedAsync(() => Task.FromResult(Say([PluginFolder.Load(parsed.GetValue(folder)!)]))));
        return new Command("plugin", "See which plugins there are. Example: civicbot plugin list") { list, check };
    }

    private static int Say(IReadOnlyList<FoundPlugin> found)
    {
        foreach (var (folder, manifest, plugin, problem) in found)
        {
            Console.WriteLine(problem is null
                ? $"{manifest!.Id} {manifest.Version}: {string.Join(' ', plugin!.Commands.Select(command => "/" + command.Description.Name.En))}"
                : $"{manifest?.Id ?? folder}: off, {problem}");
        }
        if (found.Count == 0) Console.WriteLine("No plugin was found. Name their folder with \"Plugins\": { \"Folder\": \"…\" } in civicbot.json.");
        return found.All(plugin => plugin.Problem is null) ? Verb.Yes : Verb.No;
    }
}
