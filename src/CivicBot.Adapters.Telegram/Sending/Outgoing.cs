using CivicBot.Adapters.Telegram.Receiving;
using CivicBot.Adapters.Telegram.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Telegram.Sending;

/// <summary>One message or edit, within the budgets, and what came of it in the contract's words.</summary>
internal sealed class Outgoing(Posting posting, Budget budget, Chats chats, PrivateChats privately, Migrations migrations, string bot)
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan NoToken = TimeSpan.FromMinutes(1);

    public Task<Delivered> PostAsync(Delivery delivery, Post post, CancellationToken cancellation)
    {
        var drawn = new Drawing(bot, delivery.Language, post.To.Chat > 0 ? Audience.Private : Audience.Group).Of(delivery.Document);
        return PostAsync(delivery, drawn, post, cancellation);
    }

    public async Task<Delivered> PostAsync(Delivery delivery, Drawn drawn, Post post, CancellationToken cancellation)
    {
        var chat = await chats.CurrentAsync(post.To.Chat, cancellation);
        if (chat != post.To.Chat) post = new Post(new Spot(chat), Mentions: post.Mentions);
        if (chat < 0 && await chats.IsGoneAsync(chat, cancellation)) return new Delivered.Never("The bot was sent away from that group.");
        if (budget.Take(chat, delivery.Purpose) is { } wait) return new Delivered.Later(wait);
        try
        {
            return await TryAsync(delivery, drawn, post, cancellation);
        }
        catch (TelegramFailure moved) when (moved.MovedTo is { } to)
        {
            await migrations.FollowAsync(chat, to, cancellation);
            return await PostAsync(delivery, drawn, post, cancellation);
        }
        catch (TelegramFailure failure)
        {
            return await OfAsync(failure, chat, cancellation);
        }
    }

    /// <summary>For one person's eyes in the midst of a group. The platform promises nothing, so what it refuses takes another way.</summary>
    public async Task<bool> WhisperAsync(Delivery delivery, Post post, CancellationToken cancellation)
    {
        if (budget.Take(post.To.Chat, delivery.Purpose) is not null) return false;
        try
        {
            await posting.SendAsync(new Drawing(bot, delivery.Language, Audience.Group).Of(delivery.Document), post, cancellation);
            return true;
        }
        catch (TelegramFailure)
        {
            return false;
        }
    }

    private async Task<Delivered> TryAsync(Delivery delivery, Drawn drawn, Post post, CancellationToken cancellation)
    {
        if (Reference.Read(delivery.Replaces) is Reference.Ours before && before.Chat == post.To.Chat)
        {
            try
            {
                await posting.EditAsync(drawn, before, cancellation);
                return new Delivered.Sent(delivery.Replaces);
            }
            catch (TelegramFailure gone) when (gone.Trouble is Trouble.MessageGone)
            {
                // Somebody deleted it: it stands anew.
            }
        }

        var id = await posting.SendAsync(drawn, post, cancellation);
        if (post.To.Chat > 0) await privately.NoteAsync(post.To.Chat, open: true, cancellation);
        return new Delivered.Sent(new Reference.Ours(post.To.Chat, id).ToString());
    }

    private async Task<Delivered> OfAsync(TelegramFailure failure, long chat, CancellationToken cancellation)
    {
        switch (failure.Trouble)
        {
            case Trouble.TooMany:
                var wait = failure.RetryAfter ?? Away;
                budget.Close(chat, wait);
                return new Delivered.Later(wait);
            case Trouble.Away or Trouble.OtherReceiver:
                return new Delivered.Later(Away);
            case Trouble.BadToken: // whoever runs the bot may yet mend it, and then nothing should have been lost
                return new Delivered.Later(NoToken);
            case Trouble.NotAllowed when chat > 0:
                await privately.NoteAsync(chat, open: false, cancellation);
                return new Delivered.Never("He has not opened a private chat with the bot, or has blocked it.");
            default:
                return new Delivered.Never(failure.Message);
        }
    }
}
