using System.Text.Json;

namespace CivicBot.Adapters.Matrix.Wire;

/// <summary>An event of a room, as far as it could be read.</summary>
internal sealed record MatrixEvent(string Id, string Type, string Sender, string? StateKey, JsonElement Json)
{
    public static MatrixEvent? Read(JsonElement json) =>
        json.Text("type") is { } type && json.Text("sender") is { } sender
            ? new MatrixEvent(json.Text("event_id") ?? "", type, sender, json.Text("state_key"), json)
            : null;

    public static List<MatrixEvent> ReadAll(IEnumerable<JsonElement> list) => [.. list.Select(Read).OfType<MatrixEvent>()];

    public string? RelationType => Json.Text("content", "m.relates_to", "rel_type");

    public string? RelatesTo => Json.Text("content", "m.relates_to", "event_id");

    /// <summary>In the content since room version 11, at the top before.</summary>
    public string? Redacts => Json.Text("content", "redacts") ?? Json.Text("redacts");

    /// <summary>This account came into the room with this event; a change of its name there is none.</summary>
    public bool IsArrivalOf(string user) =>
        Type == "m.room.member" && StateKey == user && Json.Text("content", "membership") == "join"
        && Json.Text("unsigned", "prev_content", "membership") != "join";

    /// <summary>Whose account it is, was in the room until this event, by whoever's hand it went. An invitation that is not accepted is none, nor a ban of somebody outside.</summary>
    public bool IsDeparture =>
        Type == "m.room.member" && Json.Text("content", "membership") is "leave" or "ban"
        && Json.Text("unsigned", "prev_content", "membership") == "join";
}
