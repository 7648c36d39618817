using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Engine;

/// <summary>What is set for the whole bot.</summary>
public sealed record BotOptions
{
    public Founding Founding { get; init; } = new();

    public Defaults Defaults { get; init; } = new();

    /// <summary>Budgets per account hold; off in a practice room.</summary>
    public bool Budgets { get; init; } = true;

    /// <summary>Where the public random value of a lot comes from.</summary>
    public IBeacon Beacon { get; init; } = new NoBeacon();
}

/// <summary>The engine put together: what receives, what delivers, what watches the clock.</summary>
public sealed class Bot : IAsyncDisposable
{
    private readonly LocalCollectives collectives;
    private readonly List<OutboxSender> senders = [];
    private readonly IStorage storage;
    private readonly TimeProvider time;
    private readonly ILoggerFactory logs;

    public Bot(IStorage storage, Catalogue catalogue, IKeys keys, IRandomness randomness, TimeProvider time, ILoggerFactory logs, BotOptions options)
    {
        (this.storage, this.time, this.logs) = (storage, time, logs);
        Catalogue = catalogue;
        collectives = new LocalCollectives(new WriterPorts(storage, catalogue, keys, randomness, time, logs.CreateLogger<CollectiveWriter>())
        {
            Budgets = options.Budgets,
            Defaults = options.Defaults,
            Owed = () => senders.ForEach(sender => sender.Wake()),
        });
        Reception = new Dispatcher(collectives, storage, catalogue, randomness, options.Founding, time, logs.CreateLogger<Dispatcher>());
        Deadlines = new Deadlines(Reception, storage.Directory, time, options.Beacon);
    }

    public Catalogue Catalogue { get; }

    public IReception Reception { get; }

    public Deadlines Deadlines { get; }

    /// <summary>Deliver through an adapter from now on. All are connected before anything runs.</summary>
    public OutboxSender Connect(IChatAdapter adapter)
    {
        var sender = new OutboxSender(adapter, storage.Outbox, time, logs.CreateLogger<OutboxSender>());
        senders.Add(sender);
        return sender;
    }

    /// <summary>Takes no more, and finishes what waits.</summary>
    public ValueTask DisposeAsync() => collectives.DisposeAsync();
}
