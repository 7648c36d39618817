using CivicBot.Chat;
using CivicBot.Engine;

namespace CivicBot.Storage;

/// <summary>
/// The storage in one SQLite file: one connection writes, others read. A call that fails with an <see cref="IOException"/> means that the file
/// failed; every later call fails at once, until the program is restarted and opens it anew.
/// </summary>
public sealed class SqliteStorage : IStorage
{
    private readonly SqliteWriter _writer;
    private readonly Readers _readers;
    private int _closed;

    private SqliteStorage(DatabaseFile file, Session session, TimeProvider time)
    {
        _writer = new SqliteWriter(session, time);
        _readers = new Readers(file.OpenForReading, _writer);
        Ledgers = new SqliteLedgers(_writer, _readers);
        var leaving = new Leaving();
        Outbox = new SqliteOutbox(_writer, _readers, leaving);
        Directory = new SqliteDirectory(_writer, _readers, leaving);
    }

    public ILedgers Ledgers { get; }

    public IDirectory Directory { get; }

    public IOutbox Outbox { get; }

    public IKeyValues KeyValues(string platform) => new SqliteKeyValues(platform, _writer, _readers);

    /// <summary>
    /// Opens the file, which is created if it is not there; its folder must be. Refuses a file of a newer CivicBot or of another program.
    /// </summary>
    /// <param name="time">Drives nothing but the moment that a delivery may wait before it is noted on disk.</param>
    public static Task<SqliteStorage> OpenAsync(string databasePath, TimeProvider? time = null, CancellationToken cancellation = default) =>
        Task.Run(
            () =>
            {
                var file = new DatabaseFile(databasePath);
                return new SqliteStorage(file, file.OpenForWriting(), time ?? TimeProvider.System);
            },
            cancellation);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 1) return;
        _readers.Dispose();
        await _writer.DisposeAsync();
    }
}
