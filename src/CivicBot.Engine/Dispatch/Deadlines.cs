using CivicBot.Chat;

namespace CivicBot.Engine;

/// <summary>
/// Announces what has come due. Moments are rows written with the entries that set them, so a restart loses none and what came due meanwhile is caught up.
/// Whether a ballot is in time is never decided here, but when it arrives.
/// </summary>
public sealed class Deadlines(IReception reception, IDirectory directory, TimeProvider time, IBeacon beacon)
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly Account Clock = new("clock:", "clock");

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await CatchUpAsync(cancellation).ConfigureAwait(false);
            // A deadline that was set meanwhile is found at the latest after the longest pause.
            var next = await directory.NextDueAsync(cancellation).ConfigureAwait(false) - time.GetUtcNow();
            var pause = next < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : next < Longest ? next.Value : Longest;
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Hand in everything that is due now.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        while (await directory.DueAsync(time.GetUtcNow(), AtOnce, cancellation).ConfigureAwait(false) is { Count: > 0 } rows)
        {
            var left = false;
            foreach (var row in rows)
            {
                // One collective that cannot be reached does not hold up the others; its row stays and is found again.
                var value = DrawSince(row) is { } since ? await beacon.FirstAfterAsync(since, cancellation).ConfigureAwait(false) : null;
                left |= await reception.ReceiveAsync(Interaction(row, value), cancellation).ConfigureAwait(false) is not Committed;
            }
            if (left) return;
        }
    }

    /// <summary>A public value was published: what waits for one is drawn by it.</summary>
    public async Task DrawAsync(string value, CancellationToken cancellation)
    {
        foreach (var row in await directory.DueAsync(DateTimeOffset.MaxValue, int.MaxValue, cancellation).ConfigureAwait(false))
        {
            if (DrawSince(row) is not null) await reception.ReceiveAsync(Interaction(row, value), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The moment after which a draw's value must have been published; null if the row is no draw.</summary>
    private static DateTimeOffset? DrawSince(DueRow row) => row.Key.StartsWith("draw/", StringComparison.Ordinal)
        ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(row.Key[(row.Key.IndexOf('@', StringComparison.Ordinal) + 1)..], System.Globalization.CultureInfo.InvariantCulture)) : null;

    private static Elapsed Interaction(DueRow row, string? value) => new(row.Collective.Value, row.Key, value)
    {
        EventKey = $"due/{row.Key}@{row.At.ToUnixTimeSeconds()}",
        From = Clock,
        In = new Room("clock:", "clock:", ""),
        SeenBy = SeenBy.Bot,
    };
}
