using CivicBot.Chat;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace CivicBot.Adapters.Telegram.Sending;

/// <summary>Who asked, where, and by doing what.</summary>
internal sealed record Asker(long Account, string Name, Spot In, Reference? Did);

/// <summary>
/// What is for one person only. Telegram has four ways, none of which always works: the toast over a press, a message that only he sees (for a few seconds after he did
/// something, and without promise), the private chat if he has opened it, and a reply that the group reads too, if it read the question.
/// </summary>
internal sealed class Answers(Outgoing outgoing, Toasts toasts, PrivateChats privately, string bot, TimeProvider time)
{
    private static readonly TimeSpan WhispersLast = TimeSpan.FromSeconds(15);

    public async Task<Delivered> InPrivateAsync(Delivery delivery, Spot chat, Reference? did, CancellationToken cancellation)
    {
        if (did is Reference.Click click && delivery.Replaces is null)
        {
            var (text, whole) = new Drawing(bot, delivery.Language, Audience.Private).Toast(delivery.Document);
            var passes = whole && delivery.Purpose is Purpose.Receipt or Purpose.Refusal && !toasts.IsLate(click);
            toasts.Say(click, passes ? Words(text, delivery) : Toast.Nothing, cancellation);
            if (passes) return new Delivered.Sent(null);
        }

        return await outgoing.PostAsync(delivery, new Post(chat), cancellation);
    }

    public Task<Delivered> InAGroupAsync(Delivery delivery, Asker asker, CancellationToken cancellation) => asker.Did switch
    {
        _ when delivery.Replaces is not null => outgoing.PostAsync(delivery, new Post(asker.In), cancellation),
        Reference.Click click => AfterAPressAsync(delivery, asker, click, cancellation),
        Reference.Whisper whisper => AfterAWhisperAsync(delivery, asker, whisper, cancellation),
        Reference.Line line => AfterALineAsync(delivery, asker, line, cancellation),
        _ => AloneAsync(delivery, asker, cancellation),
    };

    private async Task<Delivered> AfterAPressAsync(Delivery delivery, Asker asker, Reference.Click click, CancellationToken cancellation)
    {
        if (Asks(delivery))
        {
            toasts.Say(click, Toast.Nothing, cancellation);
            return await outgoing.PostAsync(delivery, new Post(asker.In, Mentions: (asker.Account, asker.Name)), cancellation);
        }

        if (toasts.IsLate(click))
        {
            return delivery.Purpose is Purpose.Receipt || !await privately.IsOpenAsync(asker.Account, cancellation)
                ? new Delivered.Sent(null)
                : await outgoing.PostAsync(delivery, new Post(new Spot(asker.Account)), cancellation);
        }

        var drawing = new Drawing(bot, delivery.Language, Audience.Group);
        var texts = Texts.In(delivery.Language);
        var (text, whole) = drawing.Toast(delivery.Document);
        if (whole) return Said(Words(text, delivery));
        if (delivery.Document.Parts.OfType<Part.InPrivate>().FirstOrDefault()?.Token is { } token) return Said(new Toast("", Url: Keyboard.Start(bot, token)));

        var only = new EphemeralMessageParameters { ReceiverUserId = asker.Account, CallbackQueryId = click.Query };
        if (await outgoing.WhisperAsync(delivery, new Post(asker.In, Only: only), cancellation)) return Said(new Toast(drawing.Toast(delivery.Document, texts.BelowForYou).Text));

        if (await privately.IsOpenAsync(asker.Account, cancellation))
        {
            var sent = await outgoing.PostAsync(delivery, new Post(new Spot(asker.Account)), cancellation);
            if (sent is Delivered.Sent) toasts.Say(click, new Toast(drawing.Toast(delivery.Document, texts.SentInPrivate).Text), cancellation);
            if (sent is not Delivered.Never) return sent;
        }

        return Said(new Toast(drawing.Toast(delivery.Document, texts.AskInPrivate.Replace("{bot}", bot, StringComparison.Ordinal)).Text, Alert: true));

        Delivered.Sent Said(Toast toast)
        {
            toasts.Say(click, toast, cancellation);
            return new Delivered.Sent(null);
        }
    }

    /// <summary>The group did not see the question, so it must not see the answer.</summary>
    private async Task<Delivered> AfterAWhisperAsync(Delivery delivery, Asker asker, Reference.Whisper whisper, CancellationToken cancellation)
    {
        var only = new EphemeralMessageParameters { ReceiverUserId = asker.Account };
        if (time.GetUtcNow() - whisper.At < WhispersLast
            && await outgoing.WhisperAsync(delivery, new Post(asker.In, Only: only, AnswersWhisper: whisper.Id), cancellation)) return new Delivered.Sent(null);
        // The question of a form says nothing of his, and can be answered only where it is asked.
        if (Asks(delivery)) return await outgoing.PostAsync(delivery, new Post(asker.In, Mentions: (asker.Account, asker.Name)), cancellation);
        if (await AloneAsync(delivery, asker, cancellation) is var alone and not Delivered.Never) return alone;

        var texts = Texts.In(delivery.Language);
        var open = new InlineKeyboardMarkup(InlineKeyboardButton.WithUrl(texts.GoOnInPrivate, Keyboard.Start(bot)));
        var note = new Drawn(TelegramText.Html(texts.CouldNotAnswer), open, [], Asks: false);
        return await outgoing.PostAsync(delivery, note, new Post(asker.In, Mentions: (asker.Account, asker.Name)), cancellation) is Delivered.Later later ? later : new Delivered.Sent(null);
    }

    private async Task<Delivered> AfterALineAsync(Delivery delivery, Asker asker, Reference.Line line, CancellationToken cancellation)
    {
        var there = new Post(asker.In, line.Message);
        if (Asks(delivery)) return await outgoing.PostAsync(delivery, there, cancellation);
        if (line.Reply)
        {
            // He answered a question: what does not fit is asked again just there.
            var drawn = new Drawing(bot, delivery.Language, Audience.Group).Of(delivery.Document);
            return await outgoing.PostAsync(delivery, drawn with { Asks = delivery.Purpose is Purpose.Refusal && drawn.Keyboard is null }, there, cancellation);
        }

        return await AloneAsync(delivery, asker, cancellation) is var alone and not Delivered.Never ? alone : await outgoing.PostAsync(delivery, there, cancellation);
    }

    private async Task<Delivered> AloneAsync(Delivery delivery, Asker asker, CancellationToken cancellation) => await privately.IsOpenAsync(asker.Account, cancellation)
        ? await outgoing.PostAsync(delivery, new Post(new Spot(asker.Account)), cancellation)
        : new Delivered.Never("There is nothing of his to answer, and he has no private chat with the bot.");

    private static bool Asks(Delivery delivery) => delivery.Document.Parts.Any(part => part is Part.Ask);

    /// <summary>A receipt passes by; why something was not done stays until he has read it.</summary>
    private static Toast Words(string text, Delivery delivery) => new(text, Alert: delivery.Purpose is not Purpose.Receipt);
}
