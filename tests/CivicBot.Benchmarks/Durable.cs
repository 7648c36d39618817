using System.Security.Cryptography;
using CivicBot.Chat;
using CivicBot.Commons;
using CivicBot.Engine;
using CivicBot.Polls;
using CivicBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicBot.Benchmarks;

/// <summary>
/// Durable votes per second: 64 callers in flight through the whole path (parsing, plugin, rules, commitments, signing, one transaction, cards, outbox and its
/// delivery), against raw grouped inserts of the very same rows into the same tables, round by round in the same run. Machines are noisy: the ratio counts.
/// </summary>
internal static class Durable
{
    private const int Callers = 64;
    private const int WarmUps = 6;
    private const int Rounds = 9;
    private const int VotesARound = 3000;
    private const double Least = 0.3;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("civicbot-durable-").FullName;
        try
        {
            return await RunAsync(folder).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunAsync(string folder)
    {
        var storage = new RecordingStorage(await SqliteStorage.OpenAsync(Path.Combine(folder, "civicbot.db")).ConfigureAwait(false));
        var randomness = new OsRandomness();
        var catalogue = new Catalogue([Guard("commons", new CommonsPlugin(), null), Guard("polls", new PollsPlugin(), TimeSpan.FromSeconds(2))]);
        var bot = new Bot(storage, catalogue, new KeyFolder(Path.Combine(folder, "keys"), "bench", RandomNumberGenerator.GetBytes), randomness, TimeProvider.System,
            NullLoggerFactory.Instance, new BotOptions { Budgets = false });
        var sender = bot.Connect(new SilentRoom());
        using var leaving = new CancellationTokenSource();
        var sending = sender.RunAsync(leaving.Token);
        await VoteAsync(bot, 0, "poll \"Where do we meet?\" Park Café Online closes:2h").ConfigureAwait(false);

        using var raw = await RawInserts.OpenAsync(Path.Combine(folder, "raw.db")).ConfigureAwait(false);
        var ratios = new List<double>();
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            storage.Recorded.Clear();
            var ours = await RoundAsync(bot, round).ConfigureAwait(false);
            var rate = VotesARound / raw.Insert(storage.Recorded).TotalSeconds;
            // The first rounds warm up both sides.
            if (round < WarmUps) continue;
            ratios.Add(ours / rate);
            Console.WriteLine($"round {round - WarmUps + 1}: {ours,7:0} votes/s · raw {rate,7:0} votes/s · ratio {ours / rate:0.00} · {storage.Recorded.Count} batches");
        }
        await leaving.CancelAsync().ConfigureAwait(false);
        await sending.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        await bot.DisposeAsync().ConfigureAwait(false);
        await storage.DisposeAsync().ConfigureAwait(false);

        ratios.Sort();
        var median = ratios[ratios.Count / 2];
        Console.WriteLine($"durable votes per second / raw grouped inserts of the same rows: median {median:0.00}, from {ratios[0]:0.00} to {ratios[^1]:0.00}; at least {Least:0.0} is asked");
        return median >= Least ? 0 : 1;
    }

    /// <returns>Votes a second.</returns>
    private static async Task<double> RoundAsync(Bot bot, int round)
    {
        var next = 0;
        var started = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            for (var vote = Interlocked.Increment(ref next); vote <= VotesARound; vote = Interlocked.Increment(ref next))
            {
                await VoteAsync(bot, (round * VotesARound) + vote, $"vote 1 {1 + (vote % 3)}").ConfigureAwait(false);
            }
        })).ConfigureAwait(false);
        return VotesARound / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task VoteAsync(Bot bot, int voter, string line)
    {
        var said = new Said(line, Command: true)
        {
            EventKey = $"bench:{voter}/{line}",
            From = new Account($"bench:@{voter}", $"voter {voter}"),
            In = new Room("bench:room", "bench:room", "bench"),
            SeenBy = SeenBy.Bot,
        };
        if (await bot.Reception.ReceiveAsync(said, CancellationToken.None).ConfigureAwait(false) is not Committed) throw new InvalidOperationException("not committed");
    }

    private static PluginGuard Guard(string id, Sdk.IPlugin plugin, TimeSpan? limit) => new(id, plugin, limit, NullLogger.Instance);

    /// <summary>Takes every delivery at once.</summary>
    private sealed class SilentRoom : IChatAdapter
    {
        public string Platform => "bench";

        public PlatformLimits Limits { get; } = new("/", Buttons: true, Forms: false, CardInterval: TimeSpan.FromSeconds(1));

        public Task RunAsync(IReception reception, CancellationToken cancellation) => Task.Delay(Timeout.Infinite, cancellation);

        public Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation) => Task.FromResult<Delivered>(new Delivered.Sent(delivery.Replaces ?? delivery.Id));
    }
}
