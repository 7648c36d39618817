using System.Text.Json.Nodes;
using CivicBot.Adapters.Matrix.Wire;
using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>A room that was replaced by another. We follow only where the new room says that it replaces the old one.</summary>
internal sealed class Upgrades(MatrixClient client, IKeyValues memory, Speaker speaker, Patience patience, ILogger log)
{
    public async Task FollowAsync(RoomState room, MatrixEvent tombstone, Handover handover, CancellationToken cancellation)
    {
        if (tombstone.StateKey != "" || tombstone.Json.Text("content", "replacement_room") is not { Length: > 0 } successor) return;
        var move = new JsonObject
        {
            ["to"] = successor,
            ["event"] = tombstone.Id,
            ["by"] = tombstone.Sender,
            ["admin"] = room.IsAdmin(tombstone.Sender),
            ["name"] = room.Name,
        };
        await memory.WriteAsync(Keys.Move(room.Id), move, cancellation);
        var via = Names.Server(tombstone.Sender);
        if (await patience.TryAsync("following a room's upgrade", () => client.JoinAsync(successor, via, cancellation), cancellation))
        {
            await ArriveAsync(successor, room, handover, cancellation);
        }
        else
        {
            log.LogWarning("Matrix: {Room} was replaced by {Successor}, which does not let us in. Invite the bot there.", room.Id, successor);
        }
    }

    /// <summary>We are in a room: was it one to follow to? (An invitation may come later than the tombstone.)</summary>
    /// <param name="left">The old room's state, where it is known.</param>
    public async Task ArriveAsync(string successor, RoomState? left, Handover handover, CancellationToken cancellation)
    {
        var create = await patience.AskAsync(() => client.StateAsync(successor, "m.room.create", "", cancellation), cancellation);
        var old = create?.Text("predecessor", "room_id");
        var move = old is null ? null : await memory.ReadAsync(Keys.Move(old), cancellation);
        if (old is null || move is null || (string?)move["to"] != successor)
        {
            if (left is not null) log.LogWarning("Matrix: {Room} names {Successor}, which is not its successor. Not followed.", left.Id, successor);
            return;
        }

        var name = (string?)move["name"] ?? "";
        await handover.HandInAsync(
            new Moved(new Room(Names.Key(successor), Names.Key(successor), name))
            {
                EventKey = Names.Key((string?)move["event"] ?? ""),
                From = await speaker.OfAsync(left ?? new RoomState(old), (string?)move["by"] ?? "", cancellation),
                In = new Room(Names.Key(old), Names.Key(old), name),
                SeenBy = SeenBy.Room,
                Event = (string?)move["event"],
                Admin = (bool?)move["admin"] ?? false,
            },
            cancellation);
        await memory.SetAsync(Keys.Move(old), null, cancellation);
        log.LogInformation("Matrix: {Room} moved to {Successor}.", old, successor);
    }
}
