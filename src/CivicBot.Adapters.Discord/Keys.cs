using System.Text.Json;
using System.Text.Json.Nodes;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord;

/// <summary>Everything that this adapter remembers, by key.</summary>
internal static class Keys
{
    /// <summary>The gateway's session, and the last event of it that was dealt with.</summary>
    public const string Session = "session";

    /// <summary>The servers that we are in, and their forums: a session that goes on does not name them again.</summary>
    public const string Guilds = "guilds";

    /// <summary>A hash of the commands that were published there last.</summary>
    public static string Commands(string? guild) => guild is null ? "commands" : "commands/" + guild;

    /// <summary>The forms that an account has open.</summary>
    public static string Forms(string user) => "forms/" + user;

    /// <summary>The conversation of an account with us.</summary>
    public static string Direct(string user) => "direct/" + user;

    /// <summary>The cards that were posted lately, or tried to be.</summary>
    public const string Openings = "openings";

    /// <summary>A card has a thread.</summary>
    public static string Thread(string message) => "thread/" + message;

    public static async Task<JsonNode?> ReadAsync(this IKeyValues memory, string key, CancellationToken cancellation)
    {
        if (await memory.GetAsync(key, cancellation) is not { } text) return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null; // not ours: as if it were not there
        }
    }

    public static Task WriteAsync(this IKeyValues memory, string key, JsonNode value, CancellationToken cancellation) =>
        memory.SetAsync(key, value.ToJsonString(), cancellation);
}
