using CivicBot.Adapters.Telegram.Sending;
using CivicBot.Chat;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>Typed lines. Forwards, bots, channels and everything that is not text mean nothing.</summary>
internal sealed class Messages(User self, PrivateChats privately, Shares shares, Entrance entrance, Mentions mentions, Notices notices, Handover handover)
{
    private string Bot => self.Username!;

    public async Task ReadAsync(Message message, CancellationToken cancellation)
    {
        if (message is not { Text: not null, From: { } from, ForwardOrigin: null, ViaBot: null, IsAutomaticForward: false }) return;
        var inPrivate = message.Chat.Type is ChatType.Private;
        if (!inPrivate && message.Chat.Type is not (ChatType.Group or ChatType.Supergroup)) return;

        var reply = message.ReplyToMessage?.From?.Id == self.Id;
        if (TypedLine.Read(await mentions.ResolvedAsync(message, cancellation), Bot) is not { } line) return;
        if (!inPrivate && !line.Command && !reply) return; // people among themselves
        var texts = Texts.In(Speaker.Of(from).Language);
        if (message.SenderChat is not null)
        {
            if (line.Command) await notices.SayAsync(Back(message), Texts.InBoth(both => both.WriteAsYourself), cancellation);
            return;
        }

        if (from.IsBot) return;
        await mentions.NoteAsync(from, cancellation);
        if (inPrivate) await ReadPrivateAsync(message, from, line, texts, cancellation);
        else await ReadInAGroupAsync(message, from, line, reply, texts, cancellation);
    }

    private async Task ReadPrivateAsync(Message message, User from, TypedLine line, Texts texts, CancellationToken cancellation)
    {
        await privately.NoteAsync(from.Id, open: true, cancellation);
        if (line.Start() is { Length: 0 })
        {
            await notices.SayAsync(new Post(new Spot(message.Chat.Id)), texts.Hello, cancellation);
            return;
        }

        var event_ = new Reference.Line(message.Chat.Id, message.Id);
        var shared = await shares.WithAsync(from.Id, cancellation);
        await handover.HandInAsync(Done(message, from, line, SeenBy.Bot, event_) with { Shares = shared }, cancellation);
    }

    private async Task ReadInAGroupAsync(Message message, User from, TypedLine line, bool reply, Texts texts, CancellationToken cancellation)
    {
        var entry = await entrance.OfAsync(message.Chat, from.Id, cancellation);
        if (!entry.Confirmed)
        {
            await notices.SayAsync(Back(message), texts.MakeMeAdmin, cancellation);
            return;
        }

        if (line.Start() is { Length: 0 }) line = new TypedLine("help", true);
        Reference event_ = message.EphemeralMessageId is { } whisper
            ? new Reference.Whisper(whisper, message.Date)
            : new Reference.Line(message.Chat.Id, message.Id, reply && !line.Command);
        var seenBy = message.EphemeralMessageId is null ? SeenBy.Room : SeenBy.Bot;
        await handover.HandInAsync(Done(message, from, line, seenBy, event_) with { Admin = entry.Admin, Present = entry.Present }, cancellation);
    }

    private static Interaction Done(Message message, User from, TypedLine line, SeenBy seenBy, Reference event_)
    {
        var key = message.EphemeralMessageId is { } whisper
            ? FormattableString.Invariant($"telegram:whisper/{message.Chat.Id}/{from.Id}/{whisper}/{new DateTimeOffset(message.Date).ToUnixTimeSeconds()}")
            : FormattableString.Invariant($"telegram:message/{message.Chat.Id}/{message.Id}");
        var (account, room) = (Speaker.Of(from), Speaker.Where(message.Chat, Speaker.Spot(message)));
        return line.Start() is { Length: > 0 } token
            ? new Pressed(token) { EventKey = key, From = account, In = room, SeenBy = SeenBy.Bot, Event = event_.ToString() }
            : new Said(line.Text, line.Command) { EventKey = key, From = account, In = room, SeenBy = seenBy, Event = event_.ToString() };
    }

    private static Post Back(Message message) => new(
        Speaker.Spot(message),
        message.EphemeralMessageId is null ? message.Id : null,
        Only: message is { EphemeralMessageId: not null, From: { } from } ? new EphemeralMessageParameters { ReceiverUserId = from.Id } : null,
        AnswersWhisper: message.EphemeralMessageId);
}
