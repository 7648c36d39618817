using System.Globalization;
using CivicBot.Adapters.Telegram.Wire;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>What Telegram tells us, to whom it is for. Each account's in its own lane.</summary>
internal sealed class Updates(Messages messages, Clicks clicks, Departures departures, Arrivals arrivals, Migrations migrations, Chats chats, ILogger log)
{
    private readonly Lanes _lanes = new();

    /// <summary>Said at every start: a list that is left out is the last one that was said.</summary>
    public static IReadOnlyList<UpdateType> Wanted { get; } = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember, UpdateType.ChatMember];

    /// <summary>Ends when all that it caused is on disk.</summary>
    public Task TakeAsync(Update update, CancellationToken cancellation) => _lanes.RunAsync(Lane(update), async () =>
    {
        try
        {
            await ReadAsync(update, cancellation);
        }
        catch (TelegramFailure refused) when (refused.Trouble is not Trouble.BadToken)
        {
            log.LogWarning("Telegram: {What}: {Failure}", update.Type, refused.Message);
        }
    });

    private async Task ReadAsync(Update update, CancellationToken cancellation)
    {
        switch (update)
        {
            case { Message: { MigrateToChatId: { } to } moved }:
                await migrations.FollowAsync(moved.Chat.Id, to, cancellation);
                break;
            case { Message: { MigrateFromChatId: { } from } moved }:
                await migrations.FollowAsync(from, moved.Chat.Id, cancellation);
                break;
            case { Message: { LeftChatMember: { } left } message }:
                await departures.ReadAsync(message, left, cancellation);
                break;
            case { Message: { } message }:
                await NoteAsync(message.Chat, cancellation);
                await messages.ReadAsync(message, cancellation);
                break;
            case { CallbackQuery: { } query }:
                if (query.Message is { } pressed) await NoteAsync(pressed.Chat, cancellation);
                await clicks.ReadAsync(query, cancellation);
                break;
            case { ChatMember: { } changed }:
                await departures.ReadAsync(changed, cancellation);
                break;
            case { MyChatMember: { } changed }:
                await arrivals.ReadAsync(changed, cancellation);
                break;
            default:
                break;
        }
    }

    private async Task NoteAsync(TelegramChat chat, CancellationToken cancellation)
    {
        if (chat.Type is not (ChatType.Group or ChatType.Supergroup)) return;
        if (await chats.CurrentAsync(chat.Id, cancellation) is var now && now != chat.Id)
        {
            // A press on an old card of a group that moved is done where the group is now.
            (chat.Id, chat.Type) = (now, ChatType.Supergroup);
        }

        await chats.ArriveAsync(chat.Id, cancellation);
    }

    private static string Lane(Update update) => update switch
    {
        { Message: { } message } => Number(message.From?.Id ?? message.Chat.Id),
        { CallbackQuery: { } query } => Number(query.From.Id),
        { ChatMember: { } changed } => Number(changed.NewChatMember.User.Id),
        { MyChatMember: { } changed } => Number(changed.Chat.Id),
        _ => "",
    };

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
