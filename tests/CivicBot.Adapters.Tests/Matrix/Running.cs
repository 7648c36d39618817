using CivicBot.Adapters.Matrix;
using CivicBot.Chat;

namespace CivicBot.Adapters.Tests.Matrix;

/// <summary>An adapter at work on a recorded homeserver.</summary>
internal sealed class Running : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    public FakeHomeserver Homeserver { get; } = new();

    public KeptInMemory Memory { get; init; } = new();

    public Inbox Inbox { get; } = new();

    public Heard<MatrixAdapter> Log { get; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public MatrixAdapter Adapter { get; private set; } = null!;

    /// <summary>Started before, so that what the syncs bring is new.</summary>
    public static async Task<Running> WithAsync(params string[] syncs)
    {
        var running = new Running();
        running.Homeserver.Syncs([Recorded.First(), .. syncs]);
        return await running.StartAsync();
    }

    public async Task<Running> StartAsync()
    {
        _run = Start();
        await Task.WhenAny(_run, Homeserver.Silent.Task).WaitAsync(TimeSpan.FromSeconds(20));
        if (_run.IsCompleted) await _run;
        return this;
    }

    public Task Start()
    {
        Adapter = new MatrixAdapter(new MatrixOptions { Homeserver = "https://hs", AccessToken = "canary-token" }, Memory, Time, Log, Homeserver);
        return _run = Task.Run(() => Adapter.RunAsync(Inbox, _stop.Token));
    }

    public Task<Delivered> DeliverAsync(Delivery delivery) => Adapter.DeliverAsync(delivery, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.ContinueWith(_ => { }, TaskScheduler.Default);
        Adapter.Dispose();
        _stop.Dispose();
    }
}
