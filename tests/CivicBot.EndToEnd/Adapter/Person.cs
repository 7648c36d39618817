using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicBot.EndToEnd.Adapter;

/// <summary>A member with an ordinary client on a real homeserver.</summary>
internal sealed class Person(HttpClient http, string id)
{
    private int _transaction;

    public string Id => id;

    public static async Task<Person> EnterAsync(string homeserver, string name)
    {
        var http = new HttpClient { BaseAddress = new Uri(homeserver + "/_matrix/client/v3/") };
        var login = await http.PostAsJsonAsync("login", new { type = "m.login.password", identifier = new { type = "m.id.user", user = name }, password = "password" });
        var answer = (await login.Content.ReadFromJsonAsync<JsonObject>())!;
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)answer["access_token"]!);
        var person = new Person(http, (string)answer["user_id"]!);
        while (await person.InvitationAsync() is { } old) await person.LeaveAsync(old);
        return person;
    }

    public async Task<string> MakeAsync(object room) => (string)(await AskAsync(HttpMethod.Post, "createRoom", room))!["room_id"]!;

    public async Task JoinAsync(string room) => await AskAsync(HttpMethod.Post, $"rooms/{room}/join", new { });

    public async Task LeaveAsync(string room) => await AskAsync(HttpMethod.Post, $"rooms/{room}/leave", new { });

    /// <param name="how">kick or ban</param>
    public async Task RemoveAsync(string room, string user, string how) => await AskAsync(HttpMethod.Post, $"rooms/{room}/{how}", new { user_id = user });

    public async Task RenameAsync(string room, string name) =>
        await AskAsync(HttpMethod.Put, $"rooms/{room}/state/m.room.member/{id}", new { membership = "join", displayname = name });

    public async Task InviteAsync(string room, string user) => await AskAsync(HttpMethod.Post, $"rooms/{room}/invite", new { user_id = user });

    public async Task<string> UpgradeAsync(string room, string version) =>
        (string)(await AskAsync(HttpMethod.Post, $"rooms/{room}/upgrade", new { new_version = version }))!["replacement_room"]!;

    public Task<string> SayAsync(string room, string body) => SendAsync(room, "m.room.message", new JsonObject { ["msgtype"] = "m.text", ["body"] = body });

    public Task<string> SayInThreadAsync(string room, string root, string body) => SendAsync(room, "m.room.message", new JsonObject
    {
        ["msgtype"] = "m.text", ["body"] = body, ["m.relates_to"] = new JsonObject { ["rel_type"] = "m.thread", ["event_id"] = root },
    });

    public Task<string> EditAsync(string room, string message, string body) => SendAsync(room, "m.room.message", new JsonObject
    {
        ["msgtype"] = "m.text",
        ["body"] = "* " + body,
        ["m.new_content"] = new JsonObject { ["msgtype"] = "m.text", ["body"] = body },
        ["m.relates_to"] = new JsonObject { ["rel_type"] = "m.replace", ["event_id"] = message },
    });

    public Task<string> ReactAsync(string room, string message, string key) => SendAsync(room, "m.reaction", new JsonObject
    {
        ["m.relates_to"] = new JsonObject { ["rel_type"] = "m.annotation", ["event_id"] = message, ["key"] = key },
    });

    public async Task RedactAsync(string room, string message) => await AskAsync(HttpMethod.Put, $"rooms/{room}/redact/{message}/{Next()}", new { });

    public async Task<JsonObject> EventAsync(string room, string message) => (await AskAsync(HttpMethod.Get, $"rooms/{room}/event/{message}", null))!;

    public async Task<JsonArray> ReactionsAsync(string room, string message) =>
        (await AskAsync(HttpMethod.Get, $"../v1/rooms/{room}/relations/{message}/m.annotation/m.reaction?dir=f&limit=50", null))!["chunk"]!.AsArray();

    public Task<JsonObject?> StateAsync(string room, string type, string key = "") => AskAsync(HttpMethod.Get, $"rooms/{room}/state/{type}/{key}", null, absent: true);

    public async Task<string?> InvitationAsync()
    {
        // Synapse keeps its answer to the same first sync for two minutes: so never the same.
        var filter = Uri.EscapeDataString($"{{\"room\":{{\"timeline\":{{\"limit\":1,\"not_types\":[\"{Next()}\"]}}}}}}");
        var sync = (await AskAsync(HttpMethod.Get, "sync?timeout=0&filter=" + filter, null))!;
        return sync["rooms"]?["invite"]?.AsObject().FirstOrDefault().Key;
    }

    public async Task<IReadOnlyList<string>> SaidByAsync(string room, string user)
    {
        var page = (await AskAsync(HttpMethod.Get, $"rooms/{room}/messages?dir=b&limit=100", null))!;
        return [.. page["chunk"]!.AsArray().Where(one => (string?)one!["sender"] == user && (string?)one["type"] == "m.room.message").Select(one => (string)one!["content"]!["body"]!)];
    }

    private async Task<string> SendAsync(string room, string type, JsonObject content) =>
        (string)(await AskAsync(HttpMethod.Put, $"rooms/{room}/send/{type}/{Next()}", content))!["event_id"]!;

    private string Next() => $"{Guid.NewGuid():N}-{++_transaction}";

    private async Task<JsonObject?> AskAsync(HttpMethod method, string path, object? body, bool absent = false)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (absent && response.StatusCode == System.Net.HttpStatusCode.NotFound) return null;
        response.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }
}
