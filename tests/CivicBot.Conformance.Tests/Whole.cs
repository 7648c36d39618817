using CivicBot.Accounts;
using CivicBot.Commons;
using CivicBot.Delegation;
using CivicBot.Engine;
using CivicBot.Members;
using CivicBot.Polls;
using CivicBot.Proposals;
using CivicBot.Sdk;
using CivicBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicBot.Conformance.Tests;

/// <summary>The whole bot as it runs in production, in this process: adapters that listen, outboxes that deliver; it can be stopped and started again on what it has written.</summary>
internal sealed class Whole(params IReadOnlyList<PlatformStage> platforms) : IAsyncDisposable
{
    private readonly MemoryStorage storage = new();
    private CancellationTokenSource stop = new();
    private Bot bot = null!; // from the start on
    private List<Task> running = [];

    public static IReadOnlyList<IPlugin> Plugins => [new CommonsPlugin(), new PollsPlugin(), new ProposalsPlugin(), new DelegationPlugin(), new MembersPlugin(), new AccountsPlugin()];

    public static async Task<Whole> StartAsync(params IReadOnlyList<PlatformStage> platforms)
    {
        var whole = new Whole(platforms);
        await whole.StartAsync();
        return whole;
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Waits until something is so, and says what stands in the rooms if it never is.</summary>
    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        for (var tries = 0; tries < 1500; tries++)
        {
            if (isSo()) return;
            if (running.Find(task => task.IsFaulted) is { } broken) await broken;
            await Task.Delay(20);
        }
        throw new TimeoutException($"{what} did not happen. What stands there:\n" + string.Join("\n---\n", platforms.Select(platform => $"{platform.Name}: {platform.Card}\n{platform.Told}\n{string.Join('\n', platform.Violations)}")));
    }

    /// <summary>What the ledgers amount to, and what an audit finds.</summary>
    public async Task<(IReadOnlyList<Core.Collective> States, IReadOnlyList<Finding> Findings)> AuditAsync()
    {
        var (states, findings) = (new List<Core.Collective>(), new List<Finding>());
        await foreach (var collective in storage.Directory.AllAsync(CancellationToken.None))
        {
            findings.AddRange((await LedgerAudit.RunAsync(storage.Ledgers, collective, CancellationToken.None)).Findings);
            var fold = Fold.Empty;
            await foreach (var stored in storage.Ledgers.ReadAsync(collective, 0, CancellationToken.None)) fold = Replay.Add(fold, stored);
            states.Add(fold.State);
        }
        return (states, findings);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        foreach (var platform in platforms) await platform.DisposeAsync();
    }

    private async Task StartAsync()
    {
        stop = new CancellationTokenSource();
        var catalogue = new Catalogue([.. Plugins.Select((plugin, i) => new PluginGuard($"plugin-{i}", plugin, TimeSpan.FromSeconds(60), NullLogger.Instance))]);
        bot = new Bot(storage, catalogue, new SeededKeys("conformance"), new OsRandomness(), TimeProvider.System, NullLoggerFactory.Instance, new BotOptions { Budgets = false });
        running = [Task.Run(() => bot.Deadlines.RunAsync(stop.Token))];
        foreach (var platform in platforms)
        {
            var adapter = platform.Connect(storage.KeyValues(platform.Name), bot.Reception);
            var sender = bot.Connect(adapter);
            running.Add(Task.Run(() => adapter.RunAsync(bot.Reception, stop.Token)));
            running.Add(Task.Run(() => sender.RunAsync(stop.Token)));
        }
        foreach (var platform in platforms) await platform.ConnectedAsync();
    }

    private async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running).ContinueWith(static _ => { }, TaskScheduler.Default);
        await bot.DisposeAsync();
        foreach (var platform in platforms) platform.Disconnect();
        stop.Dispose();
    }
}
