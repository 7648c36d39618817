using System.Net;
using System.Net.Sockets;

namespace CivicBot.Adapters.Telegram.Wire;

/// <summary>The one host that this adapter talks to. Without TLS only inside a private network, since the token is in every address.</summary>
internal static class ApiAddress
{
    private const string InTheClear =
        "Telegram: http:// is allowed only for a private or loopback address, since the token would travel in the clear. Set the API's address to https://…";

    public static Uri Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0)
        {
            throw new InvalidOperationException("Telegram: the API's address must be like https://api.telegram.org.");
        }

        if (address.Scheme == "http" && IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var ip) && !IsPrivate(ip)) throw new InvalidOperationException(InTheClear);
        return address;
    }

    /// <summary>Follows no redirects, and looks at each address that a name stands for before it connects in the clear.</summary>
    public static HttpMessageHandler Handler(Uri address)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) };
        if (address.Scheme == "http") handler.ConnectCallback = ConnectPrivatelyAsync;
        return handler;
    }

    private static async ValueTask<Stream> ConnectPrivatelyAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        if (addresses.Length == 0 || !addresses.All(IsPrivate)) throw new InvalidOperationException(InTheClear);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return true;
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal;
        return address.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..];
    }
}
