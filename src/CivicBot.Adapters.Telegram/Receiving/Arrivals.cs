using CivicBot.Adapters.Telegram.Sending;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>Our own comings and goings: added to a group, sent away from it, blocked by somebody.</summary>
internal sealed class Arrivals(Chats chats, PrivateChats privately, Membership membership, Notices notices)
{
    public async Task ReadAsync(ChatMemberUpdated changed, CancellationToken cancellation)
    {
        var (before, now) = (Membership.Of(changed.OldChatMember).Present, Membership.Of(changed.NewChatMember).Present);
        switch (changed.Chat.Type)
        {
            case ChatType.Private:
                await privately.NoteAsync(changed.Chat.Id, now, cancellation);
                break;
            case ChatType.Group or ChatType.Supergroup when now:
                await chats.ArriveAsync(changed.Chat.Id, cancellation);
                // As an admin we may learn what we could not before.
                membership.Forget(changed.Chat.Id);
                if (!before) await notices.SayAsync(new Post(new Spot(changed.Chat.Id)), Texts.InBoth(texts => texts.Joined), cancellation);
                break;
            case ChatType.Group or ChatType.Supergroup:
                await chats.LeaveAsync(changed.Chat.Id, cancellation);
                break;
            default:
                break;
        }
    }
}
