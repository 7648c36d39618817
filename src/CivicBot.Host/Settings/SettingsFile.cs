using System.Text.Json;
using CivicBot.Chat;
using CivicBot.Ledger;
using NodaTime;

namespace CivicBot.Host.Settings;

/// <summary>Settings that cannot be used, each with what to write where.</summary>
internal sealed class SettingsException(params IReadOnlyList<string> mends) : Exception(string.Join('\n', mends))
{
    public IReadOnlyList<string> Mends => mends;
}

/// <summary>Reads the settings: <c>civicbot.json</c> in the working directory or <c>/config</c>, over it the environment, with <c>…_FILE</c> for secrets.</summary>
internal static class SettingsFile
{
    public const string Prefix = "CIVICBOT_";

    /// <summary>Where settings are looked for; the first that is there counts.</summary>
    private static readonly string[] Places = ["civicbot.json", "/config/civicbot.json"];

    public static HostSettings Read()
    {
        var file = Places.FirstOrDefault(File.Exists);
        var builder = new ConfigurationBuilder();
        if (file is not null)
        {
            CheckJson(file);
            builder.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
        }
        builder.AddEnvironmentVariables(Prefix).AddInMemoryCollection(Secrets());
        var settings = new HostSettings();
        try
        {
            builder.Build().Bind(settings, options => options.ErrorOnUnknownConfiguration = false);
        }
        catch (InvalidOperationException wrong)
        {
            throw new SettingsException($"{file ?? "The environment"}: {wrong.Message}");
        }
        // JSON of another shape: a list, a key twice. Its inner exception says which.
        catch (InvalidDataException wrong)
        {
            throw new SettingsException($"{file}: {(wrong.InnerException ?? wrong).Message}");
        }
        return Check(settings, file ?? "civicbot.json");
    }

    private static void CheckJson(string file)
    {
        try
        {
            if (new FileInfo(file).Length > 1 << 20) throw new SettingsException($"{file} is larger than 1 MiB: that is no file of settings.");
            using var json = JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException wrong)
        {
            throw new SettingsException($"{file}, line {wrong.LineNumber + 1}: it is not valid JSON there. Look for a missing comma, quote or bracket just before.");
        }
    }

    /// <summary><c>CIVICBOT_MATRIX__ACCESSTOKEN_FILE=/run/secrets/token</c> gives <c>Matrix:AccessToken</c>.</summary>
    private static Dictionary<string, string?> Secrets()
    {
        var secrets = new Dictionary<string, string?>();
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is not { Key: string name, Value: string path } || !name.StartsWith(Prefix, StringComparison.Ordinal) || !name.EndsWith("_FILE", StringComparison.Ordinal)) continue;
            if (!File.Exists(path)) throw new SettingsException($"{name} names {path}, which is not there. Write the secret into that file, or name the right one.");
            secrets[name[Prefix.Length..^"_FILE".Length].Replace("__", ":", StringComparison.Ordinal)] = File.ReadAllText(path).Trim();
        }
        return secrets;
    }

    private static HostSettings Check(HostSettings settings, string file)
    {
        var mends = new List<string>();
        if (settings.Origin is { } origin && !Origin.IsHost(origin)) mends.Add($"Origin “{origin}”: use 1 to 64 of a-z, 0-9, dots and dashes, such as \"Origin\": \"vote.example.org\" in {file}.");
        if (!Localized.Languages.Contains(settings.Language)) mends.Add($"Language “{settings.Language}”: write \"Language\": \"en\" or \"fr\" in {file}.");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(settings.TimeZone) is null) mends.Add($"TimeZone “{settings.TimeZone}” is not known: write \"TimeZone\": \"Europe/Paris\", for instance, in {file}.");
        if (settings.Http.Port is < 1 or > 65535) mends.Add($"Http:Port {settings.Http.Port}: write a number from 1 to 65535 in {file}.");
        if (settings.Beacon is not ("drand" or "off")) mends.Add($"Beacon “{settings.Beacon}”: write \"Beacon\": \"drand\" or \"off\" in {file}.");
        if (settings.Matrix is { } matrix) mends.AddRange(Check(matrix, file));
        if (settings.Http.PublicUrl is { Length: > 0 } url && !(Uri.TryCreate(url, UriKind.Absolute, out var outside) && outside.Scheme == "https"))
        {
            mends.Add($"Http:PublicUrl “{url}”: platforms call https:// addresses only; write \"PublicUrl\": \"https://bot.example.org\" under \"Http\" in {file}, or leave it out.");
        }
        if (settings.Telegram is { } telegram && string.IsNullOrEmpty(telegram.Token)) mends.Add($"Telegram:Token is missing: set {Prefix}TELEGRAM__TOKEN (or …_FILE) to what @BotFather gave you, as in docs/telegram.md.");
        if (settings.Discord is { } discord) mends.AddRange(Check(discord, file));
        return mends.Count == 0 ? settings : throw new SettingsException(mends);
    }

    private static IEnumerable<string> Check(DiscordSettings discord, string file)
    {
        if (string.IsNullOrEmpty(discord.Token)) yield return $"Discord:Token is missing: set {Prefix}DISCORD__TOKEN (or …_FILE) to the token from the portal's page Bot, as in docs/discord.md.";
        if (discord.Shards < 1 || discord.Shard < 0 || discord.Shard >= discord.Shards) yield return $"Discord:Shard {discord.Shard} of {discord.Shards}: write a Shard from 0 to one less than Shards in {file}.";
        if (discord.PublicKey is { Length: > 0 } key && (key.Length != 64 || !key.All(char.IsAsciiHexDigit))) yield return "Discord:PublicKey: copy the 64 hexadecimal digits from the portal's page General Information, or leave it out.";
    }

    private static IEnumerable<string> Check(MatrixSettings matrix, string file)
    {
        if (!Uri.TryCreate(matrix.Homeserver, UriKind.Absolute, out var homeserver) || homeserver.Scheme is not ("https" or "http"))
        {
            yield return $"Matrix:Homeserver is missing or no address: write \"Matrix\": {{ \"Homeserver\": \"https://matrix.example.org\", … }} in {file}, or set {Prefix}MATRIX__HOMESERVER.";
        }
        if (string.IsNullOrEmpty(matrix.AccessToken) && (string.IsNullOrEmpty(matrix.User) || string.IsNullOrEmpty(matrix.Password)))
        {
            yield return $"Matrix has no way in: set {Prefix}MATRIX__ACCESSTOKEN (or …_FILE), or both {Prefix}MATRIX__USER and {Prefix}MATRIX__PASSWORD.";
        }
    }
}
