using System.Text.Json;
using System.Text.Json.Nodes;
using CivicBot.Chat;

namespace CivicBot.Adapters.Matrix;

/// <summary>Everything that this adapter remembers, by key.</summary>
internal static class Keys
{
    public const string Device = "device";
    public const string Cursor = "cursor";

    /// <summary>The last event of a room that was dealt with: where healing a gap may stop.</summary>
    public static string Seen(string room) => "seen/" + room;

    /// <summary>A message of ours with choices.</summary>
    public static string Card(string message) => "card/" + message;

    /// <summary>The messages of a room that take reactions now.</summary>
    public static string Cards(string room) => "cards/" + room;

    /// <summary>A reaction that was handed in.</summary>
    public static string Reaction(string id) => "reaction/" + id;

    /// <summary>The reactions of a card, a few dozen a page.</summary>
    public static string Reactions(string card, int page) => FormattableString.Invariant($"reactions/{card}/{page}");

    /// <summary>An account's private room, and whether he has written there.</summary>
    public static string Private(string user) => "private/" + user;

    /// <summary>Whose private room it is.</summary>
    public static string Direct(string room) => "direct/" + room;

    /// <summary>It was said there that we cannot read it.</summary>
    public static string Encrypted(string room) => "encrypted/" + room;

    /// <summary>An old room, whose successor we are to follow to as soon as we are let in.</summary>
    public static string Move(string old) => "move/" + old;

    /// <summary>The room of a message that went elsewhere than its delivery says.</summary>
    public static string Message(string message) => "message/" + message;

    public static async Task<JsonObject?> ReadAsync(this IKeyValues memory, string key, CancellationToken cancellation)
    {
        if (await memory.GetAsync(key, cancellation) is not { } text) return null;
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // not ours: as if it were not there
        }
    }

    public static Task WriteAsync(this IKeyValues memory, string key, JsonNode value, CancellationToken cancellation) =>
        memory.SetAsync(key, value.ToJsonString(), cancellation);
}
