using Microsoft.Data.Sqlite;

namespace CivicBot.Storage;

/// <summary>Something to write, in a transaction shared with others: whole or not at all, whatever becomes of the others.</summary>
internal abstract class Job
{
    private const int TooBig = 18, Constraint = 19, Mismatch = 20;

    private Exception? _own;

    /// <summary>Somebody waits for the disk; else it may wait a moment for company.</summary>
    public virtual bool Urgent => true;

    public void Write(Session session)
    {
        session.Execute("savepoint job");
        try
        {
            if (!Rows(session)) session.Execute("rollback to job");
        }
        catch (Exception failure) when (IsItsOwn(failure))
        {
            _own = failure;
            session.Execute("rollback to job");
        }

        session.Execute("release job");
    }

    /// <summary>It is on disk, unless it failed alone.</summary>
    public void Complete()
    {
        if (_own is null) Done();
        else Fail(_own);
    }

    public abstract void Fail(Exception why);

    /// <summary>Writes the rows. False: take them back.</summary>
    protected abstract bool Rows(Session session);

    protected abstract void Done();

    // Anything else that SQLite reports is about the file, and so about everybody.
    private static bool IsItsOwn(Exception failure) => failure is not SqliteException { SqliteErrorCode: not (TooBig or Constraint or Mismatch) };
}

/// <summary>A job that somebody waits for.</summary>
/// <param name="rows">Writes, and says what to answer and whether to keep what was written.</param>
internal sealed class Job<T>(Func<Session, (T Answer, bool Keep)> rows) : Job
{
    private readonly TaskCompletionSource<T> _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _answer;

    public Task<T> Answer => _waiting.Task;

    public override void Fail(Exception why) => _waiting.TrySetException(why);

    protected override bool Rows(Session session)
    {
        (_answer, var keep) = rows(session);
        return keep;
    }

    protected override void Done() => _waiting.TrySetResult(_answer!);
}
