using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CivicBot.Adapters.Discord.Wire;

namespace CivicBot.Adapters.Discord.Sending;

/// <summary>
/// The cards that stood in a channel when this process first opened one there. Discord forgets a nonce after minutes; the token in a card's button tells
/// after any stop whether the card was posted before.
/// </summary>
internal sealed class OwnMessages(DiscordClient client)
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _channels = new();

    /// <returns>The message that has the same first button; null if there is none.</returns>
    public async Task<string?> FindAsync(string channel, JsonNode payload, CancellationToken cancellation)
    {
        if (Ids(System.Text.Json.JsonSerializer.SerializeToElement(payload)).FirstOrDefault() is not { } button) return null;
        if (!_channels.TryGetValue(channel, out var known)) _channels[channel] = known = await ReadAsync(channel, cancellation);
        return known.GetValueOrDefault(button);
    }

    private async Task<IReadOnlyDictionary<string, string>> ReadAsync(string channel, CancellationToken cancellation)
    {
        var found = new Dictionary<string, string>();
        try
        {
            var messages = await client.MessagesAsync(channel, cancellation);
            if (messages.ValueKind != System.Text.Json.JsonValueKind.Array) return found;
            foreach (var message in messages.EnumerateArray())
            {
                if (message.Text("id") is not { } id) continue;
                foreach (var button in Ids(message)) found.TryAdd(button, id);
            }
        }
        catch (DiscordFailure refused) when (!refused.Passing)
        {
            // We may not read there; sending will say what is missing.
        }

        return found;
    }

    private static IEnumerable<string> Ids(System.Text.Json.JsonElement message) =>
        message.Items("components").SelectMany(row => row.Items("components")).Select(one => one.Items("options").FirstOrDefault().Text("value") is { } picked ? picked : one.Text("custom_id")).OfType<string>();
}
