using System.Text.Json.Nodes;
using CivicBot.Adapters.Matrix.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>Reactions on our cards. Set by anyone but us, taken back by the reactor alone: what a moderator removes still stands.</summary>
internal sealed class Reactions(
    Self self, Cards cards, FreshCards fresh, IKeyValues memory, Speaker speaker, PrivateRooms privately, PrivacyRequests privacy, Patience patience)
{
    public async Task ReadAsync(RoomState room, MatrixEvent happened, Handover handover, CancellationToken cancellation)
    {
        if (happened.Sender == self.User || happened.RelationType != "m.annotation" || happened.RelatesTo is not { } message) return;
        if (happened.Json.Text("content", "m.relates_to", "key") is not { } key) return;
        if (!ReactionKey.IsLock(key) && ReactionKey.Number(key) is null) return;
        if (await cards.FindAsync(message, cancellation) is not { } card || card.Room != room.Id) return;

        if (ReactionKey.Number(key) is { } number) await SetAsync(room, card, happened, number, handover, cancellation);
        else await privacy.AnswerAsync(room, happened, await PrivateAsync(room, happened.Sender, cancellation), null, cancellation);
    }

    public async Task ReadRedactionAsync(RoomState room, MatrixEvent redaction, Handover handover, CancellationToken cancellation)
    {
        if (redaction.Redacts is { } deleted && await cards.FindAsync(deleted, cancellation) is { } lost && lost.Room == room.Id)
        {
            await cards.LoseAsync(lost, cancellation);
            return;
        }
        if (redaction.Redacts is not { } reaction || await cards.ReactionAsync(reaction, cancellation) is not { } kept) return;
        if ((string?)kept["card"] is not { } message || await cards.FindAsync(message, cancellation) is not { } card || card.Room != room.Id) return;
        await TakeBackAsync(room, reaction, kept, redaction.Sender, redaction.Id, handover, cancellation);
    }

    /// <summary>Hands in a reaction, unless it was before.</summary>
    /// <returns>False if the card is not known yet to those who count.</returns>
    public async Task<bool> SetAsync(RoomState room, Card card, MatrixEvent happened, int number, Handover handover, CancellationToken cancellation)
    {
        if (await cards.ReactionAsync(happened.Id, cancellation) is not null) return true;
        var reacted = await OfAsync(room, card.Message, number, happened.Id, happened.Sender, cancellation);
        var handled = await handover.HandInAsync(reacted with { EventKey = Names.Key(happened.Id), Event = happened.Id }, cancellation);
        if (handled is Ignored && card.Type == "m.text")
        {
            fresh.Note(card);
            return false;
        }

        await cards.KeepReactionAsync(card.Message, happened.Id, number, happened.Sender, cancellation);
        return true;
    }

    /// <param name="by">Who redacted.</param>
    /// <param name="redaction">The redaction's own event id.</param>
    public async Task TakeBackAsync(
        RoomState room, string reaction, JsonObject kept, string by, string redaction, Handover handover, CancellationToken cancellation)
    {
        if ((string?)kept["by"] != by)
        {
            kept["stands"] = true; // and need not be asked about again
            await memory.WriteAsync(Keys.Reaction(reaction), kept, cancellation);
            return;
        }

        var reacted = await OfAsync(room, (string?)kept["card"] ?? "", (int?)kept["n"] ?? 0, reaction, by, cancellation);
        await handover.HandInAsync(reacted with { EventKey = Names.Key(redaction), Event = redaction, TakenBack = true }, cancellation);
        await cards.ForgetReactionAsync(reaction, cancellation);
    }

    private async Task<Reacted> OfAsync(RoomState room, string card, int number, string reaction, string user, CancellationToken cancellation)
    {
        var inPrivate = await PrivateAsync(room, user, cancellation);
        return new Reacted(card, number, reaction, TakenBack: false)
        {
            EventKey = "",
            From = await speaker.OfAsync(room, user, cancellation),
            In = Speaker.Where(room, inPrivate),
            SeenBy = inPrivate ? SeenBy.Bot : SeenBy.Room,
            Admin = !inPrivate && room.IsAdmin(user),
        };
    }

    private Task<bool> PrivateAsync(RoomState room, string user, CancellationToken cancellation) =>
        privately.ReadsAloneAsync(room, user, patience, cancellation);
}
