using System.Collections.Concurrent;
using CivicBot.Chat;

namespace CivicBot.EndToEnd.Stories;

/// <summary>A document, and where it went.</summary>
internal sealed record Sent(Delivery Delivery, Delivered Delivered)
{
    /// <summary>The platform's own reference to the message; null where it became none.</summary>
    public string? Message => (Delivered as Delivered.Sent)?.Message;
}

/// <summary>An adapter, and all that it was given to deliver.</summary>
internal sealed class Recording(IChatAdapter inner) : IChatAdapter
{
    private readonly ConcurrentQueue<Sent> all = [];

    public string Platform => inner.Platform;

    /// <summary>Under a clock that stands still a pace would hold a card up for ever.</summary>
    public PlatformLimits Limits { get; } = inner.Limits with { CardInterval = TimeSpan.Zero };

    /// <summary>In the order in which it was delivered.</summary>
    public IReadOnlyList<Sent> All => [.. all];

    public Task RunAsync(IReception reception, CancellationToken cancellation) => inner.RunAsync(reception, cancellation);

    /// <summary>Where the platform asks for patience it is real time that must pass: so here, and not by the bot's clock.</summary>
    public async Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        Delivered delivered;
        while ((delivered = await inner.DeliverAsync(delivery, cancellation)) is Delivered.Later later) await Task.Delay(later.RetryAfter, cancellation);
        all.Enqueue(new Sent(delivery, delivered));
        return delivered;
    }
}
