namespace CivicBot.Adapters.Matrix;

/// <summary>The keys of the contract to Matrix's ids and back.</summary>
internal static class Names
{
    public const string Platform = "matrix";
    private const string Prefix = Platform + ":";

    public static string Key(string id) => Prefix + id;

    /// <returns>Null if the key is another platform's.</returns>
    public static string? Id(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : null;

    /// <summary><c>ana</c> of <c>@ana:example.org</c>.</summary>
    public static string Local(string user) => user.TrimStart('@').Split(':')[0];

    /// <summary><c>example.org</c> of <c>@ana:example.org</c>.</summary>
    public static string? Server(string user) => user.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? user[(colon + 1)..] : null;
}
