using CivicBot.Chat;
using Telegram.Bot.Types;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>Members who leave a group or are made to: told by the line that everyone sees, and to admins by a notice of its own.</summary>
internal sealed class Departures(User self, Membership membership, Handover handover)
{
    public async Task ReadAsync(Message message, User left, CancellationToken cancellation)
    {
        membership.Forget(message.Chat.Id, left.Id);
        await HandInAsync(message.Chat, left, message.Date, cancellation);
    }

    public async Task ReadAsync(ChatMemberUpdated changed, CancellationToken cancellation)
    {
        var who = changed.NewChatMember.User;
        membership.Forget(changed.Chat.Id, who.Id);
        if (Membership.Of(changed.OldChatMember).Present && !Membership.Of(changed.NewChatMember).Present) await HandInAsync(changed.Chat, who, changed.Date, cancellation);
    }

    private async Task HandInAsync(TelegramChat chat, User who, DateTime at, CancellationToken cancellation)
    {
        if (who.IsBot || who.Id == self.Id) return;
        await handover.HandInAsync(
            new Left
            {
                EventKey = FormattableString.Invariant($"telegram:left/{chat.Id}/{who.Id}/{new DateTimeOffset(at).ToUnixTimeSeconds()}"),
                From = Speaker.Of(who),
                In = Speaker.Where(chat, new Spot(chat.Id)),
                SeenBy = SeenBy.Room,
                Present = false,
            },
            cancellation);
    }
}
