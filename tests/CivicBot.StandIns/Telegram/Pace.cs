namespace CivicBot.StandIns.Telegram;

/// <summary>How much may be sent: 20 messages and edits a minute to a group, 30 a second in all.</summary>
internal sealed class Pace(TimeProvider time)
{
    private const int PerGroup = 20;
    private const int PerSecond = 30;
    private readonly Dictionary<long, List<DateTimeOffset>> _sent = [];

    public int Refused { get; private set; }

    public void Count(long chat)
    {
        var now = time.GetUtcNow();
        if (chat < 0) Count(chat, PerGroup, TimeSpan.FromMinutes(1), now);
        Count(0, PerSecond, TimeSpan.FromSeconds(1), now);
    }

    private void Count(long key, int most, TimeSpan length, DateTimeOffset now)
    {
        if (!_sent.TryGetValue(key, out var sent)) _sent[key] = sent = [];
        sent.RemoveAll(at => now - at >= length);
        if (sent.Count >= most)
        {
            Refused++;
            var wait = Math.Max(1, (int)Math.Ceiling((sent[0] + length - now).TotalSeconds));
            throw new ApiError(429, $"Too Many Requests: retry after {wait}") { RetryAfter = wait };
        }

        sent.Add(now);
    }
}
