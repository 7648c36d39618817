using System.Collections.Concurrent;

namespace CivicBot.Adapters.Matrix.Receiving;

/// <summary>
/// Cards that were posted just now. Who is quick reacts before we know our own card, or before the bot has noted which message it is; such a
/// reaction can be handed in only a little later.
/// </summary>
internal sealed class FreshCards(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (string Room, long Since)> _fresh = new();

    public bool Any => !_fresh.IsEmpty;

    public void Note(Card card) => _fresh.TryAdd(card.Message, (card.Room, time.GetTimestamp()));

    /// <param name="settle">Compares the reactions on a card; false if some could not be handed in yet.</param>
    public async Task SettleAsync(Func<string, string, Task<bool>> settle)
    {
        foreach (var (message, (room, since)) in _fresh)
        {
            if (await settle(room, message) || time.GetElapsedTime(since) > Longest) _fresh.TryRemove(message, out _);
        }
    }
}
