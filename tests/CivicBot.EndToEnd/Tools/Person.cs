using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicBot.EndToEnd.Tools;

/// <summary>An account on the homeserver, and what its owner does with a client.</summary>
internal sealed class Person(HttpClient http, string id, string password, string token)
{
    public string Id => id;

    public string Password => password;

    public string Token => token;

    /// <summary>Without the server.</summary>
    public string Local => id[1..id.IndexOf(':', StringComparison.Ordinal)];

    /// <param name="shown">What the others see; else the name up to its first hyphen.</param>
    public static async Task<Person> RegisterAsync(string homeserver, string secret, string name, string? shown = null)
    {
        var http = new HttpClient { BaseAddress = new Uri(homeserver + "/_matrix/client/v3/") };
        const string Path = "/_synapse/admin/v1/register";
        var password = Guid.NewGuid().ToString("N");
        var nonce = (string)(await http.GetFromJsonAsync<JsonObject>(Path))!["nonce"]!;
#pragma warning disable CA5350 // What Synapse asks for.
        var mac = Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{nonce}\0{name}\0{password}\0notadmin")));
#pragma warning restore CA5350
        using var response = await http.PostAsJsonAsync(Path, new { nonce, username = name, displayname = shown ?? name.Split('-')[0], password, admin = false, mac });
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        var account = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)account["access_token"]!);
        return new Person(http, (string)account["user_id"]!, password, (string)account["access_token"]!);
    }

    public async Task<string> MakeRoomAsync(object room) => (string)(await AskAsync(HttpMethod.Post, "createRoom", room))!["room_id"]!;

    public Task JoinAsync(string room) => AskAsync(HttpMethod.Post, $"join/{room}", new { });

    public Task InviteAsync(string room, string user) => AskAsync(HttpMethod.Post, $"rooms/{room}/invite", new { user_id = user });

    public async Task<string> UpgradeAsync(string room, string version) =>
        (string)(await AskAsync(HttpMethod.Post, $"rooms/{room}/upgrade", new { new_version = version }))!["replacement_room"]!;

    public Task<string> SayAsync(string room, string body) => SendAsync(room, "m.room.message", new { msgtype = "m.text", body });

    public Task<string> SayAsync(string room, string body, string html) =>
        SendAsync(room, "m.room.message", new { msgtype = "m.text", body, format = "org.matrix.custom.html", formatted_body = html });

    public Task<string> ReactAsync(string room, string message, string key) => SendAsync(room, "m.reaction", new JsonObject
    {
        ["m.relates_to"] = new JsonObject { ["rel_type"] = "m.annotation", ["event_id"] = message, ["key"] = key },
    });

    public Task RedactAsync(string room, string message) => AskAsync(HttpMethod.Put, $"rooms/{room}/redact/{message}/{Guid.NewGuid():N}", new { });

    public async Task<IReadOnlyList<string>> MembersAsync(string room) =>
        [.. (await AskAsync(HttpMethod.Get, $"rooms/{room}/joined_members", null))!["joined"]!.AsObject().Select(one => one.Key)];

    public Task SetStateAsync(string room, string type, object content) => AskAsync(HttpMethod.Put, $"rooms/{room}/state/{type}/", content);

    public Task<JsonObject?> StateAsync(string room, string type, string key = "") => AskAsync(HttpMethod.Get, $"rooms/{room}/state/{type}/{key}", null, absent: true);

    public async Task<IReadOnlyList<string>> InvitationsAsync()
    {
        // Synapse keeps its answer to the same first sync for two minutes: so never the same.
        var filter = Uri.EscapeDataString($"{{\"room\":{{\"timeline\":{{\"limit\":1,\"not_types\":[\"{Guid.NewGuid():N}\"]}}}}}}");
        var sync = (await AskAsync(HttpMethod.Get, "sync?timeout=0&filter=" + filter, null))!;
        return [.. sync["rooms"]?["invite"]?.AsObject().Select(one => one.Key) ?? []];
    }

    /// <summary>All that happened in a room, the oldest first.</summary>
    public async Task<IReadOnlyList<Event>> TimelineAsync(string room)
    {
        var events = new List<Event>();
        string? from = null;
        do
        {
            var page = (await AskAsync(HttpMethod.Get, $"rooms/{room}/messages?dir=b&limit=500{(from is null ? "" : "&from=" + from)}", null))!;
            events.AddRange(page["chunk"]!.AsArray().Select(one => new Event(one!.AsObject())));
            from = (string?)page["end"];
        }
        while (from is not null);
        events.Reverse();
        return events;
    }

    public async Task<JsonArray> DevicesAsync() => (await AskAsync(HttpMethod.Get, "devices", null))!["devices"]!.AsArray();

    private async Task<string> SendAsync(string room, string type, object content) =>
        (string)(await AskAsync(HttpMethod.Put, $"rooms/{room}/send/{type}/{Guid.NewGuid():N}", content))!["event_id"]!;

    private async Task<JsonObject?> AskAsync(HttpMethod method, string path, object? body, bool absent = false)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            if (absent && response.StatusCode == HttpStatusCode.NotFound) return null;
            if (response.StatusCode == HttpStatusCode.TooManyRequests && response.Headers.RetryAfter?.Delta is { } wait)
            {
                await Task.Delay(wait);
                continue;
            }
            response.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {text}");
            return JsonNode.Parse(text)!.AsObject();
        }
    }
}
