using CivicBot.Accounts;
using CivicBot.Adapters.Matrix;
using CivicBot.Chat;
using CivicBot.Commons;
using CivicBot.Delegation;
using CivicBot.EndToEnd.Tools;
using CivicBot.Engine;
using CivicBot.Members;
using CivicBot.Polls;
using CivicBot.Proposals;
using CivicBot.Sdk;
using CivicBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicBot.EndToEnd.Stories;

/// <summary>
/// The bot in the test's own process, on a real homeserver and under a clock that the test moves: what came in is waited for by its event id, and what is owed
/// is delivered when the test says so, so that nobody sleeps or guesses. The adapter's own clock is the real one, for its polls and its patience.
/// </summary>
internal sealed class MatrixStage : IAsyncDisposable
{
    /// <summary>Longer than anything takes; only what is broken takes so long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource stop = new();
    private readonly MemoryStorage storage = new();
    private readonly MatrixAdapter adapter;
    private readonly Recording recording;
    private readonly Watched watched;
    private readonly OutboxSender sender;
    private readonly Task running;

    public MatrixStage(string homeserver, Person account, string language)
    {
        var options = new MatrixOptions { Homeserver = homeserver, AccessToken = account.Token };
        adapter = new MatrixAdapter(options, storage.KeyValues("matrix"), TimeProvider.System, NullLogger<MatrixAdapter>.Instance);
        recording = new Recording(adapter);
        var catalogue = new Catalogue([.. Plugins().Select((plugin, i) => new PluginGuard($"plugin-{i}", plugin, Longest, NullLogger.Instance))]);
        Bot = new Bot(storage, catalogue, new SeededKeys("stories"), new OsRandomness(), Clock, NullLoggerFactory.Instance,
            new BotOptions { Budgets = false, Defaults = new Defaults(language) });
        sender = Bot.Connect(recording);
        watched = new Watched(Bot.Reception);
        running = Task.Run(() => recording.RunAsync(watched, stop.Token));
    }

    public Bot Bot { get; }

    /// <summary>Where it begins in the practice room too.</summary>
    public MovableClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    /// <summary>All that was delivered, in order.</summary>
    public IReadOnlyList<Sent> Delivered => recording.All;

    /// <summary>Those that the bot is made of, here and in the practice room.</summary>
    public static IReadOnlyList<IPlugin> Plugins() => [new CommonsPlugin(), new PollsPlugin(), new ProposalsPlugin(), new DelegationPlugin(), new MembersPlugin(), new AccountsPlugin()];

    /// <summary>Wait until an event has been handled, and deliver what it caused.</summary>
    public async Task<Handled> FollowAsync(string about)
    {
        var handled = watched.HandledAsync(about);
        if (await Task.WhenAny(handled, running, Task.Delay(Longest)) is var first && first != handled)
        {
            await first; // says why the adapter has stopped, where it has
            throw new TimeoutException($"{about} was not handled.");
        }
        await DeliverAsync();
        return await handled;
    }

    /// <summary>Move the clock; what falls due on the way happens in order, each at its own time.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        var until = Clock.GetUtcNow() + by;
        while (await storage.Directory.NextDueAsync(stop.Token) is { } next && next <= until)
        {
            Clock.MoveTo(next);
            await Bot.Deadlines.CatchUpAsync(stop.Token);
            await DeliverAsync();
        }
        Clock.MoveTo(until);
    }

    /// <summary>A public random value was published.</summary>
    public async Task DrawAsync(string value)
    {
        await Bot.Deadlines.DrawAsync(value, stop.Token);
        await DeliverAsync();
    }

    /// <summary>What stands in the ledgers, recounted.</summary>
    public async Task<IReadOnlyList<AuditReport>> AuditAsync()
    {
        var reports = new List<AuditReport>();
        await foreach (var collective in storage.Directory.AllAsync(stop.Token)) reports.Add(await LedgerAudit.RunAsync(storage.Ledgers, collective, stop.Token));
        return reports;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ContinueWith(_ => { }, TaskScheduler.Default);
        await Bot.DisposeAsync();
        adapter.Dispose();
        stop.Dispose();
    }

    private Task DeliverAsync() => sender.DeliverAllAsync(stop.Token);
}
