using CivicBot.Adapters.Matrix.Sending;
using CivicBot.Chat;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>Rooms that we cannot read. It is said there once, with the way out.</summary>
internal sealed class EncryptedRooms(IKeyValues memory, PrivateRooms privately, PrivacyRequests privacy, Notices notices, ILogger log)
{
    private readonly HashSet<string> _told = [];

    public async Task TellAsync(RoomState room, CancellationToken cancellation)
    {
        if (!room.Encrypted || _told.Contains(room.Id)) return;
        if (await memory.GetAsync(Keys.Encrypted(room.Id), cancellation) is null)
        {
            var text = Texts.InBoth(texts => texts.CannotRead);
            if (await privately.OwnerAsync(room.Id, cancellation) is { } owner)
            {
                text = await privacy.OpenAsync(owner, cancellation) switch
                {
                    Opening.Invited or Opening.There => Texts.InBoth(texts => texts.CannotReadHere + " " + texts.InvitedFromEncrypted),
                    Opening.Forced => Texts.InBoth(texts => texts.CannotReadHere + " " + texts.ForcedEncryption),
                    _ => text,
                };
            }

            // Where we may not write it will not be said at the next event either, so it is remembered all the same.
            await notices.SayAsync(room.Id, "encrypted-" + room.Id, text, null, cancellation);
            await memory.SetAsync(Keys.Encrypted(room.Id), "told", cancellation);
            log.LogInformation("Matrix: {Room} is encrypted and cannot be read.", room.Id);
        }

        _told.Add(room.Id);
    }
}
