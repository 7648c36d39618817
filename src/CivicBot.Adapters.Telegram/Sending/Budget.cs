using CivicBot.Chat;

namespace CivicBot.Adapters.Telegram.Sending;

/// <summary>
/// How much may be sent: a group takes about twenty messages and edits in a minute, the bot thirty in a second. Cards, which change with every vote, get a part of
/// the group's, so that results and answers still pass.
/// </summary>
internal sealed class Budget(TimeProvider time)
{
    private const int PerGroup = 20;
    private const int CardsPerGroup = 12;
    private const int PerSecond = 30;

    // A little longer than the platform's own minute: its clock is not ours.
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(61);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Window _all = new(PerSecond, Second);
    private readonly Dictionary<long, (Window All, Window Cards)> _groups = [];
    private readonly Dictionary<long, DateTimeOffset> _closed = [];

    /// <summary>Takes one, if there is one.</summary>
    /// <returns>How long to wait, and nothing was taken; null if it may go now.</returns>
    public TimeSpan? Take(long chat, Purpose purpose)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_closed.TryGetValue(chat, out var until) && until > now) return until - now;
            _closed.Remove(chat);
            List<Window> windows = [_all];
            if (chat < 0)
            {
                if (!_groups.TryGetValue(chat, out var group)) _groups[chat] = group = (new Window(PerGroup, Minute), new Window(CardsPerGroup, Minute));
                windows.Add(group.All);
                if (purpose is Purpose.Card) windows.Add(group.Cards);
            }

            var wait = windows.Max(window => window.Wait(now));
            if (wait > TimeSpan.Zero) return wait;
            foreach (var window in windows) window.Take(now);
            return null;
        }
    }

    /// <summary>The platform asked us to wait: nothing goes there until then.</summary>
    public void Close(long chat, TimeSpan wait)
    {
        lock (_lock) _closed[chat] = time.GetUtcNow() + wait;
    }

    /// <summary>So many in any stretch of that length; a bucket that refills would let through twice as many at its worst.</summary>
    private sealed class Window(int most, TimeSpan length)
    {
        private readonly Queue<DateTimeOffset> _taken = new();

        public TimeSpan Wait(DateTimeOffset now)
        {
            while (_taken.TryPeek(out var oldest) && now - oldest >= length) _taken.Dequeue();
            return _taken.Count < most ? TimeSpan.Zero : _taken.Peek() + length - now;
        }

        public void Take(DateTimeOffset now) => _taken.Enqueue(now);
    }
}
