namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>The emoji that stand for something.</summary>
internal static class ReactionKey
{
    public const int Most = 10;
    public const string Lock = "🔒";
    public const string Noted = "✓";

    public static string Of(int number) => number == 10 ? "🔟" : $"{(char)('0' + number)}\uFE0F\u20E3";

    /// <returns>1 to 10; null for any other. Some clients leave the variation selector out, or put one behind.</returns>
    public static int? Number(string key)
    {
        var bare = Bare(key);
        if (bare == "🔟") return 10;
        return bare.Length == 2 && bare[0] is >= '1' and <= '9' && bare[1] == '\u20E3' ? bare[0] - '0' : null;
    }

    public static bool IsLock(string key) => Bare(key) == Lock;

    private static string Bare(string key) => key.Replace("\uFE0F", "", StringComparison.Ordinal);
}
