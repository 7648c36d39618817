namespace CivicBot.Core;

/// <summary>The platform gave a room a new key (a Matrix room was upgraded): decisions under way go on there.</summary>
public sealed record MoveRoom(RoomId From, RoomId To) : CollectiveCommand
{
    private protected override Ruling Rule(Collective collective, Occasion occasion)
    {
        if (collective.NumberOf(From) is not { } number) return Ruling.Unchanged;
        var room = collective.Rooms[number];
        return new RoomLinked(number, To, room.Place == From ? To : room.Place, room.Name, By: null);
    }
}
