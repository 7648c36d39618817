using CivicBot.Adapters.Matrix.Wire;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>After a gap: compares the reactions that stand on our cards with those that were handed in.</summary>
internal sealed class Healing(MatrixClient client, Self self, Cards cards, Reactions reactions, Patience patience)
{
    public async Task HealAsync(RoomState room, Handover handover, CancellationToken cancellation)
    {
        foreach (var message in await cards.InAsync(room.Id, cancellation)) await CompareAsync(room, message, handover, cancellation);
    }

    /// <returns>False if some could not be handed in yet.</returns>
    public async Task<bool> CompareAsync(RoomState room, string message, Handover handover, CancellationToken cancellation)
    {
        if (await cards.FindAsync(message, cancellation) is not { } card) return true;
        var standing = await StandingAsync(room.Id, message, cancellation);
        var all = true;
        foreach (var reaction in standing)
        {
            if (reaction.Sender == self.User || ReactionKey.Number(reaction.Json.Text("content", "m.relates_to", "key") ?? "") is not { } number) continue;
            all &= await reactions.SetAsync(room, card, reaction, number, handover, cancellation);
        }

        await WithdrawAsync(room, card, standing.Select(one => one.Id).ToHashSet(), handover, cancellation);
        return all;
    }

    /// <summary>A reaction that is no longer listed is withdrawn only if the event itself says that the reactor removed it.</summary>
    private async Task WithdrawAsync(RoomState room, Card card, HashSet<string> standing, Handover handover, CancellationToken cancellation)
    {
        await foreach (var id in cards.ReactionsAsync(card, cancellation))
        {
            if (standing.Contains(id) || await cards.ReactionAsync(id, cancellation) is not { } kept || kept["stands"] is not null) continue;
            var gone = await patience.AskAsync(() => client.EventAsync(room.Id, id, cancellation), cancellation);
            if (gone?.Text("unsigned", "redacted_because", "sender") is not { } by) continue;
            if (gone?.Text("unsigned", "redacted_because", "event_id") is not { } redaction) continue;
            await reactions.TakeBackAsync(room, id, kept, by, redaction, handover, cancellation);
        }
    }

    private async Task<List<MatrixEvent>> StandingAsync(string room, string message, CancellationToken cancellation)
    {
        List<MatrixEvent> standing = [];
        string? from = null;
        do
        {
            var page = from;
            var answer = await patience.AskAsync(() => client.ReactionsAsync(room, message, page, cancellation), cancellation);
            standing.AddRange(MatrixEvent.ReadAll(answer.List("chunk")));
            from = answer.Text("next_batch") is { } next && next != from ? next : null;
        }
        while (from is not null);
        return standing;
    }
}
