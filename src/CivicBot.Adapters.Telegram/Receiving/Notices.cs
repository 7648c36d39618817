using System.Collections.Concurrent;
using CivicBot.Adapters.Telegram.Sending;
using CivicBot.Adapters.Telegram.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>The adapter's own few words. Said once, within the budgets, and given up after a few tries.</summary>
internal sealed class Notices(Posting posting, Budget budget, Patience patience, string bot, TimeProvider time)
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(long Chat, string Words), DateTimeOffset> _said = new();

    /// <summary>To a group the same is not said twice in a minute: whoever provokes it could use up what the group's results need.</summary>
    public async Task SayAsync(Post post, string words, CancellationToken cancellation)
    {
        var (what, now) = ((post.To.Chat, words), time.GetUtcNow());
        if (post.To.Chat < 0 && _said.TryGetValue(what, out var at) && now - at < Silence) return;
        if (budget.Take(post.To.Chat, Purpose.Notice) is not null) return; // a busy group does without
        if (post.To.Chat < 0) _said[what] = now;
        var drawn = new Drawn(TelegramText.Html(words.Replace("{bot}", bot, StringComparison.Ordinal)), null, [], Asks: false);
        await patience.TryAsync("saying something", () => posting.SendAsync(drawn, post, cancellation), cancellation);
    }
}
