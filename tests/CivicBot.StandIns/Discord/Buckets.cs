using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CivicBot.StandIns.Discord;

/// <summary>The limits: a few requests in a few seconds for each shape and main thing, and 50 a second over all.</summary>
internal sealed class Buckets(TimeProvider time)
{
    private const int OverAll = 50;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Used, DateTimeOffset Reset)> _states = [];
    private (int Used, DateTimeOffset Reset) _all;

    public void Take(string method, string[] path, HttpContext context)
    {
        var (bucket, most, window) = Of(method, path);
        if (bucket is null) return;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var key = bucket + "/" + (path.Length > 1 ? path[1] : "") + (path[0] == "webhooks" ? path[2] : "");
            var state = _states.TryGetValue(key, out var known) && known.Reset > now ? known : (Used: 0, Reset: now + window);
            var exceeded = state.Used >= most;
            if (!exceeded) state.Used++;
            _states[key] = state;
            var headers = context.Response.Headers;
            headers["X-RateLimit-Bucket"] = bucket;
            headers["X-RateLimit-Limit"] = most.ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Remaining"] = (most - state.Used).ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Reset-After"] = (state.Reset - now).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
            if (exceeded) throw Refused.Slower((state.Reset - now).TotalSeconds);
            if (path[0] == "webhooks") return;
            if (_all.Reset <= now) _all = (0, now + TimeSpan.FromSeconds(1));
            if (++_all.Used > OverAll) throw new Refused(429, 0, "You are being rate limited.") { RetryAfter = (_all.Reset - now).TotalSeconds, Global = true };
        }
    }

    private static (string? Name, int Most, TimeSpan Window) Of(string method, string[] path) => (method, path) switch
    {
        (_, ["interactions", ..]) => (null, 0, default),
        ("PATCH", ["channels", _, "messages", _]) => ("edit", 5, TimeSpan.FromSeconds(5)),
        ("POST", ["channels", _, "messages"]) => ("send", 5, TimeSpan.FromSeconds(5)),
        (_, ["webhooks", ..]) => ("webhook", 5, TimeSpan.FromSeconds(2)),
        _ => (method + path[0], 100, TimeSpan.FromSeconds(10)),
    };
}
