using CivicBot.Adapters.Telegram.Sending;
using CivicBot.Adapters.Telegram.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>The adapter's own few words. Said once, within the budgets, and given up after a few tries.</summary>
internal sealed class Notices(Posting posting, Budget budget, Patience patience, string bot)
{
    public async Task SayAsync(Post post, string words, CancellationToken cancellation)
    {
        if (budget.Take(post.To.Chat, Purpose.Notice) is not null) return; // a busy group does without
        var drawn = new Drawn(TelegramText.Html(words.Replace("{bot}", bot, StringComparison.Ordinal)), null, [], Asks: false);
        await patience.TryAsync("saying something", () => posting.SendAsync(drawn, post, cancellation), cancellation);
    }
}
