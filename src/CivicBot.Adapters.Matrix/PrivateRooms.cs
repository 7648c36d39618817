using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CivicBot.Adapters.Matrix.Wire;
using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Matrix;

/// <summary>What came of asking for a private room.</summary>
internal enum Opening
{
    /// <summary>He was invited just now.</summary>
    Invited,

    /// <summary>There was one, and he is in it or invited to it.</summary>
    There,

    /// <summary>The homeserver encrypted it by itself.</summary>
    Forced,
}

/// <summary>Rooms of one person and us. Private means that nobody else is in it now, which is asked of the server each time it matters.</summary>
/// <param name="opening">One room at a time: two requests of one person must not make two.</param>
internal sealed class PrivateRooms(MatrixClient client, IKeyValues memory, Self self, SemaphoreSlim opening, ILogger log)
{
    private readonly ConcurrentDictionary<string, string> _owners = new();
    private volatile bool _forced;

    /// <summary>A room that was made as a direct one, by him or by us.</summary>
    public async Task MarkAsync(string room, string user, CancellationToken cancellation)
    {
        await memory.SetAsync(Keys.Direct(room), user, cancellation);
        _owners[room] = user;
    }

    /// <returns>Whose private room it was made as; null if it is any other room.</returns>
    public async Task<string?> OwnerAsync(string room, CancellationToken cancellation)
    {
        if (_owners.TryGetValue(room, out var known)) return known.Length == 0 ? null : known;
        var user = await memory.GetAsync(Keys.Direct(room), cancellation);
        _owners[room] = user ?? "";
        return user;
    }

    /// <summary>What he writes there is seen by us only.</summary>
    public async Task<bool> IsOfAsync(string room, string user, CancellationToken cancellation) =>
        await OwnerAsync(room, cancellation) == user && await AloneAsync(room, user, cancellation);

    /// <summary>He has written there, so that he reads it.</summary>
    public async Task SpokeAsync(string room, string user, CancellationToken cancellation)
    {
        if (await memory.ReadAsync(Keys.Private(user), cancellation) is { } kept && (string?)kept["room"] == room && kept["spoke"] is not null) return;
        await memory.WriteAsync(Keys.Private(user), new JsonObject { ["room"] = room, ["spoke"] = true }, cancellation);
    }

    /// <returns>The room in which he reads what is for him alone, as he has shown by writing there; null if there is none (any more).</returns>
    public async Task<string?> ReadByAsync(string user, CancellationToken cancellation) =>
        await memory.ReadAsync(Keys.Private(user), cancellation) is { } kept && kept["spoke"] is not null ? await IsInAsync(user, cancellation) : null;

    /// <returns>The room where nobody but him and us is now; null if there is none (any more), or he has not come there.</returns>
    public async Task<string?> IsInAsync(string user, CancellationToken cancellation)
    {
        if (await memory.ReadAsync(Keys.Private(user), cancellation) is not { } kept || (string?)kept["room"] is not { } room) return null;
        try
        {
            return await AloneAsync(room, user, cancellation) && !await EncryptedAsync(room, cancellation) ? room : null;
        }
        catch (MatrixFailure gone) when (!gone.Passing)
        {
            return null;
        }
    }

    /// <summary>Opens his private room, or finds the one that there is.</summary>
    public async Task<(Opening Opening, string Room)> OpenAsync(string user, CancellationToken cancellation)
    {
        await opening.WaitAsync(cancellation);
        try
        {
            if (await memory.ReadAsync(Keys.Private(user), cancellation) is { } kept && (string?)kept["room"] is { } room
                && await AgainAsync(room, user, cancellation) is { } again)
            {
                return (again, room);
            }

            return await CreateAsync(user, cancellation);
        }
        finally
        {
            opening.Release();
        }
    }

    private async Task<Opening?> AgainAsync(string room, string user, CancellationToken cancellation)
    {
        try
        {
            if (await EncryptedAsync(room, cancellation)) return _forced ? Opening.Forced : null;
            var others = await client.JoinedAsync(room, cancellation);
            if (others.Except([self.User, user]).Any()) return null;
            var membership = (await client.StateAsync(room, "m.room.member", user, cancellation))?.Text("membership");
            if (membership is "join" or "invite") return Opening.There;
            await client.InviteAsync(room, user, cancellation);
            return Opening.Invited;
        }
        catch (MatrixFailure gone) when (!gone.Passing)
        {
            return null;
        }
    }

    private async Task<(Opening Opening, string Room)> CreateAsync(string user, CancellationToken cancellation)
    {
        var room = await client.CreateRoomAsync(
            new JsonObject
            {
                ["preset"] = "trusted_private_chat",
                ["is_direct"] = true,
                ["name"] = "CivicBot",
                ["invite"] = new JsonArray(user),
            },
            cancellation);
        await MarkAsync(room, user, cancellation);
        await memory.WriteAsync(Keys.Private(user), new JsonObject { ["room"] = room }, cancellation);
        if (!await EncryptedAsync(room, cancellation)) return (Opening.Invited, room);
        _forced = true;
        await memory.SetAsync(Keys.Encrypted(room), "forced", cancellation);
        log.LogWarning(
            "Matrix: the homeserver encrypted a private room that was made without encryption; sealed and secret decisions cannot be voted there."
            + " Synapse: set encryption_enabled_by_default_for_room_type to off.");
        return (Opening.Forced, room);
    }

    private async Task<bool> AloneAsync(string room, string user, CancellationToken cancellation) =>
        await client.JoinedAsync(room, cancellation) is var joined && joined.Contains(user) && joined.All(one => one == user || one == self.User);

    private async Task<bool> EncryptedAsync(string room, CancellationToken cancellation) =>
        await client.StateAsync(room, "m.room.encryption", "", cancellation) is not null;
}
