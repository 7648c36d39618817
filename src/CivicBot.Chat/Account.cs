namespace CivicBot.Chat;

/// <summary>One platform identity.</summary>
/// <param name="Key">Platform and immutable id: <c>telegram:4711</c>, <c>matrix:@ana:example.org</c>.</param>
/// <param name="Name">The name shown in the room now; not an identity.</param>
/// <param name="Language">The language the platform says this person reads (<c>fr</c>), where it does.</param>
public sealed record Account(string Key, string Name, string? Language = null);

/// <summary>Where things are said.</summary>
/// <param name="Key">Platform and id: <c>matrix:!abc:example.org</c>.</param>
/// <param name="Place">The key of what founds a collective there: a Discord server for its channels; a Matrix room for itself.</param>
/// <param name="PlaceName">What people call that place.</param>
/// <param name="Private">A conversation of one person with the bot. It founds nothing, and nobody else reads it.</param>
public sealed record Room(string Key, string Place, string PlaceName, bool Private = false);
