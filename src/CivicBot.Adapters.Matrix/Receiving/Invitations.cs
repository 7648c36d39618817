using System.Text.Json;
using CivicBot.Adapters.Matrix.Wire;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>Whoever invites us gets us. We say nothing there until we are spoken to.</summary>
internal sealed class Invitations(MatrixClient client, Self self, PrivateRooms privately, Patience patience, ILogger log)
{
    public async Task AcceptAsync(JsonElement rooms, CancellationToken cancellation)
    {
        foreach (var invitation in rooms.Fields("invite"))
        {
            var room = invitation.Name;
            var ours = MatrixEvent.ReadAll(invitation.Value.List("invite_state", "events"))
                .LastOrDefault(one => one.Type == "m.room.member" && one.StateKey == self.User);
            if (ours?.Json.True("content", "is_direct") == true) await privately.MarkAsync(room, ours.Sender, cancellation);
            var via = ours is null ? null : Names.Server(ours.Sender);
            if (await patience.TryAsync("accepting an invitation", () => client.JoinAsync(room, via, cancellation), cancellation))
            {
                log.LogInformation("Matrix: joined {Room}.", room);
            }
        }
    }
}
