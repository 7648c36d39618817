using System.Text.Json;
using System.Threading.Channels;
using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Engine;

/// <summary>
/// Delivers what one platform is owed: the most important first, cards no more often than the platform likes, again and again with the same id until the
/// adapter says that it was sent or never can be.
/// </summary>
public sealed class OutboxSender(IChatAdapter adapter, IOutbox outbox, TimeProvider time, ILogger log)
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, DateTimeOffset> notBefore = [];
    private readonly Dictionary<long, int> tries = [];

    /// <summary>Something new is owed.</summary>
    public void Wake() => woken.Writer.TryWrite(true);

    /// <summary>Deliver until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var wait = await DeliverAllAsync(cancellation).ConfigureAwait(false) ?? Rest;
            await WokenAsync(wait < Rest ? wait : Rest, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Deliver all that can be delivered now.</summary>
    /// <returns>How long until something that waits may be tried again; null if nothing waits.</returns>
    public async Task<TimeSpan?> DeliverAllAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            // Those that wait are read too, and must not hide the ones behind them.
            var waiting = notBefore.Values.Count(until => until > now);
            var rows = await outbox.PendingAsync(adapter.Platform, AtOnce + waiting, cancellation).ConfigureAwait(false);
            var ready = rows.Where(row => !(notBefore.GetValueOrDefault(Pace(row)) > now)).ToList();
            var delivered = 0;
            foreach (var row in ready)
            {
                // An earlier row of this round may have been asked to wait, and with it its room.
                if (notBefore.GetValueOrDefault(Pace(row)) > time.GetUtcNow()) continue;
                if (await DeliverAsync(row, cancellation).ConfigureAwait(false)) delivered++;
            }
            if (delivered > 0) continue;
            return rows.Count == 0 ? null : rows.Select(row => notBefore.GetValueOrDefault(Pace(row)) - now).Where(wait => wait > TimeSpan.Zero).DefaultIfEmpty(Rest).Min();
        }
    }

    private async Task<bool> DeliverAsync(OwedRow row, CancellationToken cancellation)
    {
        var body = JsonSerializer.Deserialize<OwedBody>(row.Owed.Body)!;
        if (body.To is Destination.ToThread thread)
        {
            if (await InThreadAsync(row, thread, cancellation).ConfigureAwait(false) is { } card) body = body with { To = card };
            else return true;
        }
        var isCard = row.Owed is { Decision: not null, Room: not null } && !(body.To is Destination.ToRoom { Answers: not null });
        var before = isCard ? await outbox.PostedAsync(row.Collective, row.Owed.Decision!.Value, row.Owed.Room!.Value, cancellation).ConfigureAwait(false) : null;
        var delivery = new Delivery($"{row.Collective.Value[..Math.Min(8, row.Collective.Value.Length)]}-{row.Id}", body.To, row.Owed.Purpose, body.Document, body.Language,
            row.Owed.Posts ? null : before?.Message);
        switch (await TryAsync(delivery, row, cancellation).ConfigureAwait(false))
        {
            case Delivered.Sent sent:
                // A card whose message was deleted stands in a new one, and that is the card from now on.
                var posted = isCard && sent.Message is { } message && message != before?.Message ? new Posted(row.Collective, row.Owed.Decision!.Value, row.Owed.Room!.Value, message) : null;
                await outbox.DoneAsync(row, posted, CancellationToken.None).ConfigureAwait(false);
                if (isCard && adapter.Limits.CardInterval > TimeSpan.Zero) notBefore[Pace(row)] = time.GetUtcNow() + adapter.Limits.CardInterval;
                Forget(row);
                return true;
            case Delivered.Never never:
                log.LogWarning("{Platform} will not take {Purpose} {Id}: {Why}", adapter.Platform, row.Owed.Purpose, delivery.Id, never.Why);
                await outbox.DoneAsync(row, null, cancellation).ConfigureAwait(false);
                Forget(row);
                return true;
            case Delivered.Later later:
                notBefore[Pace(row)] = time.GetUtcNow() + later.RetryAfter;
                return false;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <returns>The room, with the card that the thread is on; null if there is no such place, and the row is done.</returns>
    private async Task<Destination?> InThreadAsync(OwedRow row, Destination.ToThread thread, CancellationToken cancellation)
    {
        var card = adapter.Limits.Threads ? await outbox.PostedAsync(row.Collective, row.Owed.Decision!.Value, row.Owed.Room!.Value, cancellation).ConfigureAwait(false) : null;
        if (card is not null) return new Destination.ToRoom(thread.Room, card.Message);
        await outbox.DoneAsync(row, null, cancellation).ConfigureAwait(false);
        return null;
    }

    private void Forget(OwedRow row)
    {
        tries.Remove(row.Id);
        notBefore.Remove($"row/{row.Id}");
    }

    private async Task<Delivered> TryAsync(Delivery delivery, OwedRow row, CancellationToken cancellation)
    {
        // What is on its way when we are asked to stop is let through, and noted: where a platform knows no idempotent sends it would come a second time.
        using var enough = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        var stopping = cancellation.Register(() => enough.CancelAfter(Grace));
        await using var registration = stopping.ConfigureAwait(false);
        try
        {
            return await adapter.DeliverAsync(delivery, enough.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // One message that an adapter chokes on must not hold up the others.
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var times = tries[row.Id] = tries.GetValueOrDefault(row.Id) + 1;
            log.LogError("{Platform} failed to deliver {Purpose} {Id} ({Error}), try {Times}.", adapter.Platform, row.Owed.Purpose, delivery.Id, error.GetType().Name, times);
            return times >= 10 ? new Delivered.Never(error.GetType().Name) : new Delivered.Later(TimeSpan.FromSeconds(Math.Min(300, 1 << times)));
        }
    }

    /// <summary>What a row shares its pace with: a card with its own earlier drawings; everything else goes at once, until it is asked to wait.</summary>
    private static string Pace(OwedRow row) => row.Owed is { Decision: { } decision, Room: { } room, Posts: false }
        ? $"{row.Collective}/{decision}/{room}"
        : $"row/{row.Id}";

    private async Task WokenAsync(TimeSpan most, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(woken.Reader.ReadAsync(either.Token).AsTask(), Task.Delay(most, time, either.Token)).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
    }
}
