using System.Text.Json.Nodes;
using CivicBot.Adapters.Matrix.Wire;

namespace CivicBot.Adapters.Matrix.Sending;

/// <summary>The adapter's own few words. Said once, and given up after a few tries.</summary>
internal sealed class Notices(MatrixClient client, Threads threads, Patience patience)
{
    /// <param name="occasion">The same for the same saying: makes the transaction id.</param>
    /// <param name="answers">The event in whose thread it is said.</param>
    public Task<bool> SayAsync(string room, string occasion, string text, string? answers, CancellationToken cancellation) =>
        patience.TryAsync(
            "saying something",
            async () =>
            {
                var content = new JsonObject { ["msgtype"] = "m.notice", ["body"] = text, ["m.mentions"] = new JsonObject() };
                if (answers is not null && await threads.RelationAsync(room, answers, cancellation) is { } relation) content["m.relates_to"] = relation;
                await client.SendAsync(room, "m.room.message", "civicbot-" + occasion, content, cancellation);
            },
            cancellation);
}
