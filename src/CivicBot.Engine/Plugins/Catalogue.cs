using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Engine;

/// <summary>Every command and kind that the loaded plugins list. The first to name a thing has it.</summary>
public sealed class Catalogue : ICatalogue
{
    private readonly Dictionary<string, (PluginGuard Plugin, Command Command)> commands = [];
    private readonly Dictionary<string, (PluginGuard Plugin, Kind Kind)> kinds = [];

    public Catalogue(IReadOnlyList<PluginGuard> plugins)
    {
        Plugins = plugins;
        foreach (var plugin in plugins)
        {
            foreach (var command in plugin.Plugin.Commands) commands.TryAdd(command.Description.Name.En, (plugin, command));
            foreach (var kind in plugin.Plugin.Kinds) kinds.TryAdd(kind.Name, (plugin, kind));
        }
        var all = commands.Values.Select(entry => entry.Command.Description).ToList();
        Commands = [.. all.Where(command => !command.ButtonsOnly)];
        Line = new CommandLine(Commands, TimeReader.ReadsAsTime);
        Acts = new CommandLine(all, TimeReader.ReadsAsTime);
    }

    public IReadOnlyList<PluginGuard> Plugins { get; }

    public IReadOnlyList<CommandDescription> Commands { get; }

    /// <summary>Reads what people type.</summary>
    internal CommandLine Line { get; }

    /// <summary>Reads what our own buttons and codes stand for.</summary>
    internal CommandLine Acts { get; }

    public Kind KindOf(string name) => kinds.TryGetValue(name, out var entry) ? entry.Kind : PlainKind.Named(name);

    /// <summary>What a command's plugin makes of it; null if the plugin failed.</summary>
    internal Task<Answer?> AnswerAsync(CommandDescription command, Asked asked, CollectiveView view)
    {
        var (plugin, found) = commands[command.Name.En];
        return plugin.CallAsync(() => found.Handle(asked, view));
    }

    /// <summary>What a command's plugin says of an accepted ruling; null if it says nothing, or failed: what was decided stands.</summary>
    internal Task<Document?> SayAsync(CommandDescription command, Func<Document?> say) => commands[command.Name.En].Plugin.CallAsync(() => say()!);

    /// <summary>What is said to whoever is told without having asked; null if no plugin says anything.</summary>
    internal async Task<Document?> TellAsync(Told told, CollectiveView view, string language)
    {
        foreach (var plugin in Plugins)
        {
            if (await plugin.CallAsync(() => plugin.Plugin.Tell(told, view, language)!).ConfigureAwait(false) is { } said) return said;
        }
        return null;
    }

    /// <summary>A document of a decision's kind; the plain one if its plugin is not there or failed.</summary>
    internal async Task<Document> DrawAsync(DecisionView decision, Func<Kind, Func<DecisionView, string, Document>> which, string language)
    {
        Document? drawn = null;
        if (kinds.TryGetValue(decision.Kind, out var entry)) drawn = await entry.Plugin.CallAsync(() => which(entry.Kind)(decision, language)).ConfigureAwait(false);
        return drawn ?? which(PlainKind.Named(decision.Kind))(decision, language);
    }
}
