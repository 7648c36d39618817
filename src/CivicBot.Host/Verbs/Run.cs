using CivicBot.Engine;
using CivicBot.Host.Beacons;
using CivicBot.Host.Http;
using CivicBot.Host.Plugins;
using CivicBot.Host.Settings;

namespace CivicBot.Host.Verbs;

/// <summary>No verb: run the bot. With no adapter configured and a terminal attached, the practice room.</summary>
internal static class Run
{
    public static Task<int> RunAsync(CancellationToken cancellation)
    {
        var settings = SettingsFile.Read();
        return !settings.HasAdapter && !Console.IsInputRedirected
            ? Practice.RunAsync(script: null, data: null, cancellation)
            : ServeAsync(settings, cancellation);
    }

    private static async Task<int> ServeAsync(HostSettings settings, CancellationToken cancellation)
    {
        var folder = DataFolder.Live(settings.Data);
        var storage = await folder.OpenAsync(TimeProvider.System, cancellation).ConfigureAwait(false);
        await using (storage.ConfigureAwait(false))
        {
            var app = HttpListener.Build(settings.Http.Port);
            await using (app.ConfigureAwait(false))
            {
                var logs = app.Services.GetRequiredService<ILoggerFactory>();
                var log = logs.CreateLogger("CivicBot");
                using var drand = DrandBeacon.Create(log);
                var bot = new Bot(storage, PluginFolder.Catalogue(settings.Plugins.Folder, log), folder.Keys(settings.Origin), new OsRandomness(), TimeProvider.System, logs,
                    new BotOptions
                    {
                        Founding = FoundingOf(settings),
                        Defaults = new Defaults(settings.Language, settings.TimeZone),
                        Beacon = settings.Beacon == "drand" ? drand : new NoBeacon(),
                    });
                await using (bot.ConfigureAwait(false))
                {
                    var adapters = ConfiguredAdapters.Of(settings, storage, logs);
                    foreach (var missing in settings.HasAdapter ? [] : Steps) log.LogWarning("{Step}", missing);
                    await app.StartAsync(cancellation).ConfigureAwait(false);
                    await app.Services.GetRequiredService<RunningBot>().RunAsync(bot, adapters, cancellation).ConfigureAwait(false);
                    await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
                    return Verb.Yes;
                }
            }
        }
    }

    /// <summary>What to do where nothing is configured yet; the bot waits meanwhile.</summary>
    private static IReadOnlyList<string> Steps =>
    [
        "No chat is configured yet, so there is nobody to talk to. The bot waits; stop it, set one of these, start it again:",
        "Telegram: ask @BotFather for a bot, then set CIVICBOT_TELEGRAM__TOKEN=… Details: docs/telegram.md",
        "Discord: make an application on discord.com/developers, then set CIVICBOT_DISCORD__TOKEN=… Details: docs/discord.md",
        "Matrix: make an account for the bot, then set CIVICBOT_MATRIX__HOMESERVER=https://matrix.example.org and CIVICBOT_MATRIX__ACCESSTOKEN=… (or …__USER and …__PASSWORD). Details: docs/matrix.md",
        "To try everything without any account: civicbot practice",
    ];

    private static Founding FoundingOf(HostSettings settings) => settings.Founding == "anyone"
        ? new Founding()
        : new Founding(settings.Founding.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet());
}
