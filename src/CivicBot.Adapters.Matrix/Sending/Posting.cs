using System.Net;
using System.Text.Json.Nodes;
using CivicBot.Adapters.Matrix.Receiving;
using CivicBot.Adapters.Matrix.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Matrix.Sending;

/// <summary>Where a document goes.</summary>
/// <param name="Outbox">The delivery's id: the same at every try.</param>
/// <param name="Answers">The event in whose thread it stands.</param>
/// <param name="Redirected">It is not the room that the delivery names.</param>
internal sealed record Post(string Outbox, string Room, string? Answers, Place Place, bool Redirected = false);

/// <summary>Sends a document as a message, or as the edit of one, with what can be tapped on it. All of it can be repeated without doing it twice.</summary>
internal sealed class Posting(MatrixClient client, IKeyValues memory, Cards cards, FreshCards fresh, Threads threads, Occurrences occurrences)
{
    /// <returns>The message's event id; of an edit, the original's.</returns>
    public async Task<string> PostAsync(Delivery delivery, Post post, CancellationToken cancellation)
    {
        var before = delivery.Replaces is { } replaced ? await cards.FindAsync(replaced, cancellation) : null;
        var room = before?.Room ?? await RoomOfAsync(delivery.Replaces, cancellation) ?? post.Room;
        var type = before?.Type ?? await TypeOfAsync(delivery, room, cancellation);
        var content = MessageContent.Of(delivery.Document, type, Texts.In(delivery.Language), post.Place);
        // What was deleted cannot be edited: it stands in a new message from now on.
        if (before is { Gone: true }) (delivery, before) = (delivery with { Replaces = null }, null);
        var message = delivery.Replaces ?? occurrences.Ours(post.Outbox);
        if (message is null) message = await SendAsync(room, post, content, cancellation);
        else if (delivery.Replaces is not null)
        {
            var edit = MessageContent.Replacing(message, content);
            edit[MessageContent.Outbox] = post.Outbox;
            await client.SendAsync(room, "m.room.message", Transaction(post.Outbox), edit, cancellation);
        }

        var choices = delivery.Document.Parts.OfType<Part.Choices>().LastOrDefault();
        var card = new Card(message, room, choices?.Items.Count ?? 0, choices?.Public ?? false, type);

        // A new card is known before its numbers are there to be tapped; who was quicker is found afterwards. An old one keeps its count until the numbers that are new have been set.
        if (before is null && choices is not null) await cards.KeepAsync(card, cancellation);
        if (before is null && choices is { Public: true } && delivery.Purpose == Purpose.Opening) fresh.Note(card);
        if (before is null && post.Redirected) await memory.SetAsync(Keys.Message(message), room, cancellation);
        if (choices is { Items.Count: > 0 }) await SeedAsync(post, room, message, choices, before, cancellation);
        if (before is not null) await cards.KeepAsync(card, cancellation);
        return message;
    }

    public static string Transaction(string outbox, string part = "") => "civicbot-" + outbox + part;

    private async Task<string> SendAsync(string room, Post post, JsonObject content, CancellationToken cancellation)
    {
        content[MessageContent.Outbox] = post.Outbox;
        var relation = post.Answers is { } event_ ? await threads.RelationAsync(room, event_, cancellation) : null;
        if (relation is null) return await client.SendAsync(room, "m.room.message", Transaction(post.Outbox), content, cancellation);
        content["m.relates_to"] = relation;
        try
        {
            return await client.SendAsync(room, "m.room.message", Transaction(post.Outbox), content, cancellation);
        }
        catch (MatrixFailure refused) when (refused.Status == HttpStatusCode.BadRequest)
        {
            // The server would have no thread there: then a plain reply.
            content["m.relates_to"] = new JsonObject { ["m.in_reply_to"] = new JsonObject { ["event_id"] = post.Answers } };
            return await client.SendAsync(room, "m.room.message", Transaction(post.Outbox, "-reply"), content, cancellation);
        }
    }

    private async Task SeedAsync(Post post, string room, string message, Part.Choices choices, Card? before, CancellationToken cancellation)
    {
        if (choices.Public)
        {
            if (choices.Items.Count > ReactionKey.Most) return; // half of the numbers would be half a ballot
            for (var n = before is { Public: true } ? before.Choices + 1 : 1; n <= choices.Items.Count; n++)
            {
                await TapAsync(room, message, ReactionKey.Of(n), Transaction(post.Outbox, FormattableString.Invariant($"-{n}")), cancellation);
            }
        }
        else if (before is null && post.Place == Place.Room)
        {
            await TapAsync(room, message, ReactionKey.Lock, Transaction(post.Outbox, "-lock"), cancellation);
        }
    }

    private async Task TapAsync(string room, string message, string key, string transaction, CancellationToken cancellation)
    {
        try
        {
            await client.SendAsync(room, "m.reaction", transaction, MessageContent.Reaction(message, key), cancellation);
        }
        catch (MatrixFailure there) when (there.Code == "M_DUPLICATE_ANNOTATION")
        {
            // It is there already, which is all that was wanted.
        }
    }

    private async Task<string?> RoomOfAsync(string? message, CancellationToken cancellation) =>
        message is null ? null : await memory.GetAsync(Keys.Message(message), cancellation);

    /// <summary>Three purposes may ring; all else is a notice, so that bots do not answer bots. An edit keeps the original's type.</summary>
    private async Task<string> TypeOfAsync(Delivery delivery, string room, CancellationToken cancellation)
    {
        var own = delivery.Purpose is Purpose.Result or Purpose.Opening or Purpose.Notice ? "m.text" : "m.notice";
        if (delivery.Replaces is null) return own;
        return (await client.EventAsync(room, delivery.Replaces, cancellation))?.Text("content", "msgtype") ?? own;
    }
}
