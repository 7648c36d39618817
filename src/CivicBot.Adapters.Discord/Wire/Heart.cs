using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace CivicBot.Adapters.Discord.Wire;

/// <summary>Beats as often as the gateway asks, and drops a connection that no longer answers.</summary>
internal sealed class Heart(GatewaySocket socket, Func<long?> sequence, TimeProvider time)
{
    private const int Fine = 10_000;
    private volatile bool _answered = true;

    public void Answered() => _answered = true;

    public Task BeatAsync(CancellationToken cancellation)
    {
        _answered = false;
        return socket.SendAsync(new JsonObject { ["op"] = 1, ["d"] = sequence() }, cancellation);
    }

    public async Task RunAsync(TimeSpan interval, CancellationToken cancellation)
    {
        try
        {
            // The first beat at a moment of its own, so that not all bots of the world beat together.
            await Task.Delay(interval * (RandomNumberGenerator.GetInt32(Fine) / (double)Fine), time, cancellation);
            while (_answered)
            {
                await BeatAsync(cancellation);
                await Task.Delay(interval, time, cancellation);
            }

            socket.Abort();
        }
        catch (OperationCanceledException)
        {
            // The connection ended.
        }
        catch (WebSocketException)
        {
            socket.Abort();
        }
    }
}
