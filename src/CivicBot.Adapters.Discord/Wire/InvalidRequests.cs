namespace CivicBot.Adapters.Discord.Wire;

/// <summary>Counts the requests that Discord refused, for it bans an address that sends ten thousand of them in ten minutes.</summary>
internal sealed class InvalidRequests(int most, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _times = new();

    public void Note()
    {
        lock (_lock) _times.Enqueue(time.GetUtcNow());
    }

    /// <returns>How long to send nothing; null if all is well.</returns>
    public TimeSpan? Wait()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            while (_times.TryPeek(out var oldest) && oldest + Window <= now) _times.Dequeue();
            return _times.Count < most ? null : _times.Peek() + Window - now;
        }
    }
}
