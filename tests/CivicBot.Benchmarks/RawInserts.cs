using CivicBot.Engine;
using CivicBot.Storage;
using Microsoft.Data.Sqlite;

namespace CivicBot.Benchmarks;

/// <summary>The baseline: prepared inserts of the same rows into the same tables, one transaction per batch, synchronous=FULL.</summary>
internal sealed class RawInserts : IDisposable
{
    private readonly SqliteConnection connection;

    private RawInserts(SqliteConnection connection) => this.connection = connection;

    public static async Task<RawInserts> OpenAsync(string path)
    {
        // The storage makes the tables, and leaves.
        await (await SqliteStorage.OpenAsync(path).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on;";
        pragmas.ExecuteNonQuery();
        return new RawInserts(connection);
    }

    public TimeSpan Insert(IReadOnlyList<Batch> batches)
    {
        var entry = Prepare("insert into entry values ($1, $2, $3, $4)");
        var opening = Prepare("insert into opening values ($1, $2, $3, $4, $5)");
        var head = Prepare("insert or replace into head values ($1, $2, $3, $4)");
        var seen = Prepare("insert into seen(collective, key, day) values ($1, $2, $3)");
        var owed = Prepare("insert or replace into outbox(collective, slot, platform, purpose, body, decision, room, posts) values ($1, $2, $3, $4, $5, $6, $7, $8)");
        var listed = Prepare("insert or ignore into directory values ($1, $2, $3)");
        var started = TimeProvider.System.GetTimestamp();
        foreach (var batch in batches)
        {
            var collective = batch.Collective.Value;
            using var transaction = connection.BeginTransaction();
            foreach (var row in batch.Entries) Run(entry, transaction, collective, row.N, row.Line.ToArray(), row.Leaf.ToArray());
            foreach (var row in batch.Openings) Run(opening, transaction, collective, row.N, row.I, row.Payload, row.Salt);
            if (batch.Head is { } signed) Run(head, transaction, collective, signed.Size, signed.Root.ToArray(), signed.Note);
            foreach (var key in batch.Seen) Run(seen, transaction, collective, key, 0);
            foreach (var row in batch.Outbox) Run(owed, transaction, collective, row.Slot, row.Platform, (int)row.Purpose, row.Body, row.Decision, row.Room, row.Posts);
            foreach (var row in batch.Directory) Run(listed, transaction, (int)row.As, row.Key, collective);
            transaction.Commit();
        }
        return TimeProvider.System.GetElapsedTime(started);
    }

    public void Dispose() => connection.Dispose();

    private SqliteCommand Prepare(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var i in Enumerable.Range(1, sql.Count(letter => letter == '$'))) command.Parameters.Add(new SqliteParameter($"${i}", null));
        return command;
    }

    private static void Run(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
