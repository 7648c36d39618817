using CivicBot.Chat;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>Who did something and where, in the contract's words.</summary>
internal static class Speaker
{
    public static Account Of(User from)
    {
        var name = string.IsNullOrWhiteSpace(from.LastName) ? from.FirstName : $"{from.FirstName} {from.LastName}";
        return new Account(Names.Key(from.Id), string.IsNullOrWhiteSpace(name) ? from.Username ?? "?" : name, from.LanguageCode?.Split('-')[0]);
    }

    public static Spot Spot(Message message) => new(message.Chat.Id, message is { IsTopicMessage: true, MessageThreadId: { } topic } ? topic : null);

    /// <summary>A topic belongs to its chat, which is what founds a collective.</summary>
    public static Room Where(TelegramChat chat, Spot spot) => new(Names.Key(spot), Names.Key(chat.Id), chat.Title ?? chat.FirstName ?? "", chat.Type is ChatType.Private);
}
