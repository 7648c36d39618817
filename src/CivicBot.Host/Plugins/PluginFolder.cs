using System.Runtime.Loader;
using CivicBot.Commons;
using CivicBot.Engine;
using CivicBot.Sdk;

namespace CivicBot.Host.Plugins;

/// <summary>A plugin as it was found, loaded or not.</summary>
/// <param name="Problem">Why it is off; null if it is loaded.</param>
internal sealed record FoundPlugin(string Folder, PluginManifest? Manifest, IPlugin? Plugin, string? Problem);

/// <summary>
/// Loads plugins, each from a folder of its own into a load context of its own that shares only Sdk, Chat and Core. That keeps versions apart; it is no
/// security boundary, since loaded code has the rights of the process. One that does not load is reported and left out.
/// </summary>
internal static class PluginFolder
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private static readonly Version HostVersion = typeof(PluginFolder).Assembly.GetName().Version!;

    public static string Default => Path.Combine(AppContext.BaseDirectory, "plugins");

    public static IReadOnlyList<FoundPlugin> Find(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Select(Load)] : [];

    /// <summary>Commons, which is always there, and whatever else loads.</summary>
    public static Catalogue Catalogue(string? folder, ILogger log)
    {
        var plugins = new List<PluginGuard> { new("commons", new CommonsPlugin(), null, log) };
        foreach (var found in Find(folder ?? Default))
        {
            if (found is { Plugin: { } plugin, Manifest: { } manifest }) plugins.Add(new PluginGuard(manifest.Id, plugin, Limit, log));
            else log.LogError("Plugin in {Folder} is off: {Problem}", found.Folder, found.Problem);
        }
        return new Catalogue(plugins);
    }

    public static FoundPlugin Load(string folder)
    {
        PluginManifest? manifest = null;
        try
        {
            manifest = PluginManifest.Read(folder);
            if (!manifest.Fits(HostVersion)) return new FoundPlugin(folder, manifest, null, $"it was made for host {manifest.Host}, this is {HostVersion.ToString(3)}");
            var assembly = new PluginContext(Path.GetFullPath(Path.Combine(folder, manifest.Assembly))).LoadPlugin();
            var plugin = assembly.GetType(manifest.Type) is { } type ? Activator.CreateInstance(type) as IPlugin : null;
            if (plugin is null) return new FoundPlugin(folder, manifest, null, $"{manifest.Type} is no plugin of {manifest.Assembly}");
            // Its lists are asked for once, here, where a failure costs nothing.
            return plugin.Commands.Count + plugin.Kinds.Count == 0
                ? new FoundPlugin(folder, manifest, null, "it lists no command and no kind")
                : new FoundPlugin(folder, manifest, plugin, null);
        }
#pragma warning disable CA1031 // Whatever is wrong with a plugin, the bot starts.
        catch (Exception wrong)
#pragma warning restore CA1031
        {
            return new FoundPlugin(folder, manifest, null, (wrong.InnerException ?? wrong).Message);
        }
    }

    private sealed class PluginContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
    {
        private readonly AssemblyDependencyResolver dependencies = new(path);

        public System.Reflection.Assembly LoadPlugin() => LoadFromAssemblyPath(path);

        /// <summary>What the host has is shared, the contracts above all; the rest comes from the plugin's own folder.</summary>
        protected override System.Reflection.Assembly? Load(System.Reflection.AssemblyName name)
        {
            if (Default.Assemblies.Any(loaded => loaded.GetName().Name == name.Name) || name.Name!.StartsWith("CivicBot.", StringComparison.Ordinal)) return null;
            return dependencies.ResolveAssemblyToPath(name) is { } own ? LoadFromAssemblyPath(own) : null;
        }
    }
}
