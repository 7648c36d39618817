using System.Text.Json.Nodes;
using CivicBot.Adapters.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>Begins sessions, within what Discord allows: a thousand a day, and one in five seconds. More would cost the bot its token.</summary>
internal sealed class Identifying(DiscordOptions options, DiscordClient client, Patience patience, TimeProvider time, ILogger log)
{
    /// <summary>Servers, messages that mention us, messages in private. None of them is privileged.</summary>
    public const int Intents = (1 << 0) | (1 << 9) | (1 << 12);

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);
    private DateTimeOffset _last = DateTimeOffset.MinValue;

    /// <summary>Waits until a session may begin.</summary>
    /// <returns>Where.</returns>
    public async Task<string> AddressAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var gateway = await patience.AskAsync(() => client.GatewayAsync(cancellation), cancellation);
            var url = gateway.Text("url") ?? throw new InvalidOperationException("Discord: the API names no gateway.");
            if (gateway.Number("session_start_limit", "remaining") is 0 && gateway.Number("session_start_limit", "reset_after") is > 0 and var reset)
            {
                log.LogWarning("Discord: no session may begin for another {Minutes} minutes; waiting, for beginning more would cost the token.", reset / 60_000);
                await Task.Delay(TimeSpan.FromMilliseconds((double)reset), time, cancellation);
                continue;
            }

            // Shards of one key share five seconds: shard 3 of max_concurrency 2 begins in the second turn.
            var turn = options.Shard / (int)Math.Max(1, gateway.Number("session_start_limit", "max_concurrency") ?? 1);
            var wait = _last == DateTimeOffset.MinValue ? Between * turn : _last + Between - time.GetUtcNow();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
            _last = time.GetUtcNow();
            return url;
        }
    }

    public JsonObject Identify() => new()
    {
        ["op"] = 2,
        ["d"] = new JsonObject
        {
            ["token"] = options.Token.Reveal().Trim(),
            ["intents"] = Intents,
            ["shard"] = new JsonArray(options.Shard, options.Shards),
            ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "civicbot", ["device"] = "civicbot" },
        },
    };

    public JsonObject Resume(string session, long? sequence) => new()
    {
        ["op"] = 6,
        ["d"] = new JsonObject { ["token"] = options.Token.Reveal().Trim(), ["session_id"] = session, ["seq"] = sequence ?? 0 },
    };
}
