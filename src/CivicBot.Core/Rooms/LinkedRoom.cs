namespace CivicBot.Core;

/// <summary>A room of the collective, under its number there. Key and name are null once their opening is absent.</summary>
/// <param name="Place">What it belongs to: the Discord server of a channel; a Matrix room is its own place.</param>
public sealed record LinkedRoom(int Number, RoomId? Room, RoomId? Place, string? Name);

/// <summary>A room belongs to the collective from now on. A number given again means that the room has moved: same room, new key.</summary>
public sealed record RoomLinked(int Number, RoomId? Room, RoomId? Place, string? Name, MemberId? By) : CollectiveEvent
{
    private protected override Collective Change(Collective before) =>
        before with { Rooms = before.Rooms.SetItem(Number, new LinkedRoom(Number, Room, Place, Name)) };
}
