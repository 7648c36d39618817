using CivicBot.Adapters.Matrix.Wire;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>Whether what somebody did in a room was seen by us only.</summary>
internal static class Seclusion
{
    public static async Task<bool> ReadsAloneAsync(
        this PrivateRooms privately, RoomState room, string user, Patience patience, CancellationToken cancellation)
    {
        try
        {
            return !room.Encrypted && await patience.AskAsync(() => privately.IsOfAsync(room.Id, user, cancellation), cancellation);
        }
        catch (MatrixFailure refused) when (!refused.Passing && !refused.LoggedOut)
        {
            return false; // we are out of it since: nothing there is private any more
        }
    }
}
