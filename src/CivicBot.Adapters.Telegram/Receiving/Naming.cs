using System.Collections.Concurrent;
using CivicBot.Chat;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>
/// An admin may be anonymous in his group, but a press shows us who he is, and an open poll shows everyone. So who is or may be anonymous is told once, and his next
/// press says that he does not mind.
/// </summary>
internal sealed class Naming(IKeyValues memory, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(long Chat, long Account), DateTimeOffset> _told = new();
    private readonly ConcurrentDictionary<(long Chat, long Account), bool> _fine = new();

    /// <returns>False: he must be told now, and is counted as told.</returns>
    public async Task<bool> IsFineAsync(long chat, long account, CancellationToken cancellation)
    {
        var who = (chat, account);
        if (_fine.ContainsKey(who)) return true;
        if (await memory.GetAsync(Keys.Named(chat, account), cancellation) is null)
        {
            if (!(_told.TryGetValue(who, out var at) && time.GetUtcNow() - at < Remembered))
            {
                _told[who] = time.GetUtcNow();
                return false;
            }

            await memory.SetAsync(Keys.Named(chat, account), "yes", cancellation);
        }

        _told.TryRemove(who, out _);
        return _fine[who] = true;
    }
}
