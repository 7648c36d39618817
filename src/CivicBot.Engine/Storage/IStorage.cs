using CivicBot.Chat;

namespace CivicBot.Engine;

/// <summary>The storage port: all that outlives the process. Its exam, held by every implementation, is in the tests.</summary>
public interface IStorage : IAsyncDisposable
{
    ILedgers Ledgers { get; }

    IDirectory Directory { get; }

    IOutbox Outbox { get; }

    IKeyValues KeyValues(string platform);
}

/// <summary>The ledgers and what is committed with them. Nothing else writes a ledger.</summary>
public interface ILedgers
{
    /// <summary>The entries from number <paramref name="from"/> on, in order, with their openings.</summary>
    IAsyncEnumerable<Stored> ReadAsync(CollectiveId collective, long from, CancellationToken cancellation);

    Task<Head?> HeadAsync(CollectiveId collective, CancellationToken cancellation);

    Task<Beside> BesideAsync(CollectiveId collective, CancellationToken cancellation);

    /// <summary>Which of these event keys were handled before: by the collective, or in the lobby before it was founded.</summary>
    Task<IReadOnlySet<string>> SeenAsync(CollectiveId collective, IReadOnlyCollection<string> keys, CancellationToken cancellation);

    /// <summary>
    /// One transaction, on disk when it returns; several callers' batches may share it, each whole.
    /// Stale: the ledger's size is not <see cref="Batch.Expected"/>, or one of the seen keys is there already; nothing was written.
    /// </summary>
    Task<Appended> AppendAsync(Batch batch, CancellationToken cancellation);
}

/// <summary>The only knowledge that crosses collectives: a projection of the ledgers, but for claims, which are made first.</summary>
public interface IDirectory
{
    IAsyncEnumerable<CollectiveId> AllAsync(CancellationToken cancellation);

    Task<CollectiveId?> OfPlaceAsync(string place, CancellationToken cancellation);

    Task<IReadOnlyList<CollectiveId>> OfAccountAsync(string account, CancellationToken cancellation);

    Task<CollectiveId?> OfTokenAsync(string token, CancellationToken cancellation);

    /// <summary>The card that a message shows, on a platform.</summary>
    Task<Posted?> OfMessageAsync(string message, CancellationToken cancellation);

    /// <summary>Answers the owner: <paramref name="wanted"/>, or whoever claimed the place before.</summary>
    Task<CollectiveId> ClaimAsync(string place, CollectiveId wanted, CancellationToken cancellation);

    /// <summary>The place <paramref name="from"/> is called <paramref name="to"/> now. False if another collective holds that.</summary>
    Task<bool> MoveAsync(string from, string to, CancellationToken cancellation);

    /// <summary>What is due at or before <paramref name="now"/>, the earliest first.</summary>
    Task<IReadOnlyList<DueRow>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellation);

    /// <summary>When the next thing is due.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation);
}

/// <summary>What is owed and not yet delivered.</summary>
public interface IOutbox
{
    /// <summary>What a platform is owed, by purpose, then in order.</summary>
    Task<IReadOnlyList<OwedRow>> PendingAsync(string platform, int most, CancellationToken cancellation);

    Task<Posted?> PostedAsync(CollectiveId collective, int decision, int room, CancellationToken cancellation);

    /// <summary>
    /// It was delivered, or never can be: the row goes, unless a newer one took its slot meanwhile. <paramref name="posted"/> is noted in the same
    /// commit. It need not be on disk at once: a delivery that is repeated after a crash has the same id.
    /// </summary>
    Task DoneAsync(OwedRow row, Posted? posted, CancellationToken cancellation);
}
