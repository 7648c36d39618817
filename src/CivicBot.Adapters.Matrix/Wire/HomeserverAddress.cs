using System.Net;
using System.Net.Sockets;

namespace CivicBot.Adapters.Matrix.Wire;

/// <summary>The one host that this adapter talks to. Without TLS only inside a private network, since tokens travel with every request.</summary>
internal static class HomeserverAddress
{
    private const string InTheClear =
        "Matrix: http:// is allowed only for a private or loopback address, since the token would travel in the clear. Set the homeserver to https://…";

    public static Uri Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0)
        {
            throw new InvalidOperationException("Matrix: the homeserver must be an address like https://matrix.example.org.");
        }

        if (address.Scheme == "http" && IPAddress.TryParse(address.DnsSafeHost, out var number) && !Private(number)) throw new InvalidOperationException(InTheClear);
        return new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
    }

    /// <summary>A handler that follows no redirect, and that looks at what a name stands for before it sends anything in the clear.</summary>
    public static HttpMessageHandler Handler(Uri homeserver)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) };
        if (homeserver.Scheme == "http") handler.ConnectCallback = ConnectPrivatelyAsync;
        return handler;
    }

    public static bool Private(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return true;
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal;
        var bytes = address.GetAddressBytes();
        return bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and < 32) || (bytes[0] == 192 && bytes[1] == 168);
    }

    private static async ValueTask<Stream> ConnectPrivatelyAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var allowed = found.Where(Private).ToArray();
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
