using System.Collections.Concurrent;
using CivicBot.Accounts;
using CivicBot.Chat;
using CivicBot.Commons;
using CivicBot.Delegation;
using CivicBot.Engine;
using CivicBot.Members;
using CivicBot.Polls;
using CivicBot.Proposals;
using CivicBot.Sdk;
using CivicBot.Testing;
using Microsoft.Extensions.Logging;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>Something that was delivered, as plain text.</summary>
/// <param name="Changed">It took the place of an earlier message, which notifies nobody.</param>
internal sealed record Seen(Purpose Purpose, Destination To, string Text, Document Document, string Message, bool Changed)
{
    /// <summary>Who alone reads it; null for the room.</summary>
    public string? Only => (To as Destination.ToAsker)?.Name;

    /// <summary>Who is told without having asked; null if nobody is.</summary>
    public string? Told => (To as Destination.ToMember)?.Name;
}

/// <summary>
/// A whole engine on a simulated platform with as many rooms as are named, on Monday 2026-11-23 at 09:00 UTC: as in production, budgets included, but that
/// nothing runs by itself.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly IReadOnlyList<IPlugin> plugins;
    private readonly TimeSpan limit;
    private readonly BotOptions options;
    private int events;

    public Stage(IReadOnlyList<IPlugin>? more = null, IStorage? storage = null, BotOptions? options = null, TimeSpan? limit = null, SeenBy typed = SeenBy.Bot, MovableClock? clock = null)
    {
        plugins = [new CommonsPlugin(), new PollsPlugin(), new DelegationPlugin(), new MembersPlugin(), new AccountsPlugin(), new ProposalsPlugin(), .. more ?? []];
        Storage = storage ?? new MemoryStorage();
        this.options = options ?? new BotOptions();
        this.limit = limit ?? TimeSpan.FromSeconds(20);
        Clock = clock ?? new MovableClock(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        Play = Open(new SimulatedRoom("practice", SimulatedRoom.Practice, "garden") { TypedIsSeenBy = typed });
    }

    public static CancellationToken Patience => TestContext.Current.CancellationToken;

    public IStorage Storage { get; }

    public MovableClock Clock { get; }

    public PracticeRoom Play { get; private set; }

    public SimulatedRoom Platform => Play.Room;

    public Bot Bot => Play.Bot;

    /// <summary>Tells the events of several stages on one storage apart.</summary>
    public string Process { get; init; } = "";

    /// <summary>Everything that was logged.</summary>
    public ConcurrentQueue<string> Logged { get; } = [];

    public static Room Place(string name) => new($"practice:{name}", $"practice:{name}", name);

    public static Room Alone(string person) => new($"practice:private/{person}", $"practice:private/{person}", person, Private: true);

    public async ValueTask DisposeAsync() => await Bot.DisposeAsync();

    /// <summary>Stop, and start again on the same storage.</summary>
    public async Task RestartAsync()
    {
        await Bot.DisposeAsync();
        Play = Open(Platform);
    }

    /// <summary>Somebody types a line.</summary>
    /// <param name="room">Null: the garden.</param>
    /// <param name="shares">In private: the places he shares with the bot.</param>
    public Interaction Line(string who, string text, string? room = null, bool privately = false, string[]? shares = null, bool admin = false) =>
        Platform.Says(who, text, privately, admin, $"practice:{Process}{events++}") with
        {
            In = privately ? Alone(who) : Place(room ?? "garden"),
            Shares = privately ? [.. (shares ?? []).Select(place => Place(place).Place)] : [],
        };

    /// <returns>What was delivered because of it.</returns>
    public async Task<IReadOnlyList<Seen>> DoAsync(Interaction interaction)
    {
        (await Play.ReceiveAsync(interaction)).ShouldNotBeOfType<Busy>();
        return Fresh();
    }

    public Task<IReadOnlyList<Seen>> SayAsync(string who, string text, string? room = null, bool privately = false, string[]? shares = null, bool admin = false) =>
        DoAsync(Line(who, text, room, privately, shares, admin));

    /// <summary>The one answer to a line.</summary>
    public async Task<Seen> AskAsync(string who, string text, string? room = null, bool privately = false, string[]? shares = null) =>
        (await SayAsync(who, text, room, privately, shares)).Where(seen => seen.Only == who || seen.Purpose is Purpose.Answer or Purpose.Refusal).ShouldHaveSingleItem();

    public Task<IReadOnlyList<Seen>> PressAsync(string who, string token, Room? room = null) =>
        DoAsync(Platform.Presses(who, token, $"practice:{Process}{events++}") with { In = room ?? Place("garden") });

    public Task<IReadOnlyList<Seen>> ReactAsync(string who, string message, int choice, string reaction, bool takenBack = false, string room = "garden") =>
        DoAsync(new Reacted(message, choice, reaction, takenBack)
        {
            EventKey = $"practice:{reaction}/{(takenBack ? "back" : "set")}",
            From = new Account($"practice:@{who}", who),
            In = Place(room),
            SeenBy = SeenBy.Room,
            Event = reaction,
        });

    public async Task<IReadOnlyList<Seen>> WaitAsync(TimeSpan by)
    {
        await Play.AdvanceAsync(by);
        return Fresh();
    }

    public IReadOnlyList<Seen> Fresh() => [.. Platform.TakeFresh().Select(See)];

    /// <summary>What stands in a room now.</summary>
    public IReadOnlyList<Seen> Standing(string room = "garden") =>
        [.. Platform.Messages.Select(See).Where(seen => seen.To is Destination.ToRoom to && to.Room == Place(room).Key)];

    /// <summary>A decision's card as it stands.</summary>
    public Seen Card(int number = 1, string room = "garden") => Standing(room).Last(seen => seen.Purpose is Purpose.Opening or Purpose.Card && seen.Text.Contains($"{number} · ", StringComparison.Ordinal));

    public async Task<CollectiveId> CollectiveAsync(string room = "garden") => (await Storage.Directory.OfPlaceAsync(Place(room).Place, Patience)).ShouldNotBeNull();

    public async Task<IReadOnlyList<Stored>> EntriesAsync(string room = "garden")
    {
        if (await Storage.Directory.OfPlaceAsync(Place(room).Place, Patience) is not { } collective) return [];
        var entries = new List<Stored>();
        await foreach (var stored in Storage.Ledgers.ReadAsync(collective, 0, Patience)) entries.Add(stored);
        return entries;
    }

    public async Task<Core.Collective> StateAsync(string room = "garden") => (await EntriesAsync(room)).Aggregate(Fold.Empty, Replay.Add).State;

    public async Task<Core.Decision> PollAsync(int number = 1, string room = "garden") => (await StateAsync(room)).Decisions[new Core.DecisionId(number)];

    /// <summary>What each member chose, by name.</summary>
    public async Task<Dictionary<string, Core.Ballot?>> BallotsAsync(int number = 1, string room = "garden")
    {
        var state = await StateAsync(room);
        return state.Decisions[new Core.DecisionId(number)].Ballots.ByMember.ToDictionary(cast => state[cast.Key].Name!, cast => cast.Value.Ballot);
    }

    public async Task<AuditReport> AuditAsync(string room = "garden") => await LedgerAudit.RunAsync(Storage.Ledgers, await CollectiveAsync(room), Patience);

    private static Seen See(Shown shown) => new(shown.Delivery.Purpose, shown.Delivery.To,
        new PlainText("/", typed => typed, buttons: true).Of(shown.Delivery.Document), shown.Delivery.Document, shown.Message, shown.Changed);

    private PracticeRoom Open(SimulatedRoom room)
    {
        var logs = new Lines(Logged);
        // Commons is the host's own, and called without a watch.
        var catalogue = new Catalogue([.. plugins.Select((plugin, i) => new PluginGuard($"plugin-{i}", plugin, plugin is CommonsPlugin ? null : limit, logs))]);
        return new PracticeRoom(new Bot(Storage, catalogue, new SeededKeys("seed"), new SeededRandomness("seed"), Clock, logs, options), room, Storage, Clock);
    }

    private sealed class Lines(ConcurrentQueue<string> logged) : ILogger, ILoggerFactory
    {
        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logged.Enqueue(exception is null ? formatter(state, exception) : $"{formatter(state, exception)}\n{exception}");

        public void Dispose()
        {
        }
    }
}
