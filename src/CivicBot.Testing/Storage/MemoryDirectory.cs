using System.Runtime.CompilerServices;
using CivicBot.Engine;

namespace CivicBot.Testing;

internal sealed class MemoryDirectory(MemoryRows rows) : IDirectory
{
    public async IAsyncEnumerable<CollectiveId> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var collective in await rows.Locked(() => Sorted(rows.Heads.Keys), cancellation)) yield return collective;
    }

    public Task<CollectiveId?> OfPlaceAsync(string place, CancellationToken cancellation) => rows.Locked(() => Owner(place), cancellation);

    public Task<IReadOnlyList<CollectiveId>> OfAccountAsync(string account, CancellationToken cancellation) =>
        rows.Locked<IReadOnlyList<CollectiveId>>(
            () => Sorted(rows.Accounts.Where(row => row.Account == account).Select(static row => row.Collective)), cancellation);

    public Task<CollectiveId?> OfTokenAsync(string token, CancellationToken cancellation) =>
        rows.Locked(() => rows.Tokens.TryGetValue(token, out var found) ? found.Collective : (CollectiveId?)null, cancellation);

    public Task<Posted?> OfMessageAsync(string message, CancellationToken cancellation) =>
        rows.Locked(() => rows.Posted.Values.FirstOrDefault(posted => posted.Message == message), cancellation);

    public Task<CollectiveId> ClaimAsync(string place, CollectiveId wanted, CancellationToken cancellation) =>
        rows.Locked(
            () =>
            {
                rows.Places.TryAdd(place, wanted);
                return rows.Places[place];
            },
            cancellation);

    public Task<bool> MoveAsync(string from, string to, CancellationToken cancellation) =>
        rows.Locked(
            () =>
            {
                if (Owner(from) is not { } owner) return true;
                if (Owner(to) is { } holder && holder != owner) return false;
                rows.Places.Remove(from);
                rows.Places[to] = owner;
                return true;
            },
            cancellation);

    public Task<IReadOnlyList<DueRow>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellation) =>
        rows.Locked<IReadOnlyList<DueRow>>(
            () =>
            [
                .. rows.Due.Where(row => row.Value <= now)
                    .Select(static row => new DueRow(row.Key.Collective, row.Key.Key, row.Value))
                    .OrderBy(static row => row.At)
                    .ThenBy(static row => row.Collective.Value, StringComparer.Ordinal)
                    .ThenBy(static row => row.Key, StringComparer.Ordinal)
                    .Take(most),
            ],
            cancellation);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation) =>
        rows.Locked(() => rows.Due.Count == 0 ? (DateTimeOffset?)null : rows.Due.Values.Min(), cancellation);

    private static List<CollectiveId> Sorted(IEnumerable<CollectiveId> ids) => [.. ids.OrderBy(static id => id.Value, StringComparer.Ordinal)];

    private CollectiveId? Owner(string place) => rows.Places.TryGetValue(place, out var owner) ? owner : null;
}
