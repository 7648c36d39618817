using CivicBot.Adapters.Matrix.Wire;
using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Matrix.Sending;

/// <summary>Who gets to read a document where: the room, a thread on what he did, his private room.</summary>
internal sealed class Deliveries(Posting posting, Marks marks, PrivateRooms privately, ILogger log)
{
    public Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation) => delivery.To switch
    {
        Destination.ToRoom room => ToRoomAsync(delivery, room, cancellation),
        Destination.ToMember member => ToMemberAsync(delivery, member, cancellation),
        Destination.ToAsker asker => ToAskerAsync(delivery, asker, cancellation),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<Delivered> ToRoomAsync(Delivery delivery, Destination.ToRoom to, CancellationToken cancellation) =>
        Names.Id(to.Room) is { } room
            ? await PostAsync(delivery, new Post(delivery.Id, room, to.Answers, Place.Room), cancellation)
            : Foreign(to.Room);

    private async Task<Delivered> ToAskerAsync(Delivery delivery, Destination.ToAsker to, CancellationToken cancellation)
    {
        if (Names.Id(to.In) is not { } room) return Foreign(to.In);
        if (Names.Id(to.Account) is not { } user) return Foreign(to.Account);
        if (to.Private) return await PostAsync(delivery, new Post(delivery.Id, room, null, Place.Private), cancellation);
        if (delivery.Replaces is not null) return await PostAsync(delivery, new Post(delivery.Id, room, null, Place.Thread), cancellation);

        var goesOnInPrivate = delivery.Document.Parts.Any(part => part is Part.InPrivate);
        if (goesOnInPrivate) await OpenAsync(user, cancellation); // where it cannot be opened the thread still says what to type

        // A refusal stands where he will look for it, and a question where the next line is read as its answer.
        var stays = goesOnInPrivate || delivery.Purpose == Purpose.Refusal || delivery.Document.Parts.Any(part => part is Part.Ask);
        if (!stays && await privately.ReadByAsync(user, cancellation) is { } reads)
        {
            var sent = await PostAsync(delivery, new Post(delivery.Id, reads, null, Place.Private, Redirected: true), cancellation);
            if (to.Event is { } done) await marks.NoteAsync(delivery.Id, room, done, cancellation);
            return sent;
        }

        if (to.Event is not { } asked) return new Delivered.Never("There is nothing of his to answer, and he has not written to the bot in private.");
        if (delivery.Purpose != Purpose.Receipt || stays) return await PostAsync(delivery, new Post(delivery.Id, room, asked, Place.Thread), cancellation);
        await marks.NoteAsync(delivery.Id, room, asked, cancellation);
        return new Delivered.Sent(null);
    }

    /// <summary>In his private room; one is opened only for what he would not want to miss.</summary>
    private async Task<Delivered> ToMemberAsync(Delivery delivery, Destination.ToMember to, CancellationToken cancellation)
    {
        if (Names.Id(to.Account) is not { } user) return Foreign(to.Account);
        var room = await privately.IsInAsync(user, cancellation) ?? (to.Opens ? await OpenAsync(user, cancellation) : null);
        return room is null ? new Delivered.Never("He has no private room with the bot.") : await PostAsync(delivery, new Post(delivery.Id, room, null, Place.Private), cancellation);
    }

    private async Task<Delivered> PostAsync(Delivery delivery, Post post, CancellationToken cancellation) =>
        new Delivered.Sent(await posting.PostAsync(delivery, post, cancellation));

    /// <returns>His private room, whether or not he has come there yet; null where it cannot be opened or read.</returns>
    private async Task<string?> OpenAsync(string user, CancellationToken cancellation)
    {
        try
        {
            return await privately.OpenAsync(user, cancellation) is { Opening: not Opening.Forced, Room: var room } ? room : null;
        }
        catch (MatrixFailure refused) when (!refused.Passing && !refused.LoggedOut)
        {
            log.LogWarning("Matrix: opening a private room: {Failure}", refused.Message);
            return null;
        }
    }

    private static Delivered.Never Foreign(string key) => new($"Not Matrix: {key.Split(':')[0]}.");
}
