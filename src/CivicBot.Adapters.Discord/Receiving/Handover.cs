using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>Hands an interaction in until it is dealt with.</summary>
internal sealed class Handover(IReception reception, TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);

    public async Task<Handled> HandInAsync(Interaction interaction, CancellationToken cancellation)
    {
        while (true)
        {
            var handled = await reception.ReceiveAsync(interaction, cancellation);
            if (handled is not Busy busy) return handled;
            await Task.Delay(busy.RetryAfter > Shortest ? busy.RetryAfter : Shortest, time, cancellation);
        }
    }
}
