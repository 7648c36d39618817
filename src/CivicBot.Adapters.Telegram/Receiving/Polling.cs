using CivicBot.Adapters.Telegram.Wire;
using Telegram.Bot.Requests;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>
/// Asks for updates. Telegram keeps the cursor, and an update is gone once a later one is asked for: so that is done only for those behind which everything is on disk.
/// </summary>
internal sealed class Polling(TelegramApi api, Updates updates, Patience patience, TimeProvider time)
{
    private static readonly TimeSpan HeldUp = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await patience.AskAsync(() => api.AskAsync(new DeleteWebhookRequest(), cancellation), cancellation);
        var open = new List<(int Id, Task Done)>();
        int? offset = null;
        while (true)
        {
            var request = new GetUpdatesRequest
            {
                Offset = offset,
                Limit = 100,
                Timeout = open.Count == 0 ? (int)TelegramApi.LongPoll.TotalSeconds : 0,
                AllowedUpdates = [.. Updates.Wanted],
            };
            var came = await patience.AskAsync(() => api.AskAsync(request, cancellation), cancellation);
            open.AddRange(came.Where(update => open.All(one => one.Id != update.Id)).Select(update => (update.Id, updates.TakeAsync(update, cancellation))).ToList());

            // One room that is held up must not stop the others: what comes for them is fetched meanwhile.
            await WithinAsync(Task.WhenAll(open.Select(one => one.Done)), cancellation);
            if (open.FirstOrDefault(one => one.Done.IsFaulted || one.Done.IsCanceled).Done is { } failed) await failed;
            var done = open.TakeWhile(one => one.Done.IsCompletedSuccessfully).Count();
            if (done > 0) offset = open[done - 1].Id + 1;
            else if (came.Length == 0) offset = null; // confirmed by this very question; and after a quiet week the ids may begin anywhere
            open.RemoveRange(0, done);
        }
    }

    private async Task WithinAsync(Task all, CancellationToken cancellation)
    {
        if (all.IsCompleted) return;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(all, Task.Delay(HeldUp, time, enough.Token));
        await enough.CancelAsync();
    }
}
