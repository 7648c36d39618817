using System.Buffers;

namespace CivicBot.Ledger;

/// <summary>The name of one ledger, <c>host/26 Crockford characters</c>: a name and not an address, which never changes.</summary>
public static class Origin
{
    public const int IdBytes = 16;
    private const int IdCharacters = 26;
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");

    /// <summary>Whether this can be the host part: 1 to 64 of <c>a-z 0-9 . -</c>.</summary>
    public static bool IsHost(string? host) =>
        host is { Length: >= 1 and <= 64 } && !host.AsSpan().ContainsAnyExcept(HostCharacters);

    /// <summary>Names a new ledger from sixteen random bytes, which the caller draws.</summary>
    public static string Compose(string host, ReadOnlySpan<byte> id)
    {
        if (!IsHost(host)) throw new ArgumentException("a host is 1 to 64 of a-z 0-9 . -", nameof(host));
        if (id.Length != IdBytes) throw new ArgumentException("an id has 16 bytes", nameof(id));
        return $"{host}/{Crockford.Encode(id)}";
    }

    /// <summary>Whether this is an origin as <see cref="Compose"/> makes it.</summary>
    public static bool IsOrigin(string? origin)
    {
        var slash = origin?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash >= 0 && IsHost(origin![..slash]) && origin.Length == slash + 1 + IdCharacters && Crockford.IsText(origin.AsSpan(slash + 1));
    }
}
