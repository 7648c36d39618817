using System.Globalization;
using System.Net.Http.Headers;

namespace CivicBot.Adapters.Discord.Wire;

/// <summary>Discord's limits as it told them: how much is left in each bucket, and 50 requests a second over all. Nothing is written down beforehand.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    private const int PerSecond = 50;
    private const int Most = 2_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _buckets = [];
    private readonly Dictionary<(string Bucket, string Major), (int Left, DateTimeOffset Reset)> _states = [];
    private DateTimeOffset _noneBefore = DateTimeOffset.MinValue;
    private DateTimeOffset _second = DateTimeOffset.MinValue;
    private int _inThisSecond;

    /// <summary>Takes one request out of its bucket.</summary>
    /// <returns>How long to wait instead; null if it may go now.</returns>
    public TimeSpan? Take(Route route)
    {
        if (route.Urgent) return null;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var key = (_buckets.GetValueOrDefault(route.Shape, route.Shape), route.Major);
            var known = _states.TryGetValue(key, out var state) && state.Reset > now;
            if (known && state.Left <= 0) return state.Reset - now;
            if (!route.OfInteraction && Overall(now) is { } wait) return wait;
            if (known) _states[key] = (state.Left - 1, state.Reset);
            return null;
        }
    }

    public void Learn(Route route, HttpResponseHeaders headers)
    {
        if (Header(headers, "X-RateLimit-Bucket") is not { } bucket || Number(headers, "X-RateLimit-Remaining") is not { } left || Number(headers, "X-RateLimit-Reset-After") is not { } after) return;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _buckets[route.Shape] = bucket;
            if (_states.Count >= Most)
            {
                foreach (var old in _states.Where(state => state.Value.Reset <= now).Select(state => state.Key).ToList()) _states.Remove(old);
            }

            _states[(bucket, route.Major)] = ((int)left, now + TimeSpan.FromSeconds(after));
        }
    }

    /// <summary>It was too much, whatever we thought.</summary>
    public void Exceeded(Route route, TimeSpan wait, bool everywhere)
    {
        lock (_lock)
        {
            var until = time.GetUtcNow() + wait;
            if (everywhere) _noneBefore = until;
            else _states[(_buckets.GetValueOrDefault(route.Shape, route.Shape), route.Major)] = (0, until);
        }
    }

    public static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Header(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e6 ? number : null;

    public static string? Header(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private TimeSpan? Overall(DateTimeOffset now)
    {
        if (_noneBefore > now) return _noneBefore - now;
        if (now - _second >= TimeSpan.FromSeconds(1)) (_second, _inThisSecond) = (now, 0);
        if (_inThisSecond >= PerSecond) return _second + TimeSpan.FromSeconds(1) - now;
        _inThisSecond++;
        return null;
    }
}
