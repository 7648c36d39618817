using CivicBot.Chat;
using CivicBot.Engine;

namespace CivicBot.Testing;

/// <summary>How the next append goes wrong.</summary>
public enum Failing
{
    No,

    /// <summary>Nothing is written, and an exception thrown.</summary>
    BeforeCommit,

    /// <summary>All is written, and an exception thrown all the same: the answer is lost.</summary>
    AfterCommit,
}

/// <summary>The storage in memory, one lock around it. It outlives its disposal, so that a test can go on with it as after a restart.</summary>
public sealed class MemoryStorage : IStorage
{
    private readonly MemoryRows _rows = new();
    private readonly MemoryLedgers _ledgers;

    public MemoryStorage()
    {
        _ledgers = new MemoryLedgers(_rows);
        Directory = new MemoryDirectory(_rows);
        Outbox = new MemoryOutbox(_rows);
    }

    /// <summary>What the next append does; then the ones after it go well again.</summary>
    public Failing FailNext
    {
        get => _ledgers.FailNext;
        set => _ledgers.FailNext = value;
    }

    public ILedgers Ledgers => _ledgers;

    public IDirectory Directory { get; }

    public IOutbox Outbox { get; }

    public IKeyValues KeyValues(string platform) => new MemoryKeyValues(_rows, platform);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
