using System.Text.Json;
using CivicBot.Adapters.Matrix.Sending;
using CivicBot.Adapters.Matrix.Wire;
using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>One room's part of a sync: what happened there since, in order, once, and never what happened before we came.</summary>
internal sealed class RoomReading(
    Self self,
    IKeyValues memory,
    History history,
    Healing healing,
    FreshCards fresh,
    Messages messages,
    Reactions reactions,
    Upgrades upgrades,
    Departures departures,
    EncryptedRooms encrypted,
    SharedRooms shared,
    Occurrences occurrences,
    ILogger log)
{
    private readonly Dictionary<string, RoomState> _rooms = [];

    /// <summary>Takes note of a room without executing anything: the first sync ever.</summary>
    public async Task LookAsync(string id, JsonElement json, CancellationToken cancellation)
    {
        var room = StateOf(id);
        var timeline = MatrixEvent.ReadAll(json.List("timeline", "events"));
        foreach (var happened in MatrixEvent.ReadAll(json.List("state", "events")).Concat(timeline)) room.Apply(happened);
        await encrypted.TellAsync(room, cancellation);
        if (timeline.Count > 0) await memory.SetAsync(Keys.Seen(id), timeline[^1].Id, cancellation);
    }

    /// <param name="starting">The first sync since the start: we may have missed something even where it looks whole.</param>
    public async Task ReadAsync(string id, JsonElement json, bool starting, Handover handover, CancellationToken cancellation)
    {
        var room = StateOf(id);
        var timeline = MatrixEvent.ReadAll(json.List("timeline", "events"));
        var seen = await memory.GetAsync(Keys.Seen(id), cancellation);
        var arrival = timeline.FindLastIndex(happened => happened.IsArrivalOf(self.User));
        var done = Math.Max(arrival, timeline.FindLastIndex(happened => happened.Id == seen));
        var limited = json.True("timeline", "limited");

        if (limited && done < 0 && json.Text("timeline", "prev_batch") is { } gap)
        {
            foreach (var happened in await MissedAsync(id, gap, seen, cancellation)) await ReadAsync(room, happened, handover, cancellation);
        }

        foreach (var happened in MatrixEvent.ReadAll(json.List("state", "events"))) room.Apply(happened);
        for (var i = 0; i < timeline.Count; i++)
        {
            if (i > done) await ReadAsync(room, timeline[i], handover, cancellation);
            else room.Apply(timeline[i]);
        }

        if (arrival >= 0) await ReadyAsync("arriving", id, () => upgrades.ArriveAsync(id, null, handover, cancellation));
        await encrypted.TellAsync(room, cancellation);
        if (starting || limited) await ReadyAsync("comparing reactions", id, () => healing.HealAsync(room, handover, cancellation));
        if (timeline.Count > 0 && timeline[^1].Id != seen) await memory.SetAsync(Keys.Seen(id), timeline[^1].Id, cancellation);
    }

    /// <summary>Cards posted just now are compared with the reactions on them, until all of these are handed in.</summary>
    public Task SettleAsync(Handover handover, CancellationToken cancellation) => fresh.SettleAsync(async (id, message) =>
    {
        var settled = true;
        await ReadyAsync("comparing reactions", id, async () => settled = await healing.CompareAsync(StateOf(id), message, handover, cancellation));
        return settled;
    });

    public void Forget(string id)
    {
        _rooms.Remove(id);
        shared.Forget(id);
    }

    private RoomState StateOf(string id)
    {
        if (!_rooms.TryGetValue(id, out var room)) _rooms[id] = room = new RoomState(id);
        shared.Note(id);
        return room;
    }

    private async Task<IReadOnlyList<MatrixEvent>> MissedAsync(string id, string gap, string? seen, CancellationToken cancellation)
    {
        IReadOnlyList<MatrixEvent> missed = [];
        await ReadyAsync("reading the past", id, async () => missed = await history.MissedAsync(id, gap, seen, self.User, cancellation));
        return missed;
    }

    private async Task ReadAsync(RoomState room, MatrixEvent happened, Handover handover, CancellationToken cancellation)
    {
        room.Apply(happened);
        occurrences.Note(happened);
        if (happened.Sender == self.User)
        {
            occurrences.NoteOurs(happened);
            return;
        }

        await ReadyAsync(happened.Type, room.Id, () => happened.Type switch
        {
            "m.room.message" => messages.ReadAsync(room, happened, handover, cancellation),
            "m.reaction" => reactions.ReadAsync(room, happened, handover, cancellation),
            "m.room.redaction" => reactions.ReadRedactionAsync(room, happened, handover, cancellation),
            "m.room.member" => departures.ReadAsync(room, happened, handover, cancellation),
            "m.room.tombstone" => upgrades.FollowAsync(room, happened, handover, cancellation),
            _ => Task.CompletedTask,
        });
    }

    /// <summary>What the server refuses for good concerns one event or one room; the others go on.</summary>
    private async Task ReadyAsync(string what, string room, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (MatrixFailure refused) when (!refused.LoggedOut)
        {
            log.LogWarning("Matrix: {What} in {Room}: {Failure}", what, room, refused.Message);
        }
    }
}
