using Telegram.Bot.Types.Enums;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>What we may say of somebody who acts in a group.</summary>
/// <param name="Confirmed">False: strangers can act there, and Telegram does not tell us whether he is one.</param>
/// <param name="Unnamed">He may be an admin who is anonymous there, though we see who he is.</param>
internal sealed record Entry(bool Present, bool Admin, bool Confirmed, bool Unnamed);

/// <summary>Who is let in as what. Where strangers cannot come, acting proves that one is there; else Telegram must confirm it. Rights it must confirm always.</summary>
internal sealed class Entrance(Membership membership)
{
    public async Task<Entry> OfAsync(TelegramChat chat, long account, CancellationToken cancellation)
    {
        var standing = await membership.OfAsync(chat.Id, account, cancellation);
        var strangers = await membership.IsOpenToStrangersAsync(chat, cancellation);
        return new Entry(
            Present: strangers ? standing is { Present: true } : standing is not { Present: false },
            Admin: standing is { Present: true, Admin: true },
            Confirmed: !strangers || standing is not null,
            Unnamed: chat.Type is ChatType.Supergroup && standing is null or { Anonymous: true }); // ordinary groups have no anonymous admins
    }
}
