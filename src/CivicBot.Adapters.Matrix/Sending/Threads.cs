using System.Text.Json.Nodes;
using CivicBot.Adapters.Matrix.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Matrix.Sending;

/// <summary>Where an answer to an event goes. Threads do not nest, and none can start from a reaction: then it is the card's.</summary>
internal sealed class Threads(MatrixClient client, IKeyValues memory, Occurrences occurrences)
{
    public async Task<Occurrence?> AboutAsync(string room, string id, CancellationToken cancellation)
    {
        if (occurrences.Find(id) is { } known) return known;
        if (await client.EventAsync(room, id, cancellation) is not { } json || MatrixEvent.Read(json) is not { } happened) return null;
        var about = Occurrences.Of(happened);
        if (happened.Type == "m.reaction" && about.Root is null) about = about with { Root = await CardOfAsync(id, cancellation) }; // taken back
        if (happened.Type == "m.room.redaction" && happened.Redacts is { } reaction) about = about with { Root = await CardOfAsync(reaction, cancellation) };
        occurrences.Note(id, about);
        return about;
    }

    /// <returns>The relation that puts a message there; null for none.</returns>
    public async Task<JsonObject?> RelationAsync(string room, string id, CancellationToken cancellation) => await AboutAsync(room, id, cancellation) switch
    {
        { Type: "m.room.message", Root: var root } => In(root ?? id, id),
        { Root: { } card } => In(card, card),
        _ => null,
    };

    private static JsonObject In(string root, string answered) => new()
    {
        ["rel_type"] = "m.thread",
        ["event_id"] = root,
        ["is_falling_back"] = true,
        ["m.in_reply_to"] = new JsonObject { ["event_id"] = answered },
    };

    private async Task<string?> CardOfAsync(string reaction, CancellationToken cancellation) =>
        (string?)(await memory.ReadAsync(Keys.Reaction(reaction), cancellation))?["card"];
}
