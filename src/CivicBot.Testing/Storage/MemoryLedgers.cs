using System.Runtime.CompilerServices;
using CivicBot.Engine;
using CivicBot.Ledger;

namespace CivicBot.Testing;

internal sealed class MemoryLedgers(MemoryRows rows) : ILedgers
{
    public Failing FailNext { get; set; }

    public async IAsyncEnumerable<Stored> ReadAsync(CollectiveId collective, long from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = await rows.Locked(
            () => rows.Entries.GetValueOrDefault(collective, []).Skip((int)from)
                .Select(entry => new Stored(entry, Openings(collective, entry.N)))
                .ToList(),
            cancellation);
        foreach (var stored in found) yield return stored;
    }

    public Task<Head?> HeadAsync(CollectiveId collective, CancellationToken cancellation) =>
        rows.Locked(() => rows.Heads.GetValueOrDefault(collective), cancellation);

    public Task<Beside> BesideAsync(CollectiveId collective, CancellationToken cancellation) =>
        rows.Locked(
            () =>
            {
                var tokens = rows.Tokens.Values.Where(row => row.Collective == collective).Select(static row => row.Token);
                var drafts = rows.Drafts.Where(row => row.Key.Collective == collective).Select(static row => row.Value);
                var settings = rows.Settings.Where(row => row.Key.Collective == collective).Select(static row => row.Value);
                return new Beside(
                    Ordered(tokens, static row => row.Token),
                    Ordered(drafts, static row => row.Account + '\n' + row.Room),
                    Ordered(settings, static row => row.Account + '\n' + row.Key));
            },
            cancellation);

    public Task<IReadOnlySet<string>> SeenAsync(CollectiveId collective, IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        rows.Locked<IReadOnlySet<string>>(
            () => keys.Where(key => rows.Seen.ContainsKey((collective, key)) || rows.Seen.ContainsKey((CollectiveId.Lobby, key))).ToHashSet(StringComparer.Ordinal), cancellation);

    public Task<Appended> AppendAsync(Batch batch, CancellationToken cancellation)
    {
        if (batch.Entries.Where((entry, i) => entry.N != batch.Expected + i).Any())
            throw new ArgumentException("the entries do not follow on the expected size", nameof(batch));
        if (batch.Entries.Count == 0 ? batch.Head is not null : batch.Head?.Size != batch.Expected + batch.Entries.Count)
            throw new ArgumentException("the head is not that of the last entry", nameof(batch));
        return rows.Locked(
            () =>
            {
                var failing = FailNext;
                FailNext = Failing.No;
                if (failing == Failing.BeforeCommit) throw new IOException("this append was to fail");
                var appended = MemoryBatch.Write(rows, batch);
                return failing == Failing.AfterCommit ? throw new IOException("the answer to this append was to be lost") : appended;
            },
            cancellation);
    }

    private static List<T> Ordered<T>(IEnumerable<T> found, Func<T, string> by) => [.. found.OrderBy(by, StringComparer.Ordinal)];

    private List<Opening> Openings(CollectiveId collective, long n) =>
        [.. rows.Openings.Where(row => row.Key.Item1 == collective && row.Key.N == n).Select(static row => row.Value).OrderBy(static row => row.I)];
}
