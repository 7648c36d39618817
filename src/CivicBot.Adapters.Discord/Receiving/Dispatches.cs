using System.Text.Json;
using CivicBot.Adapters.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>The gateway's events. Those that people cause are taken in side by side; the session notes how far all of them are.</summary>
internal sealed class Dispatches(Session session, Guilds guilds, Interactions interactions, TypedLines lines, bool overHttp, ILogger log)
{
    public void Take(JsonElement message, CancellationToken cancellation)
    {
        var data = message.At("d") ?? default;
        var work = Begin(message.Text("t"), data, cancellation);
        if (message.Number("s") is not { } sequence) return;
        var generation = session.Receive(sequence, finished: work is null);
        if (work is not null) _ = FinishAsync(work, generation, sequence);
    }

    /// <returns>What is not finished yet; null if nothing.</returns>
    private Task? Begin(string? kind, JsonElement data, CancellationToken cancellation)
    {
        switch (kind)
        {
            case "GUILD_CREATE" or "GUILD_UPDATE":
                guilds.Note(data);
                return null;
            case "GUILD_DELETE":
                guilds.Forget(data);
                return null;
            case "CHANNEL_CREATE" or "THREAD_CREATE":
                guilds.NoteChannel(data);
                return null;
            case "INTERACTION_CREATE" when !overHttp && Incoming.Read(data) is { } incoming:
                return Task.Run(() => interactions.TakeAsync(incoming, cancellation), cancellation);
            case "MESSAGE_CREATE" when session.Self is { } self:
                return lines.TakeAsync(data, self, cancellation);
            default:
                return null;
        }
    }

    private async Task FinishAsync(Task work, int generation, long sequence)
    {
        try
        {
            await work;
            session.Finish(generation, sequence);
        }
        catch (OperationCanceledException)
        {
            // We stop: it comes again.
        }
#pragma warning disable CA1031 // One that we choke on must not stop the others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            log.LogError("Discord: an event could not be dealt with ({Error}).", error.GetType().Name);
            session.Finish(generation, sequence);
        }
    }
}
