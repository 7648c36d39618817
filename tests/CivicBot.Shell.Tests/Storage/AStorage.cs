using CivicBot.Chat;
using CivicBot.Engine;
using CivicBot.Ledger;

namespace CivicBot.Shell.Tests.Storages;

/// <summary>The exam that every storage passes, by verb in the files beside this one.</summary>
public abstract partial class AStorage(IStorageFixture fixture) : IAsyncLifetime
{
    protected static readonly CollectiveId Tea = new("01TEA");
    protected static readonly CollectiveId Cake = new("02CAKE");
    protected static readonly DateTimeOffset Noon = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    protected IStorage Storage { get; private set; } = null!;

    protected static CancellationToken Patience => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Storage = await fixture.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await Storage.DisposeAsync();
        await fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task ReopenAsync()
    {
        await Storage.DisposeAsync();
        Storage = await fixture.OpenAsync();
    }

    /// <summary>A batch of so many entries, each with an opening.</summary>
    protected static Batch Entries(CollectiveId collective, long expected, int count, params string[] seen)
    {
        var entries = Enumerable.Range(0, count).Select(i => AnEntry(collective, expected + i)).ToList();
        return new Batch(collective, expected)
        {
            At = Noon,
            Entries = entries,
            Head = count == 0 ? null : new Head(expected + count, entries[^1].Leaf, $"checkpoint {expected + count}\n"),
            Openings = [.. entries.Select(static entry => AnOpening(entry.N, 0))],
            Seen = seen,
        };
    }

    /// <summary>A batch without entries for a ledger of that size.</summary>
    protected static Batch Nothing(CollectiveId collective, long expected = 0) => new(collective, expected) { At = Noon };

    protected static Opening AnOpening(long n, int i) => Opening.Of(n, i, $"said in {n}.{i}: é 🗳", new byte[32]);

    protected static Owed Reply(string slot, Purpose purpose = Purpose.Answer, string body = "hello") => new(slot, "matrix", purpose, body);

    protected static Owed Card(int room = 2) => new($"card/7/{room}", "matrix", Purpose.Card, "1 of 3", 7, room);

    protected async Task Succeeds(Batch batch) => (await Storage.Ledgers.AppendAsync(batch, Patience)).ShouldBe(Appended.Durable);

    protected async Task IsStale(Batch batch) => (await Storage.Ledgers.AppendAsync(batch, Patience)).ShouldBe(Appended.Stale);

    protected async Task<List<Stored>> Read(CollectiveId collective, long from = 0) =>
        await Storage.Ledgers.ReadAsync(collective, from, Patience).ToListAsync(Patience);

    protected async Task<IReadOnlyList<OwedRow>> Pending(int most = 100) => await Storage.Outbox.PendingAsync("matrix", most, Patience);

    protected static async Task<List<string>> Bytes(IStorage storage, CollectiveId collective) =>
        await storage.Ledgers.ReadAsync(collective, 0, Patience)
            .Select(static stored => Convert.ToHexString(stored.Entry.Line.Span) + stored.Entry.Leaf + string.Concat(stored.Openings))
            .ToListAsync(Patience);

    private static Entry AnEntry(CollectiveId collective, long n)
    {
        byte[] line = [.. System.Text.Encoding.UTF8.GetBytes($"{{\"n\":{n},\"of\":\"{collective}\"}}"), 0, 255];
        return new Entry(n, line, MerkleTree.LeafHash(line));
    }
}
