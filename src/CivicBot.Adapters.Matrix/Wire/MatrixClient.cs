using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicBot.Adapters.Matrix.Wire;

/// <summary>The few calls of the client-server API that we need. Each is tried once; who calls decides about patience.</summary>
internal sealed class MatrixClient(MatrixConnection connection)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortPoll = TimeSpan.FromSeconds(1);

    public Task<JsonElement> WhoAmIAsync(CancellationToken cancellation) => GetAsync("account/whoami", cancellation);

    public Task<JsonElement> LoginAsync(JsonObject login, CancellationToken cancellation) => AskAsync(HttpMethod.Post, "login", login, cancellation);

    public void Authorize(string? token) => connection.Authorize(token);

    public Task<JsonElement> ProfileAsync(string user, CancellationToken cancellation) => GetAsync($"profile/{Segment(user)}", cancellation);

    public Task NameAsync(string user, string name, CancellationToken cancellation) =>
        AskAsync(HttpMethod.Put, $"profile/{Segment(user)}/displayname", new JsonObject { ["displayname"] = name }, cancellation);

    /// <param name="whole">With the rooms' state, whether it changed or not.</param>
    /// <param name="soon">Something else waits to be done.</param>
    public Task<JsonElement> SyncAsync(string? since, bool whole, bool soon, CancellationToken cancellation)
    {
        var wait = whole || since is null ? TimeSpan.Zero : soon ? ShortPoll : LongPoll;
        var path = string.Create(CultureInfo.InvariantCulture, $"sync?timeout={wait.TotalMilliseconds:0}&set_presence=offline&filter={Segment(SyncFilter.Live)}");
        if (since is not null) path += "&since=" + Segment(since);
        if (whole) path += "&full_state=true";
        return connection.AskAsync(HttpMethod.Get, Api + path, null, wait + Limit + Limit, cancellation);
    }

    public async Task<string> JoinAsync(string room, string? via, CancellationToken cancellation)
    {
        var path = $"join/{Segment(room)}" + (via is null ? "" : $"?via={Segment(via)}&server_name={Segment(via)}");
        return (await connection.AskAsync(HttpMethod.Post, Api + path, new JsonObject(), Limit * 3, cancellation)).Text("room_id") ?? room;
    }

    /// <summary>Sent once however often it is asked for with the same <paramref name="transaction"/>.</summary>
    public async Task<string> SendAsync(string room, string type, string transaction, JsonObject content, CancellationToken cancellation) =>
        (await AskAsync(HttpMethod.Put, $"rooms/{Segment(room)}/send/{type}/{Segment(transaction)}", content, cancellation)).Text("event_id")
        ?? throw new MatrixFailure(null, "no event_id");

    /// <returns>The content; null if there is no such state.</returns>
    public Task<JsonElement?> StateAsync(string room, string type, string key, CancellationToken cancellation) =>
        FindAsync($"rooms/{Segment(room)}/state/{type}/{Segment(key)}", cancellation);

    public Task<JsonElement?> EventAsync(string room, string id, CancellationToken cancellation) =>
        FindAsync($"rooms/{Segment(room)}/event/{Segment(id)}", cancellation);

    /// <summary>A page of the room's past, backwards.</summary>
    public Task<JsonElement> MessagesAsync(string room, string from, CancellationToken cancellation) =>
        GetAsync($"rooms/{Segment(room)}/messages?dir=b&limit=100&from={Segment(from)}&filter={Segment(SyncFilter.History)}", cancellation);

    /// <summary>A page of the reactions on an event, the oldest first.</summary>
    public async Task<JsonElement> ReactionsAsync(string room, string id, string? from, CancellationToken cancellation)
    {
        var path = $"rooms/{Segment(room)}/relations/{Segment(id)}/m.annotation/m.reaction?dir=f&limit=100" + (from is null ? "" : "&from=" + Segment(from));
        return await connection.AskAsync(HttpMethod.Get, "_matrix/client/v1/" + path, null, Limit, cancellation);
    }

    public async Task<string> CreateRoomAsync(JsonObject room, CancellationToken cancellation) =>
        (await AskAsync(HttpMethod.Post, "createRoom", room, cancellation)).Text("room_id") ?? throw new MatrixFailure(null, "no room_id");

    public Task InviteAsync(string room, string user, CancellationToken cancellation) =>
        AskAsync(HttpMethod.Post, $"rooms/{Segment(room)}/invite", new JsonObject { ["user_id"] = user }, cancellation);

    public async Task<IReadOnlySet<string>> JoinedAsync(string room, CancellationToken cancellation) =>
        (await GetAsync($"rooms/{Segment(room)}/joined_members", cancellation)).Fields("joined").Select(member => member.Name).ToHashSet();

    private const string Api = "_matrix/client/v3/";

    private static string Segment(string text) => Uri.EscapeDataString(text);

    private Task<JsonElement> GetAsync(string path, CancellationToken cancellation) => AskAsync(HttpMethod.Get, path, null, cancellation);

    private Task<JsonElement> AskAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellation) =>
        connection.AskAsync(method, Api + path, body, Limit, cancellation);

    private async Task<JsonElement?> FindAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await GetAsync(path, cancellation);
        }
        catch (MatrixFailure failure) when (failure.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
