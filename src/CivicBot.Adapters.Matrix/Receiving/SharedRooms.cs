using CivicBot.Adapters.Matrix.Wire;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>The rooms in which, as the server says, both somebody and we are: by them a private line finds its collective.</summary>
internal sealed class SharedRooms(MatrixClient client, PrivateRooms privately, Patience patience, TimeProvider time)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(60);
    private readonly Dictionary<string, (IReadOnlySet<string> Members, DateTimeOffset At)> _joined = [];

    public void Note(string room) => _joined.TryAdd(room, (new HashSet<string>(), DateTimeOffset.MinValue));

    public void Forget(string room) => _joined.Remove(room);

    /// <summary>Somebody left it: whoever is there is asked anew.</summary>
    public void Doubt(string room) => _joined[room] = (new HashSet<string>(), DateTimeOffset.MinValue);

    public async Task<IReadOnlyList<string>> WithAsync(string user, CancellationToken cancellation)
    {
        var shared = new List<string>();
        foreach (var room in _joined.Keys.ToList())
        {
            if (await privately.OwnerAsync(room, cancellation) is null && await HoldsAsync(room, user, cancellation)) shared.Add(Names.Key(room));
        }
        return shared;
    }

    /// <summary>A yes lasts a minute; a no is asked again, since he may have come in just now.</summary>
    private async Task<bool> HoldsAsync(string room, string user, CancellationToken cancellation)
    {
        var (members, at) = _joined[room];
        if (members.Contains(user) && time.GetUtcNow() - at < Lasting) return true;
        try
        {
            members = await patience.AskAsync(() => client.JoinedAsync(room, cancellation), cancellation);
            _joined[room] = (members, time.GetUtcNow());
            return members.Contains(user);
        }
        catch (MatrixFailure refused) when (!refused.Passing && !refused.LoggedOut)
        {
            return false;
        }
    }
}
