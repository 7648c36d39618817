using System.Collections.Concurrent;

namespace CivicBot.Adapters.Discord.Sending;

/// <summary>Messages older than an hour have a small hidden allowance of edits: at most one a minute.</summary>
internal sealed class EditPace(TimeProvider time)
{
    private const int Most = 4_000;
    private static readonly TimeSpan Young = TimeSpan.FromHours(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _edits = new();

    /// <returns>How long the message is to be left alone; null if it may be edited now.</returns>
    public TimeSpan? Wait(string message)
    {
        var now = time.GetUtcNow();
        if (now - Names.MadeAt(message) <= Young || !_edits.TryGetValue(message, out var last) || last + Rest <= now) return null;
        return last + Rest - now;
    }

    public void Note(string message)
    {
        if (_edits.Count >= Most) _edits.Clear();
        _edits[message] = time.GetUtcNow();
    }
}
