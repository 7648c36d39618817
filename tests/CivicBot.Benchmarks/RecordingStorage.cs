using CivicBot.Chat;
using CivicBot.Engine;

namespace CivicBot.Benchmarks;

/// <summary>Remembers what was appended, so that the baseline writes the very same rows.</summary>
internal sealed class RecordingStorage(IStorage storage) : IStorage, ILedgers
{
    public List<Batch> Recorded { get; } = [];

    public ILedgers Ledgers => this;

    public IDirectory Directory => storage.Directory;

    public IOutbox Outbox => storage.Outbox;

    public IKeyValues KeyValues(string platform) => storage.KeyValues(platform);

    public IAsyncEnumerable<Stored> ReadAsync(CollectiveId collective, long from, CancellationToken cancellation) => storage.Ledgers.ReadAsync(collective, from, cancellation);

    public Task<Head?> HeadAsync(CollectiveId collective, CancellationToken cancellation) => storage.Ledgers.HeadAsync(collective, cancellation);

    public Task<Beside> BesideAsync(CollectiveId collective, CancellationToken cancellation) => storage.Ledgers.BesideAsync(collective, cancellation);

    public Task<IReadOnlySet<string>> SeenAsync(CollectiveId collective, IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        storage.Ledgers.SeenAsync(collective, keys, cancellation);

    public Task<Appended> AppendAsync(Batch batch, CancellationToken cancellation)
    {
        // One collective, one writer: nobody else adds meanwhile.
        Recorded.Add(batch);
        return storage.Ledgers.AppendAsync(batch, cancellation);
    }

    public ValueTask DisposeAsync() => storage.DisposeAsync();
}
