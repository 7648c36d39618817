using CivicBot.Adapters.Matrix.Wire;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>Fills the gap that a limited sync leaves: the room's past, from the gap's end back to what we have seen.</summary>
internal sealed class History(MatrixClient client, Patience patience, ILogger log)
{
    private const int MostPages = 300;

    /// <param name="seen">The last event that was dealt with; null to go back to our own arrival.</param>
    /// <returns>In the order in which it happened. Nothing from before our arrival.</returns>
    public async Task<IReadOnlyList<MatrixEvent>> MissedAsync(string room, string from, string? seen, string us, CancellationToken cancellation)
    {
        List<MatrixEvent> missed = [];
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await patience.AskAsync(() => client.MessagesAsync(room, from, cancellation), cancellation);
            foreach (var happened in MatrixEvent.ReadAll(answer.List("chunk")))
            {
                if (happened.Id == seen || happened.IsArrivalOf(us))
                {
                    missed.Reverse();
                    return missed;
                }

                missed.Add(happened);
            }

            if (answer.Text("end") is not { } end || end == from) break;
            from = end;
        }

        log.LogWarning("Matrix: the past of {Room} does not reach back to what was read last; {Count} events are read.", room, missed.Count);
        missed.Reverse();
        return missed;
    }
}
