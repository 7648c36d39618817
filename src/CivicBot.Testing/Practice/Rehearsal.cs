using CivicBot.Engine;
using CivicBot.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicBot.Testing;

/// <summary>
/// A practice room for tests: storage in memory, seeded randomness, a clock that starts on Monday 2026-11-23 at 09:00 UTC. The same steps give the same
/// bytes, and it can be restarted between any two of them.
/// </summary>
public sealed class Rehearsal : IAsyncDisposable
{
    private readonly IReadOnlyList<IPlugin> plugins;
    private readonly string seed;

    private Rehearsal(IReadOnlyList<IPlugin> plugins, string seed, IStorage storage, SimulatedRoom room, MovableClock clock)
    {
        (this.plugins, this.seed, Storage, Clock) = (plugins, seed, storage, clock);
        Stage = Open(room);
    }

    public IStorage Storage { get; }

    public MovableClock Clock { get; }

    /// <summary>Where it is played; a new one after each restart, with the same room.</summary>
    public PracticeRoom Stage { get; private set; }

    public SimulatedRoom Room => Stage.Room;

    public static Rehearsal Of(params IReadOnlyList<IPlugin> plugins) => Of(plugins, new MemoryStorage());

    public static Rehearsal Of(IReadOnlyList<IPlugin> plugins, IStorage storage, string seed = "seed", SimulatedRoom? room = null) =>
        new(plugins, seed, storage, room ?? new SimulatedRoom("practice", SimulatedRoom.Practice, "practice room"),
            new MovableClock(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)));

    /// <summary>A player of practice lines; what it says is added to <paramref name="transcript"/>.</summary>
    public PracticePlayer Player(ICollection<string> transcript, string language = "en") => new(Stage, new PracticeTexts(language), transcript.Add);

    /// <summary>Stop, and start again on the same storage and room: all that was in memory is gone.</summary>
    public async Task RestartAsync()
    {
        await Stage.Bot.DisposeAsync().ConfigureAwait(false);
        Stage = Open(Stage.Room);
    }

    public ValueTask DisposeAsync() => Stage.Bot.DisposeAsync();

    private PracticeRoom Open(SimulatedRoom room)
    {
        var catalogue = new Catalogue([.. plugins.Select((plugin, i) => new PluginGuard($"plugin-{i}", plugin, TimeSpan.FromSeconds(2), NullLogger.Instance))]);
        var bot = new Bot(Storage, catalogue, new SeededKeys(seed), new SeededRandomness(seed), Clock, NullLoggerFactory.Instance, new BotOptions { Budgets = false });
        return new PracticeRoom(bot, room, Storage, Clock);
    }
}
