using CivicBot.Adapters.Matrix.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>Who did something and where, in the contract's words.</summary>
internal sealed class Speaker(MatrixClient client, Patience patience)
{
    /// <summary>The account as the room shows it. A name that the sync left out is asked for once.</summary>
    public async Task<Account> OfAsync(RoomState room, string user, CancellationToken cancellation)
    {
        if (room.NameOf(user) is { } known) return new Account(Names.Key(user), known);
        var name = Names.Local(user);
        await patience.TryAsync(
            "reading a member's name",
            async () =>
            {
                try
                {
                    var shown = (await client.StateAsync(room.Id, "m.room.member", user, cancellation))?.Text("displayname");
                    if (!string.IsNullOrWhiteSpace(shown)) name = shown;
                }
                catch (MatrixFailure refused) when (!refused.Passing)
                {
                    // He is named by his id then.
                }
            },
            cancellation);
        room.Learn(user, name);
        return new Account(Names.Key(user), name);
    }

    public static Room Where(RoomState room, bool inPrivate = false) => new(Names.Key(room.Id), Names.Key(room.Id), room.Name, inPrivate);
}
