using System.Collections.Concurrent;
using CivicBot.Adapters.Discord.Wire;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>In which servers somebody who writes in private is, too: asked of Discord, and believed for a minute.</summary>
internal sealed class SharedGuilds(DiscordClient client, Guilds guilds, TimeProvider time)
{
    private const int MostAsked = 25;
    private const int MostKept = 4_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (IReadOnlyList<string> Places, DateTimeOffset At)> _kept = new();
    private readonly ConcurrentDictionary<string, string> _lastSeenIn = new();

    /// <summary>He acted there, so that is asked first.</summary>
    public void Note(string user, string guild)
    {
        if (_lastSeenIn.Count >= MostKept) _lastSeenIn.Clear();
        _lastSeenIn[user] = guild;
    }

    public async Task<IReadOnlyList<string>> OfAsync(string user, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_kept.TryGetValue(user, out var kept) && kept.At + Fresh > now) return kept.Places;
        var candidates = guilds.Known.Order(StringComparer.Ordinal);
        var ordered = _lastSeenIn.TryGetValue(user, out var last) ? candidates.Except([last]).Prepend(last) : candidates;
        var places = new List<string>();
        try
        {
            foreach (var guild in ordered.Take(MostAsked))
            {
                if (await client.IsMemberAsync(guild, user, cancellation)) places.Add(Names.Key(guild));
            }
        }
        catch (DiscordFailure)
        {
            return places; // no answer, no right; asked again next time
        }

        if (_kept.Count >= MostKept) _kept.Clear();
        _kept[user] = (places, now);
        return places;
    }
}
