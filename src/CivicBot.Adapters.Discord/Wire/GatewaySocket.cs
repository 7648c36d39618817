using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicBot.Adapters.Discord.Wire;

/// <summary>One connection to the gateway: whole messages in, whole messages out.</summary>
internal sealed class GatewaySocket : IDisposable
{
    private const int LargestMessage = 32 * 1024 * 1024;
    private const int LargestSent = 4_096; // Discord closes the connection above
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly byte[] _buffer = new byte[64 * 1024];

    public async Task ConnectAsync(Uri address, TimeProvider time, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await _socket.ConnectAsync(address, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new WebSocketException(WebSocketError.Faulted, "timeout");
        }
    }

    /// <returns>Null when the connection was closed; <see cref="CloseCode"/> says how.</returns>
    public async Task<JsonElement?> ReceiveAsync(CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(), cancellation);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            whole.Write(_buffer, 0, part.Count);
            if (whole.Length > LargestMessage) throw new WebSocketException(WebSocketError.InvalidMessageType, "too large");
            if (!part.EndOfMessage) continue;
            using var document = JsonDocument.Parse(whole.GetBuffer().AsMemory(0, (int)whole.Length));
            return document.RootElement.Clone();
        }
    }

    public int? CloseCode => (int?)_socket.CloseStatus;

    public async Task SendAsync(JsonObject message, CancellationToken cancellation)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message);
        if (bytes.Length > LargestSent) throw new InvalidOperationException("Discord: a message to the gateway would be too large.");
        await _sending.WaitAsync(cancellation);
        try
        {
            await _socket.SendAsync(bytes.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Drops the connection without a farewell: a proper close would end the session as well.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }
}
