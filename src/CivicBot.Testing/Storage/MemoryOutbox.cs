using CivicBot.Chat;
using CivicBot.Engine;

namespace CivicBot.Testing;

internal sealed class MemoryOutbox(MemoryRows rows) : IOutbox
{
    public Task<IReadOnlyList<OwedRow>> PendingAsync(string platform, int most, CancellationToken cancellation) =>
        rows.Locked<IReadOnlyList<OwedRow>>(
            () =>
            [
                .. rows.Outbox.Values.Where(row => row.Owed.Platform == platform && !WaitsForItsMessage(row))
                    .OrderBy(static row => row.Owed.Purpose)
                    .ThenBy(static row => row.Id)
                    .Take(most),
            ],
            cancellation);

    public Task<Posted?> PostedAsync(CollectiveId collective, int decision, int room, CancellationToken cancellation) =>
        rows.Locked(() => rows.Posted.GetValueOrDefault((collective, decision, room)), cancellation);

    public Task DoneAsync(OwedRow row, Posted? posted, CancellationToken cancellation) =>
        rows.Locked(
            () =>
            {
                var slot = (row.Collective, row.Owed.Slot);
                if (rows.Outbox.TryGetValue(slot, out var there) && there.Id == row.Id) rows.Outbox.Remove(slot);
                if (posted is not null) rows.Posted[(posted.Collective, posted.Decision, posted.Room)] = posted;
                return true;
            },
            cancellation);

    private bool WaitsForItsMessage(OwedRow row) =>
        row.Owed is { Posts: false, Decision: { } decision, Room: { } room } && !rows.Posted.ContainsKey((row.Collective, decision, room));
}

internal sealed class MemoryKeyValues(MemoryRows rows, string platform) : IKeyValues
{
    public Task<string?> GetAsync(string key, CancellationToken cancellation) =>
        rows.Locked(() => rows.Adapters.GetValueOrDefault((platform, key)), cancellation);

    public Task SetAsync(string key, string? value, CancellationToken cancellation) =>
        rows.Locked(
            () =>
            {
                if (value is null) rows.Adapters.Remove((platform, key));
                else rows.Adapters[(platform, key)] = value;
                return true;
            },
            cancellation);
}
