using System.Globalization;

namespace CivicBot.Adapters.Telegram;

/// <summary>A chat, or a topic in it.</summary>
internal readonly record struct Spot(long Chat, int? Topic = null);

/// <summary>The keys of the contract to Telegram's ids and back.</summary>
internal static class Names
{
    public const string Platform = "telegram";
    private const string Prefix = Platform + ":";

    public static string Key(long id) => Prefix + Number(id);

    public static string Key(Spot spot) => spot.Topic is { } topic ? $"{Key(spot.Chat)}/{Number(topic)}" : Key(spot.Chat);

    /// <returns>Null if the key is another platform's.</returns>
    public static long? Id(string key) => Read(key) is { Topic: null } spot ? spot.Chat : null;

    /// <inheritdoc cref="Id"/>
    public static Spot? Read(string key)
    {
        if (!key.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var parts = key[Prefix.Length..].Split('/');
        if (parts.Length > 2 || !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat)) return null;
        if (parts.Length == 1) return new Spot(chat);
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var topic) ? new Spot(chat, topic) : null;
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
