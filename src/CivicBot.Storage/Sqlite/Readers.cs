using System.Collections.Concurrent;

namespace CivicBot.Storage;

/// <summary>Connections that only read, kept for the next reader. Each statement sees everything committed before it began.</summary>
internal sealed class Readers(Func<Session> open, SqliteWriter writer) : IDisposable
{
    private const int MostIdle = 8;

    private readonly ConcurrentBag<Session> _idle = [];
    private volatile bool _closed;

    public T Read<T>(Func<Session, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        writer.ThrowIfBroken();
        ObjectDisposedException.ThrowIf(_closed, typeof(SqliteStorage));
        if (!_idle.TryTake(out var session)) session = open();
        try
        {
            return read(session);
        }
        finally
        {
            GiveBack(session);
        }
    }

    public void Dispose()
    {
        _closed = true;
        CloseIdle();
    }

    private void GiveBack(Session session)
    {
        if (_idle.Count < MostIdle) _idle.Add(session);
        else session.Dispose();
        if (_closed) CloseIdle();
    }

    private void CloseIdle()
    {
        while (_idle.TryTake(out var session)) session.Dispose();
    }
}
