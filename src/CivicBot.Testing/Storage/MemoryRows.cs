using CivicBot.Engine;
using CivicBot.Ledger;

namespace CivicBot.Testing;

/// <summary>The tables. Whoever uses them does so under their lock.</summary>
internal sealed class MemoryRows
{
    private readonly Lock _gate = new();

    public Dictionary<CollectiveId, List<Entry>> Entries { get; } = [];

    public Dictionary<(CollectiveId, long N, int I), Opening> Openings { get; } = [];

    public Dictionary<CollectiveId, Head> Heads { get; } = [];

    public Dictionary<(CollectiveId, string Key), DateTimeOffset> Seen { get; } = [];

    public Dictionary<(CollectiveId, string Slot), OwedRow> Outbox { get; } = [];

    public Dictionary<(CollectiveId, int Decision, int Room), Posted> Posted { get; } = [];

    public Dictionary<(CollectiveId Collective, string Key), DateTimeOffset> Due { get; } = [];

    public Dictionary<string, (CollectiveId Collective, ActionToken Token)> Tokens { get; } = new(StringComparer.Ordinal);

    public Dictionary<(CollectiveId Collective, string Account, string Room), Draft> Drafts { get; } = [];

    public Dictionary<(CollectiveId Collective, string Account, string Key), Setting> Settings { get; } = [];

    public Dictionary<(string Platform, string Key), string> Adapters { get; } = [];

    public Dictionary<string, CollectiveId> Places { get; } = new(StringComparer.Ordinal);

    public HashSet<(string Account, CollectiveId Collective)> Accounts { get; } = [];

    public long LastOwed { get; set; }

    public async Task<T> Locked<T>(Func<T> use, CancellationToken cancellation)
    {
        await Task.CompletedTask; // What fails, fails in the task.
        cancellation.ThrowIfCancellationRequested();
        lock (_gate) return use();
    }
}
