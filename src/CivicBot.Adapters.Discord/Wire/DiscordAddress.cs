using System.Net;
using System.Net.Sockets;

namespace CivicBot.Adapters.Discord.Wire;

/// <summary>The hosts that this adapter talks to. Without TLS only inside a private network, since the token travels with every request.</summary>
internal static class DiscordAddress
{
    private const string InTheClear =
        "Discord: http:// is allowed only for a private or loopback address, since the token would travel in the clear. Leave the API's address out, or set it to https://…";

    public static Uri Api(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0)
        {
            throw new InvalidOperationException("Discord: the API's address must be one like https://discord.com/api/v10/.");
        }

        if (address.Scheme == "http" && !IsPrivate(address)) throw new InvalidOperationException(InTheClear);
        return new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
    }

    /// <summary>The gateway's address as the API gave it, with what we speak.</summary>
    public static Uri Gateway(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || !(address.Scheme == "wss" || (address.Scheme == "ws" && IsPrivate(address))))
        {
            throw new InvalidOperationException("Discord: the gateway must be at wss://…");
        }

        return new UriBuilder(address) { Query = "v=10&encoding=json" }.Uri;
    }

    /// <summary>A handler that follows no redirect, and that in the clear connects to private addresses alone.</summary>
    public static HttpMessageHandler Handler(Uri api)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            MaxConnectionsPerServer = 256, // first answers come in crowds, and have three seconds
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = TimeSpan.FromSeconds(5),
        };
        if (api.Scheme == "http") handler.ConnectCallback = ConnectPrivatelyAsync;
        return handler;
    }

    private static bool IsPrivate(Uri address) => address.IsLoopback || (IPAddress.TryParse(address.DnsSafeHost, out var number) && IsPrivate(number));

    private static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return true;
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal;
        var bytes = address.GetAddressBytes();
        return bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and < 32) || (bytes[0] == 192 && bytes[1] == 168);
    }

    private static async ValueTask<Stream> ConnectPrivatelyAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var allowed = (await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation)).Where(IsPrivate).ToArray();
        if (allowed.Length == 0) throw new InvalidOperationException(InTheClear);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
