using CivicBot.Adapters.Matrix.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>Sync after sync. The cursor is kept only when everything before it has been dealt with.</summary>
internal sealed class SyncLoop(MatrixClient client, IKeyValues memory, Patience patience, Invitations invitations, RoomReading rooms, FreshCards fresh)
{
    /// <param name="caughtUp">Called when everything from before the start has been read.</param>
    public async Task RunAsync(Handover handover, Action caughtUp, CancellationToken cancellation)
    {
        var since = await memory.GetAsync(Keys.Cursor, cancellation);
        for (var starting = true; ; starting = false)
        {
            var (from, whole, soon) = (since, starting && since is not null, fresh.Any);
            var batch = await patience.AskAsync(() => client.SyncAsync(from, whole, soon, cancellation), cancellation);
            foreach (var room in batch.Fields("rooms", "join"))
            {
                if (from is null) await rooms.LookAsync(room.Name, room.Value, cancellation);
                else await rooms.ReadAsync(room.Name, room.Value, starting, handover, cancellation);
            }

            foreach (var room in batch.Fields("rooms", "leave")) rooms.Forget(room.Name);
            if (batch.At("rooms") is { } changed) await invitations.AcceptAsync(changed, cancellation);
            var next = batch.Text("next_batch") ?? throw new InvalidOperationException("Matrix: the homeserver's sync has no next_batch.");
            if (next != since) await memory.SetAsync(Keys.Cursor, next, cancellation);
            since = next;
            caughtUp();
            await rooms.SettleAsync(handover, cancellation);
        }
    }
}
