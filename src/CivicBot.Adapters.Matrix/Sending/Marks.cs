using CivicBot.Adapters.Matrix.Receiving;
using CivicBot.Adapters.Matrix.Wire;

namespace CivicBot.Adapters.Matrix.Sending;

/// <summary>✓ on what somebody wrote: recorded. Clients show none on a reaction, where the card's own count says it.</summary>
internal sealed class Marks(MatrixClient client, Threads threads)
{
    public async Task NoteAsync(string outbox, string room, string about, CancellationToken cancellation)
    {
        try
        {
            if (await threads.AboutAsync(room, about, cancellation) is not { Type: "m.room.message" }) return;
            await client.SendAsync(room, "m.reaction", Posting.Transaction(outbox, "-noted"), MessageContent.Reaction(about, ReactionKey.Noted), cancellation);
        }
        catch (MatrixFailure refused) when (refused.Code == "M_DUPLICATE_ANNOTATION" || (!refused.Passing && !refused.LoggedOut))
        {
            // There already, or we may not react there: the ballot stands all the same.
        }
    }
}
