using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text.Json;
using CivicBot.Adapters.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>Connection after connection to the gateway: it goes on with the session where it can, begins a new one where it must, and gives up where nothing would help.</summary>
internal sealed class Gateway(Session session, Identifying identifying, Dispatches dispatches, TimeProvider time, ILogger log)
{
    private const int Dispatch = 0;
    private const int Heartbeat = 1;
    private const int Reconnect = 7;
    private const int InvalidSession = 9;
    private const int Hello = 10;
    private const int HeartbeatAnswered = 11;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var pause = TimeSpan.FromSeconds(1);
        while (true)
        {
            var (ready, closed, why) = await ConnectAsync(cancellation);
            if (Fatal(closed) is { } message) throw new InvalidOperationException(message);
            if (closed is 4007 or 4009) session.Forget();
            if (ready) pause = TimeSpan.FromSeconds(1);
            log.LogInformation("Discord: the gateway's connection ended ({Why}); connecting again.", why);
            if (!ready)
            {
                await Task.Delay(pause, time, cancellation);
                pause = Patience.Next(pause);
            }
        }
    }

    /// <summary>One connection, to its end.</summary>
    private async Task<(bool Ready, int? Closed, string Why)> ConnectAsync(CancellationToken cancellation)
    {
        var known = session.Current;
        var address = DiscordAddress.Gateway(known?.Url ?? await identifying.AddressAsync(cancellation));
        using var socket = new GatewaySocket();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var heart = new Heart(socket, () => session.Received, time);
        var beating = Task.CompletedTask;
        var ready = false;
        try
        {
            await socket.ConnectAsync(address, time, cancellation);
            while (await socket.ReceiveAsync(cancellation) is { } message)
            {
                switch (message.Number("op"))
                {
                    case Hello:
                        beating = heart.RunAsync(TimeSpan.FromMilliseconds(message.Number("d", "heartbeat_interval") ?? 41_250), ended.Token);
                        await socket.SendAsync(known is var (id, _) ? identifying.Resume(id, session.Received) : identifying.Identify(), cancellation);
                        break;
                    case Heartbeat:
                        await heart.BeatAsync(cancellation);
                        break;
                    case HeartbeatAnswered:
                        heart.Answered();
                        break;
                    case Reconnect:
                        return (true, null, "asked to");
                    case InvalidSession:
                        await InvalidAsync(message.Is("d"), cancellation);
                        return (false, null, "invalid session");
                    case Dispatch:
                        ready |= Began(message);
                        dispatches.Take(message, cancellation);
                        break;
                }
            }

            return (ready, socket.CloseCode, FormattableString.Invariant($"code {socket.CloseCode}"));
        }
        catch (Exception broken) when (broken is WebSocketException or HttpRequestException or JsonException or IOException || (broken is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return (ready, socket.CloseCode, broken.GetType().Name);
        }
        finally
        {
            socket.Abort();
            await ended.CancelAsync();
            await beating;
        }
    }

    private bool Began(JsonElement message)
    {
        if (message.Text("t") == "READY" && message.Text("d", "session_id") is { } id && message.Text("d", "resume_gateway_url") is { } url) session.Begin(id, url, message.Text("d", "user", "id"));
        return message.Text("t") is "READY" or "RESUMED";
    }

    /// <summary>A moment between one and five seconds, as Discord asks, before trying anew.</summary>
    private async Task InvalidAsync(bool resumable, CancellationToken cancellation)
    {
        if (!resumable) session.Forget();
        await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1_000, 5_000)), time, cancellation);
    }

    private static string? Fatal(int? closed) => closed switch
    {
        4004 => "Discord: the bot's token is not accepted (4004). Make a new one on the portal's page Bot, and put it into the settings.",
        4010 => "Discord: this shard does not exist (4010). Shard must be less than Shards.",
        4011 => "Discord: the bot is in too many servers for one connection (4011). Set Shards, and run one process for each shard.",
        4012 => "Discord: the gateway no longer speaks version 10 (4012). A newer CivicBot is needed.",
        4013 or 4014 => FormattableString.Invariant($"Discord: the gateway does not allow what we listen to ({closed}), though it needs no permission. Is the application disabled in the portal?"),
        _ => null,
    };
}
