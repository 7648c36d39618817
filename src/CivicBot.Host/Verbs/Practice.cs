using System.CommandLine;
using CivicBot.Adapters.Terminal;
using CivicBot.Engine;
using CivicBot.Host.Plugins;
using CivicBot.Host.Settings;
using CivicBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicBot.Host.Verbs;

/// <summary><c>civicbot practice</c>: a small chat in the terminal in which one speaks as several people. Nothing leaves the machine.</summary>
internal static class Practice
{
    private static readonly DateTimeOffset ScriptsStart = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static Command Command()
    {
        var script = new Option<FileInfo?>("--script") { Description = "Play the lines of a file and print the transcript, then leave. Exit 1 if a line is refused that should not be." };
        var data = new Option<string?>("--data") { Description = "Keep the practice in this folder, and go on there next time." };
        var command = new Command("practice", "Practise in the terminal: no token, nothing to configure. Example: civicbot practice --script story.txt") { script, data };
        command.SetAction((parsed, cancellation) => Verb.GuardedAsync(() => RunAsync(parsed.GetValue(script), parsed.GetValue(data), cancellation)));
        return command;
    }

    public static async Task<int> RunAsync(FileInfo? script, string? data, CancellationToken cancellation)
    {
        if (script is { Exists: false }) throw new SettingsException($"{script.FullName} is not there. Write lines such as: @alice /poll \"Tea?\" Tea Coffee");
        var settings = SettingsFile.Read();
        var folder = DataFolder.Practice(data);
        var storage = await folder.OpenAsync(TimeProvider.System, cancellation).ConfigureAwait(false);
        await using (storage.ConfigureAwait(false))
        {
            var clock = await ClockAsync(script is not null, storage, cancellation).ConfigureAwait(false);
            var catalogue = PluginFolder.Catalogue(settings.Plugins.Folder, new ConsoleError());
            var bot = new Bot(storage, catalogue, folder.Keys(settings.Origin), new OsRandomness(), clock, NullLoggerFactory.Instance, new BotOptions
            {
                Budgets = false,
                Defaults = new Defaults(settings.Language, settings.TimeZone),
            });
            await using (bot.ConfigureAwait(false))
            {
                var room = new SimulatedRoom("practice", SimulatedRoom.Practice, "practice room", settings.Language == "en" ? null : settings.Language)
                {
                    Run = FormattableString.Invariant($"{DateTime.UtcNow.Ticks:x}/"),
                };
                var terminal = new PracticeTerminal(new PracticeRoom(bot, room, storage, clock), new PracticeTexts(settings.Language));
                return script is null
                    ? await terminal.TalkAsync(cancellation).ConfigureAwait(false)
                    : await terminal.PlayAsync(File.ReadLines(script.FullName)).ConfigureAwait(false) ? Verb.Yes : Verb.No;
            }
        }
    }

    /// <summary>A script's clock stands still; one that goes on in a folder starts at its last entry.</summary>
    private static async Task<MovableClock> ClockAsync(bool script, IStorage storage, CancellationToken cancellation)
    {
        DateTimeOffset? last = null;
        await foreach (var collective in storage.Directory.AllAsync(cancellation).ConfigureAwait(false))
        {
            var size = (await storage.Ledgers.HeadAsync(collective, cancellation).ConfigureAwait(false))?.Size ?? 0;
            await foreach (var stored in storage.Ledgers.ReadAsync(collective, size - 1, cancellation).ConfigureAwait(false))
            {
                var at = LedgerAudit.TimeOf(stored);
                if (last is null || at > last) last = at;
            }
        }
        if (script) return new MovableClock(last ?? ScriptsStart);
        var now = TimeProvider.System.GetUtcNow();
        return new MovableClock(last > now ? last.Value : now, TimeProvider.System);
    }

    /// <summary>Says on the error stream what a person at a terminal should know.</summary>
    private sealed class ConsoleError : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Console.Error.WriteLine(formatter(state, exception));
    }
}
