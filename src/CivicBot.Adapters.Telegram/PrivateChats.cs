using CivicBot.Chat;

namespace CivicBot.Adapters.Telegram;

/// <summary>Who has a private chat with us. We cannot begin one: he must press Start, and may block us later.</summary>
internal sealed class PrivateChats(IKeyValues memory)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<long, bool> _known = new();

    public async Task<bool> IsOpenAsync(long account, CancellationToken cancellation)
    {
        if (_known.TryGetValue(account, out var known)) return known;
        return _known[account] = await memory.GetAsync(Keys.Started(account), cancellation) == "yes";
    }

    public async Task NoteAsync(long account, bool open, CancellationToken cancellation)
    {
        if (_known.TryGetValue(account, out var known) && known == open) return;
        await memory.SetAsync(Keys.Started(account), open ? "yes" : "no", cancellation);
        _known[account] = open;
    }
}
