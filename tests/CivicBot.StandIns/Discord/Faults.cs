using System.Collections.Concurrent;

namespace CivicBot.StandIns.Discord;

/// <summary>What can go wrong, to be set by a test.</summary>
public sealed class Faults
{
    private readonly ConcurrentQueue<(string Path, double Seconds, bool Global, bool Shared)> _slower = new();
    private int _lost;

    /// <summary>Nothing is answered but 503.</summary>
    public bool Outage { get; set; }

    /// <summary>Heartbeats are heard and not answered.</summary>
    public bool Deaf { get; set; }

    /// <summary>How many sessions may still begin today.</summary>
    public int SessionsLeft { get; set; } = 1_000;

    /// <summary>The next request whose path has that in it is told to wait.</summary>
    public void AskToWait(string path, double seconds, bool everywhere = false, bool shared = false) => _slower.Enqueue((path, seconds, everywhere, shared));

    /// <summary>So many requests are done, but their answers get lost.</summary>
    public void LoseAnswers(int count) => Interlocked.Exchange(ref _lost, count);

    internal bool LosesThis() => Volatile.Read(ref _lost) > 0 && Interlocked.Decrement(ref _lost) >= 0;

    internal Refused? For(string path)
    {
        if (Outage) return new Refused(503, 0, "Service Unavailable");
        return _slower.TryPeek(out var next) && path.Contains(next.Path, StringComparison.Ordinal) && _slower.TryDequeue(out _)
            ? new Refused(429, 0, "You are being rate limited.") { RetryAfter = next.Seconds, Global = next.Global, Shared = next.Shared }
            : null;
    }
}
