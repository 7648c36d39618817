using CivicBot.Adapters.Discord.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Sending;

/// <summary>Who gets to read a document where: the channel, the thread on a card, the one who asked, a conversation of two.</summary>
internal sealed class Deliveries(DiscordClient client, string application, Posting posting, Threads threads, Deferrals deferrals, IKeyValues memory, TimeProvider time)
{
    private static readonly TimeSpan TokensLast = TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(10);

    public Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation) => delivery.To switch
    {
        Destination.ToRoom room => ToRoomAsync(delivery, room, cancellation),
        Destination.ToAsker asker => ToAskerAsync(delivery, asker, cancellation),
        Destination.ToMember member => ToMemberAsync(delivery, member, cancellation),
        Destination.ToThread => Task.FromResult<Delivered>(new Delivered.Never("There is no card that the thread could hang on.")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<Delivered> ToRoomAsync(Delivery delivery, Destination.ToRoom to, CancellationToken cancellation)
    {
        if (Names.Id(to.Room) is not { } channel) return Foreign(to.Room);
        if (Reference.Read(delivery.Replaces) is Reference.Ours card) return await posting.EditAsync(delivery, card, cancellation);
        switch (Reference.Read(to.Answers))
        {
            case Reference.Ours about:
                return await posting.PostAsync(delivery, await threads.OfAsync(about, delivery.Document, cancellation), null, cancellation);
            case Reference.Typed line:
                return await posting.PostAsync(delivery, line.Channel, line.Message, cancellation);
            case Reference.Asked asked:
                var posted = await posting.PostAsync(delivery, asked.Channel, null, cancellation);
                await deferrals.DropAsync(asked, cancellation);
                return posted;
            default:
                return await posting.PostAsync(delivery, channel, null, cancellation);
        }
    }

    private Task<Delivered> ToAskerAsync(Delivery delivery, Destination.ToAsker to, CancellationToken cancellation) => Reference.Read(to.Event) switch
    {
        Reference.Asked asked => AnswerAsync(delivery, asked, cancellation),
        Reference.Typed line => posting.PostAsync(delivery, line.Channel, to.Private ? null : line.Message, cancellation),
        _ => Task.FromResult<Delivered>(new Delivered.Never("There is nothing of his to answer.")),
    };

    private async Task<Delivered> AnswerAsync(Delivery delivery, Reference.Asked asked, CancellationToken cancellation)
    {
        if (time.GetUtcNow() - Names.MadeAt(asked.Id) > TokensLast) return new Delivered.Never("What he did is more than 15 minutes ago and can no longer be answered.");
        var payload = MessageContent.ForOne(delivery.Document, delivery.Language);

        // Why something was not done stands beside the message with the button, not in its place.
        if ((asked.Redraws && delivery.Purpose == Purpose.Refusal) || !await deferrals.TakeAsync(asked, cancellation)) return await FollowAsync(asked, payload, cancellation);
        try
        {
            await client.EditOriginalAsync(application, asked.Token, payload, cancellation);
            return new Delivered.Sent(null);
        }
        catch (DiscordFailure refused) when (refused.Code == DiscordFailure.UnknownMessage)
        {
            return await FollowAsync(asked, payload, cancellation); // he has dismissed it
        }
        catch (DiscordFailure failure) when (failure.Passing)
        {
            deferrals.GiveBack(asked);
            throw;
        }
    }

    private async Task<Delivered> FollowAsync(Reference.Asked asked, Payload payload, CancellationToken cancellation)
    {
        await client.FollowUpAsync(application, asked.Token, MessageContent.Following(payload), cancellation);
        return new Delivered.Sent(null);
    }

    /// <summary>In the conversation of two; one is opened only for what he would not want to miss.</summary>
    private async Task<Delivered> ToMemberAsync(Delivery delivery, Destination.ToMember to, CancellationToken cancellation)
    {
        if (Names.Id(to.Account) is not { } user) return Foreign(to.Account);
        var channel = await memory.GetAsync(Keys.Direct(user), cancellation);
        if (channel is null)
        {
            if (!to.Opens) return new Delivered.Never("He has no conversation with the bot.");
            channel = await client.OpenDirectAsync(user, cancellation);
            await memory.SetAsync(Keys.Direct(user), channel, cancellation);
        }

        return await posting.PostAsync(delivery, channel, null, cancellation);
    }

    private static Delivered.Never Foreign(string key) => new($"Not Discord: {key.Split(':')[0]}.");
}
