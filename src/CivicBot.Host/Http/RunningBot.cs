using System.Runtime.InteropServices;
using CivicBot.Chat;
using CivicBot.Engine;

namespace CivicBot.Host.Http;

/// <summary>The bot while it runs: adapters that listen, outboxes that deliver, a clock that is watched, and the signal to leave.</summary>
internal sealed class RunningBot(ILogger<RunningBot> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>One word for whoever asks.</summary>
    public string State { get; private set; } = "starting";

    private IReadOnlyList<IChatAdapter> running = [];

    /// <summary>The adapter of a platform that may call us back; null if there is none.</summary>
    public IWebhook? WebhookOf(string platform) => running.FirstOrDefault(adapter => adapter.Platform == platform) as IWebhook;

    public bool IsReady => State is "running" or "waiting for a chat to be configured";

    /// <summary>Until cancelled or told to stop by the system.</summary>
    public async Task RunAsync(Bot bot, IReadOnlyList<IChatAdapter> adapters, CancellationToken cancellation)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Leave(signal, leaving));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Leave(signal, leaving));
        running = adapters;
        State = adapters.Count == 0 ? "waiting for a chat to be configured" : "running";
        log.LogInformation("{State}", State);
        var connected = adapters.Select(adapter => (Adapter: adapter, Sender: bot.Connect(adapter))).ToList();
        List<Task> tasks = [KeptUpAsync("deadlines", bot.Deadlines.RunAsync, leaving.Token)];
        foreach (var (adapter, sender) in connected)
        {
            tasks.Add(KeptUpAsync(adapter.Platform, stop => adapter.RunAsync(bot.Reception, stop), leaving.Token));
            tasks.Add(KeptUpAsync($"{adapter.Platform} outbox", sender.RunAsync, leaving.Token));
        }
        await Task.WhenAll(tasks).ConfigureAwait(false);
        State = "stopping";
        log.LogInformation("Stopped; everything confirmed is on disk.");
    }

    private static void Leave(PosixSignalContext signal, CancellationTokenSource leaving)
    {
        signal.Cancel = true;
        leaving.Cancel();
    }

    /// <summary>A part that fails is started again after a pause; the others go on.</summary>
    private async Task KeptUpAsync(string name, Func<CancellationToken, Task> part, CancellationToken leaving)
    {
        while (!leaving.IsCancellationRequested)
        {
            try
            {
                await part(leaving).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (leaving.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // One part must not take the others down.
            catch (Exception error)
#pragma warning restore CA1031
            {
                log.LogError(error, "{Part} failed; it starts again in {Pause} s.", name, Pause.TotalSeconds);
            }
            await Task.Delay(Pause, leaving).ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }
    }
}
