using CivicBot.Adapters.Matrix.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>Members who leave a room or are made to. To Matrix a change of name is a change of membership too; to us it is none.</summary>
internal sealed class Departures(Self self, PrivateRooms privately, SharedRooms shared)
{
    public async Task ReadAsync(RoomState room, MatrixEvent happened, Handover handover, CancellationToken cancellation)
    {
        if (!happened.IsDeparture || happened.StateKey is not { } user || user == self.User) return;
        shared.Doubt(room.Id);
        if (await privately.OwnerAsync(room.Id, cancellation) is not null) return; // his own conversation with us is no place of a collective

        await handover.HandInAsync(
            new Left
            {
                EventKey = Names.Key(happened.Id),
                From = new Account(Names.Key(user), happened.Json.Text("unsigned", "prev_content", "displayname") is { Length: > 0 } name ? name : Names.Local(user)),
                In = Speaker.Where(room),
                SeenBy = SeenBy.Room,
                Event = happened.Id,
                Present = false,
            },
            cancellation);
    }
}
