using System.Runtime.CompilerServices;
using CivicBot.Engine;
using CivicBot.Ledger;

namespace CivicBot.Storage;

internal sealed class SqliteLedgers(SqliteWriter writer, Readers readers) : ILedgers
{
    private const int Page = 500;

    private const string Entries =
        """
        select e.n, e.bytes, e.leaf, o.i, o.payload, o.salt
        from (select n, bytes, leaf from entry where collective = $1 and n >= $2 order by n limit $3) e
        left join opening o on o.collective = $1 and o.n = e.n
        order by e.n, o.i
        """;

    private const string HeadOf = "select size, root, checkpoint from head where collective = $1";

    private const string Tokens = "select token, act, decision, version, only, expires from token where collective = $1 order by token";

    private const string Drafts = "select account, room, body, expires from draft where collective = $1 order by account, room";

    private const string Settings = "select account, key, value from setting where collective = $1 order by account, key";

    private const string Seen = "select 1 from seen where collective in ($1, $3) and key = $2";

    private readonly Pruning _pruning = new();

    /// <summary>A page at a time, so that a slow reader does not keep the log from being emptied.</summary>
    public async IAsyncEnumerable<Stored> ReadAsync(CollectiveId collective, long from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        List<Stored> page;
        do
        {
            page = readers.Read(session => ReadPage(session, collective, from), cancellation);
            foreach (var stored in page) yield return stored;
            from += page.Count;
        }
        while (page.Count == Page);
    }

    public Task<Head?> HeadAsync(CollectiveId collective, CancellationToken cancellation) =>
        Task.FromResult(readers.Read(
            session => session.Query(
                HeadOf, static row => new Head(row.GetInt64(0), row.Hash(1), row.GetString(2)), collective.Value).FirstOrDefault(),
            cancellation));

    public Task<Beside> BesideAsync(CollectiveId collective, CancellationToken cancellation) =>
        Task.FromResult(readers.Read(
            session => new Beside(
                session.Query(
                    Tokens,
                    static row => new ActionToken(
                        row.GetString(0), row.GetString(1), row.MaybeInt(2), row.GetInt32(3), row.MaybeString(4), row.MaybeMoment(5)),
                    collective.Value),
                session.Query(
                    Drafts, static row => new Draft(row.GetString(0), row.GetString(1), row.GetString(2), row.Moment(3)), collective.Value),
                session.Query(Settings, static row => new Setting(row.GetString(0), row.GetString(1), row.GetString(2)), collective.Value)),
            cancellation));

    public Task<IReadOnlySet<string>> SeenAsync(CollectiveId collective, IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlySet<string>>(readers.Read(
            session => keys.Where(key => session.Scalar(Seen, collective.Value, key, CollectiveId.Lobby.Value) is not null).ToHashSet(StringComparer.Ordinal), cancellation));

    public Task<Appended> AppendAsync(Batch batch, CancellationToken cancellation)
    {
        ThrowIfImpossible(batch);
        return writer.RunAsync(
            session =>
            {
                if (!BatchRows.Write(session, batch)) return (Appended.Stale, false);
                _pruning.NowAndThen(session, batch.At);
                return (Appended.Durable, true);
            },
            cancellation);
    }

    private static void ThrowIfImpossible(Batch batch)
    {
        if (batch.Entries.Where((entry, i) => entry.N != batch.Expected + i).Any())
            throw new ArgumentException("the entries do not follow on the expected size", nameof(batch));
        if (batch.Entries.Count == 0 ? batch.Head is not null : batch.Head?.Size != batch.Expected + batch.Entries.Count)
            throw new ArgumentException("the head is not that of the last entry", nameof(batch));
    }

    private static List<Stored> ReadPage(Session session, CollectiveId collective, long from)
    {
        var page = new List<Stored>();
        var openings = new List<Opening>();
        session.Query(
            Entries,
            row =>
            {
                var n = row.GetInt64(0);
                if (page.Count == 0 || page[^1].Entry.N != n) page.Add(new Stored(new Entry(n, row.Bytes(1), row.Hash(2)), openings = []));
                if (!row.IsDBNull(3)) openings.Add(new Opening(n, row.GetInt32(3), row.GetString(4), row.GetString(5)));
                return n;
            },
            collective.Value,
            from,
            Page);
        return page;
    }
}
