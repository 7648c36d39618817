using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace CivicBot.Storage;

/// <summary>
/// The one connection that writes, and the one loop that drives it. Whatever is ready goes into one transaction, and so costs one fsync: while
/// the disk is busy the next group gathers.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int Busy = 5, MostAtOnce = 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly Channel<Job> _waiting = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Session _session;
    private readonly TimeProvider _time;
    private readonly Task _loop;
    private volatile Exception? _broken;

    public SqliteWriter(Session session, TimeProvider time)
    {
        (_session, _time) = (session, time);
        _loop = Task.Run(LoopAsync);
    }

    public Task<T> RunAsync<T>(Func<Session, (T Answer, bool Keep)> rows, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var job = new Job<T>(rows);
        Add(job);
        // Who stops waiting does not know what came of it: the job stays in its place in the line.
        return cancellation.CanBeCanceled ? job.Answer.WaitAsync(cancellation) : job.Answer;
    }

    public void Add(Job job)
    {
        ThrowIfBroken();
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(job), typeof(SqliteStorage));
    }

    public void ThrowIfBroken()
    {
        if (_broken is { } broken) throw Refusal(broken);
    }

    /// <summary>Takes no more, finishes what waits, moves everything into the main file and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        try
        {
            if (_broken is null) _session.Execute("pragma wal_checkpoint(truncate)");
        }
        catch (SqliteException)
        {
            // Everything is on disk all the same, in the log that the next opening reads.
        }

        _session.Dispose();
    }

    private static IOException Refusal(Exception broken) =>
        new("the database failed and is not used again before the program has been restarted: " + broken.Message, broken);

    private async Task LoopAsync()
    {
        var group = new List<Job>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            if (!Gather(group)) await LingerAsync(group);
            Commit(group);
            group.Clear();
        }
    }

    /// <summary>Takes what is ready. True if there is somebody among them who should not be kept waiting.</summary>
    private bool Gather(List<Job> group)
    {
        var urgent = false;
        while (group.Count < MostAtOnce && _waiting.Reader.TryRead(out var job))
        {
            group.Add(job);
            urgent |= job.Urgent;
        }

        return urgent || group.Count == MostAtOnce;
    }

    private async Task LingerAsync(List<Job> group)
    {
        using var end = new CancellationTokenSource(Patience, _time);
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(end.Token) && !Gather(group))
            {
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private void Commit(List<Job> group)
    {
        try
        {
            ThrowIfBroken();
            _session.Execute("begin immediate");
        }
        catch (Exception failure)
        {
            // Busy: another program has the file. Nothing was written, and the next try may go better.
            if (_broken is null && failure is not SqliteException { SqliteErrorCode: Busy }) _broken = failure;
            foreach (var job in group) job.Fail(failure);
            return;
        }

        try
        {
            foreach (var job in group) job.Write(_session);
            _session.Execute("commit");
        }
        catch (Exception failure)
        {
            // After a failed write or fsync nobody knows what the system's cache still holds: never try again on this handle.
            _broken = failure;
            foreach (var job in group) job.Fail(Refusal(failure));
            return;
        }

        foreach (var job in group) job.Complete();
        try
        {
            Checkpointing.NowAndThen(_session);
        }
        catch (Exception failure)
        {
            _broken = failure;
        }
    }
}
