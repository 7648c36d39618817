using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Discord;

/// <summary>One WebSocket, written to in order.</summary>
internal sealed class GatewayConnection : IDisposable
{
    private readonly WebSocket _socket;
    private readonly System.Threading.Channels.Channel<(byte[]? Message, int Code)> _queue = System.Threading.Channels.Channel.CreateUnbounded<(byte[]? Message, int Code)>();

    public GatewayConnection(WebSocket socket)
    {
        _socket = socket;
        _ = Task.Run(WriteAsync);
    }

    public void Send(JsonObject message) => Send(JsonSerializer.SerializeToUtf8Bytes(message));

    public void Send(byte[] message) => _queue.Writer.TryWrite((message, 0));

    /// <summary>Closes it when all before was sent.</summary>
    public void Close(int code) => _queue.Writer.TryWrite((null, code));

    public void Abort() => _socket.Abort();

    public async Task<JsonNode?> ReceiveAsync()
    {
        var buffer = new byte[8_192];
        var part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        if (part.MessageType == WebSocketMessageType.Close) return null;
        if (part.Count > 4_096 || !part.EndOfMessage)
        {
            Close(4002);
            return null;
        }

        return JsonNode.Parse(buffer.AsSpan(0, part.Count));
    }

    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _socket.Dispose();
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var (message, code) in _queue.Reader.ReadAllAsync())
            {
                if (message is null) await _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, CancellationToken.None);
                else await _socket.SendAsync(message.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException or OperationCanceledException)
        {
            // The other side notices.
        }
    }
}
