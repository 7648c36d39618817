using System.Text.Json.Nodes;

namespace CivicBot.Adapters.Tests.Matrix;

/// <summary>Events and syncs as a homeserver writes them.</summary>
internal static class Recorded
{
    public const string Room = "!room:hs";

    public static string Sync(string next, params string[] events) => SyncOf(next, Room, limited: false, events);

    public static string SyncOf(string next, string room, bool limited, params string[] events) =>
        new JsonObject
        {
            ["next_batch"] = next,
            ["rooms"] = new JsonObject
            {
                ["join"] = new JsonObject
                {
                    [room] = new JsonObject { ["timeline"] = new JsonObject { ["limited"] = limited, ["prev_batch"] = "p-" + next, ["events"] = "EVENTS" } },
                },
            },
        }.ToJsonString().Replace("\"EVENTS\"", "[" + string.Join(',', events) + "]", StringComparison.Ordinal);

    /// <summary>The sync of a first start: a room we are in, with a line from before.</summary>
    public static string First(params string[] state) => Sync("s1", [Arrival, Name("Housing"), Power, .. state, Message("$old", "@ana:hs", "!poll old")]);

    public static string Arrival => State("$arrival", "m.room.member", "@civicbot:hs", "@civicbot:hs", """{"membership":"join","displayname":"CivicBot"}""");

    public static string Power => State("$power", "m.room.power_levels", "@ana:hs", "", """{"users":{"@ana:hs":100},"users_default":0}""");

    public static string Name(string name) => State("$name", "m.room.name", "@ana:hs", "", $$"""{"name":"{{name}}"}""");

    public static string Member(string user, string name) => State("$m" + user, "m.room.member", user, user, $$"""{"membership":"join","displayname":"{{name}}"}""");

    /// <summary>A change of membership, as the server says it to those who stay.</summary>
    public static string Membership(string id, string sender, string user, string before, string now) =>
        $$$"""{"type":"m.room.member","event_id":"{{{id}}}","sender":"{{{sender}}}","state_key":"{{{user}}}","content":{"membership":"{{{now}}}"},"unsigned":{"prev_content":{"membership":"{{{before}}}","displayname":"Before {{{user}}}"} } }""";

    public static string Message(string id, string sender, string body, string type = "m.text") =>
        Event(id, "m.room.message", sender, $$"""{"msgtype":"{{type}}","body":{{JsonValue.Create(body).ToJsonString()}} }""");

    public static string Reaction(string id, string sender, string message, string key) =>
        Event(id, "m.reaction", sender, "{\"m.relates_to\":" + $$"""{"rel_type":"m.annotation","event_id":"{{message}}","key":"{{key}}"}""" + "}");

    /// <param name="top">As before room version 11: <c>redacts</c> beside the content.</param>
    public static string Redaction(string id, string sender, string redacts, bool top = false) => top
        ? $$"""{"type":"m.room.redaction","event_id":"{{id}}","sender":"{{sender}}","redacts":"{{redacts}}","content":{} }"""
        : Event(id, "m.room.redaction", sender, $$"""{"redacts":"{{redacts}}"}""");

    public static string Event(string id, string type, string sender, string content) =>
        $$"""{"type":"{{type}}","event_id":"{{id}}","sender":"{{sender}}","origin_server_ts":1,"content":{{content}} }""";

    public static string State(string id, string type, string sender, string key, string content) =>
        $$"""{"type":"{{type}}","event_id":"{{id}}","sender":"{{sender}}","state_key":"{{key}}","origin_server_ts":1,"content":{{content}} }""";
}
