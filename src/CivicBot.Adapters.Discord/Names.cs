namespace CivicBot.Adapters.Discord;

/// <summary>The keys of the contract to Discord's ids and back.</summary>
internal static class Names
{
    public const string Platform = "discord";
    private const string Prefix = Platform + ":";
    private const long Epoch = 1_420_070_400_000;

    public static string Key(string id) => Prefix + id;

    /// <returns>Null if the key is another platform's.</returns>
    public static string? Id(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : null;

    /// <summary>The least id of what was made then.</summary>
    public static ulong After(DateTimeOffset moment) => (ulong)(moment.ToUnixTimeMilliseconds() - Epoch) << 22;

    /// <summary>When a thing was made: its id says so.</summary>
    public static DateTimeOffset MadeAt(string id) =>
        ulong.TryParse(id, out var number) ? DateTimeOffset.FromUnixTimeMilliseconds((long)(number >> 22) + Epoch) : DateTimeOffset.UnixEpoch;
}
