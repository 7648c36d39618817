namespace CivicBot.Core;

/// <summary>Who asks, where, with which standing there, when, and the id if he becomes a member by it. Made by the Engine, never by a plugin.</summary>
/// <param name="By">The account that acts; null where it is the clock.</param>
/// <param name="At">Whole seconds, UTC; never before the last entry's time.</param>
/// <param name="IfNew">The id that <paramref name="By"/> gets if this act makes it a member.</param>
public sealed record Occasion(AccountId? By, RoomId? In, Standing Standing, DateTimeOffset At, MemberId IfNew)
{
    /// <summary>The language and the zone of a collective that is founded now and does not say otherwise.</summary>
    public (string Language, string TimeZone) Defaults { get; init; } = ("en", "UTC");

    /// <summary>The moment at which only time passes.</summary>
    public static Occasion OfTheClock(DateTimeOffset at) => new(null, null, Standing.None, at, default);
}

/// <summary>What the platform says of an account in the room where it acts.</summary>
/// <param name="Name">The name shown there.</param>
/// <param name="Place">The place that the room belongs to, and its name: what is founded there.</param>
/// <param name="Present">It is in one of the collective's rooms.</param>
/// <param name="Admin">It has the room's admin rights.</param>
/// <param name="SeenByOthers">Others in the room saw what was asked; else the bot alone did.</param>
public sealed record Standing(string Name, RoomId Place, string PlaceName, bool Present, bool Admin, bool SeenByOthers)
{
    public static Standing None { get; } = new("", default, "", Present: false, Admin: false, SeenByOthers: false);
}
