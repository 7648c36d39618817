using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>A group that becomes a supergroup gets a new id; we hear of it by a message, or when something sent to the old one is refused.</summary>
internal sealed class Migrations(Chats chats, Handover handover, ILogger log)
{
    public async Task FollowAsync(long from, long to, CancellationToken cancellation)
    {
        await chats.MoveAsync(from, to, cancellation);
        log.LogInformation("Telegram: a group became a supergroup; it is followed there.");
        await handover.HandInAsync(
            new Moved(Where(to))
            {
                EventKey = FormattableString.Invariant($"telegram:moved/{from}/{to}"),
                From = new Account(Names.Key(from), ""),
                In = Where(from),
                SeenBy = SeenBy.Room,
            },
            cancellation);
    }

    private static Room Where(long chat) => new(Names.Key(chat), Names.Key(chat), "");
}
