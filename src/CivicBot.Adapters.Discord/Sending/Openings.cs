using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CivicBot.Adapters.Discord.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Sending;

/// <summary>
/// The cards that were posted lately, or tried to be. Discord forgets a nonce after minutes; where a try ended without an answer, the token in the card's
/// button tells after any stop whether it stands.
/// </summary>
internal sealed class Openings(DiscordClient client, IKeyValues memory, TimeProvider time)
{
    private const int Most = 64;
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1); // their clock and ours

    /// <returns>The message that this delivery was posted as before; null if it was not, and may be posted now.</returns>
    public async Task<string?> BeforeAsync(string delivery, string channel, JsonNode payload, CancellationToken cancellation)
    {
        var all = await ReadAsync(cancellation);
        if (all.OfType<JsonObject>().FirstOrDefault(one => (string?)one["id"] == delivery) is not { } tried)
        {
            while (all.Count >= Most) all.RemoveAt(0);
            all.Add(new JsonObject { ["id"] = delivery, ["at"] = time.GetUtcNow().ToUnixTimeMilliseconds() });
            await memory.WriteAsync(Keys.Openings, all, cancellation);
            return null;
        }

        return (string?)tried["message"] ?? await StandingAsync(channel, DateTimeOffset.FromUnixTimeMilliseconds((long)tried["at"]!) - Leeway, payload, cancellation);
    }

    public async Task NoteAsync(string delivery, string message, CancellationToken cancellation)
    {
        var all = await ReadAsync(cancellation);
        if (all.OfType<JsonObject>().FirstOrDefault(one => (string?)one["id"] == delivery) is not { } tried) return;
        tried["message"] = message;
        await memory.WriteAsync(Keys.Openings, all, cancellation);
    }

    private async Task<JsonArray> ReadAsync(CancellationToken cancellation) => await memory.ReadAsync(Keys.Openings, cancellation) as JsonArray ?? [];

    private async Task<string?> StandingAsync(string channel, DateTimeOffset since, JsonNode payload, CancellationToken cancellation)
    {
        if (Buttons(JsonSerializer.SerializeToElement(payload)).FirstOrDefault() is not { } button) return null;
        try
        {
            var messages = await client.MessagesAsync(channel, Names.After(since).ToString(CultureInfo.InvariantCulture), cancellation);
            return messages.ValueKind is JsonValueKind.Array ? messages.EnumerateArray().FirstOrDefault(message => Buttons(message).Contains(button)).Text("id") : null;
        }
        catch (DiscordFailure refused) when (!refused.Passing)
        {
            return null; // we may not read there; sending will say what is missing
        }
    }

    private static IEnumerable<string> Buttons(JsonElement message) => message.Items("components").SelectMany(row => row.Items("components"))
        .Select(one => one.Items("options").Select(option => option.Text("value")).FirstOrDefault() ?? one.Text("custom_id")).OfType<string>();
}
