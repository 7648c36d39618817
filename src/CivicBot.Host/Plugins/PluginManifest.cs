using System.Text.Json;
using CivicBot.Host.Settings;

namespace CivicBot.Host.Plugins;

/// <summary>What a plugin says of itself in <c>plugin.json</c>, readable without loading it.</summary>
/// <param name="Host">The versions of the host that it was made for: <c>&gt;=0.1 &lt;0.2</c>.</param>
internal sealed record PluginManifest(string Id, string Version, string Host, string Assembly, string Type)
{
    private static readonly JsonSerializerOptions Reading = new() { PropertyNameCaseInsensitive = true, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Read the manifest in a folder.</summary>
    /// <exception cref="SettingsException">It is missing, or says too little.</exception>
    public static PluginManifest Read(string folder)
    {
        var file = Path.Combine(folder, "plugin.json");
        try
        {
            var manifest = JsonSerializer.Deserialize<PluginManifest>(File.ReadAllText(file), Reading);
            if (manifest is null || new[] { manifest.Id, manifest.Version, manifest.Host, manifest.Assembly, manifest.Type }.Any(string.IsNullOrWhiteSpace))
            {
                throw new SettingsException($"{file} must say \"id\", \"version\", \"host\", \"assembly\" and \"type\".");
            }
            if (manifest.Assembly != Path.GetFileName(manifest.Assembly)) throw new SettingsException($"{file}: \"assembly\" is a file of this folder, without a path.");
            return manifest;
        }
        catch (Exception wrong) when (wrong is JsonException or IOException)
        {
            throw new SettingsException($"{file}: {wrong.Message}");
        }
    }

    /// <summary>Whether the host's version lies in the manifest's range.</summary>
    public bool Fits(Version host) => Host.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(bound => bound switch
    {
        ['>', '=', .. var least] => Parse(least) is { } version && host >= version,
        ['<', .. var limit] => Parse(limit) is { } version && host < version,
        _ => false,
    });

    private static Version? Parse(string text) => System.Version.TryParse(text.Contains('.', StringComparison.Ordinal) ? text : text + ".0", out var version) ? version : null;
}
