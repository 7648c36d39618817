using CivicBot.Adapters.Telegram.Sending;
using CivicBot.Chat;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>Presses on buttons. Each is answered exactly once, by what comes of it.</summary>
internal sealed class Clicks(Toasts toasts, PrivateChats privately, Shares shares, Entrance entrance, Mentions mentions, Naming naming, Handover handover, string bot, TimeProvider time)
{
    public async Task ReadAsync(CallbackQuery query, CancellationToken cancellation)
    {
        var texts = Texts.In(Speaker.Of(query.From).Language);
        var click = new Reference.Click(query.Id, time.GetUtcNow());
        toasts.Hold(click, texts, cancellation);
        if (query.Message is not { } message || query.Data is not { Length: > 1 } data || data[0] != Keyboard.Press)
        {
            toasts.Say(click, Toast.Nothing, cancellation); // a client can send anything
            return;
        }

        await mentions.NoteAsync(query.From, cancellation);
        var pressed = new Pressed(data[1..])
        {
            EventKey = "telegram:callback/" + query.Id,
            From = Speaker.Of(query.From),
            In = Speaker.Where(message.Chat, Speaker.Spot(message)),
            SeenBy = SeenBy.Bot,
            Event = click.ToString(),
        };
        if (message.Chat.Type is ChatType.Private)
        {
            await privately.NoteAsync(query.From.Id, open: true, cancellation);
            pressed = pressed with { Shares = await shares.WithAsync(query.From.Id, cancellation) };
        }
        else
        {
            var entry = await entrance.OfAsync(message.Chat, query.From.Id, cancellation);
            if (await StopsAsync(entry, message.Chat.Id, query.From.Id, texts, cancellation) is { } why)
            {
                toasts.Say(click, new Toast(why.Replace("{bot}", bot, StringComparison.Ordinal), Alert: true), cancellation);
                return;
            }

            pressed = pressed with { Admin = entry.Admin, Present = entry.Present };
        }

        var handled = await handover.HandInAsync(pressed, cancellation);
        toasts.Note(click);
        if (handled is Ignored) toasts.Say(click, Toast.Nothing, cancellation);
    }

    private async Task<string?> StopsAsync(Entry entry, long chat, long account, Texts texts, CancellationToken cancellation) =>
        !entry.Confirmed ? texts.MakeMeAdmin
        : entry.Unnamed && !await naming.IsFineAsync(chat, account, cancellation) ? texts.ShowsYourName
        : null;
}
