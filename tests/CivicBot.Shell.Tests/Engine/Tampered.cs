using System.Runtime.CompilerServices;
using System.Text;
using CivicBot.Chat;
using CivicBot.Engine;
using CivicBot.Ledger;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>A storage whose ledgers are read otherwise than they were written, as if somebody had changed the bytes on disk.</summary>
internal sealed class Tampered(IStorage inner) : IStorage, ILedgers
{
    private readonly Dictionary<CollectiveId, List<Func<List<Stored>, List<Stored>>>> changes = [];
    private readonly Dictionary<CollectiveId, Func<Head, IReadOnlyList<Stored>, Head>> heads = [];

    public ILedgers Ledgers => this;

    public IDirectory Directory => inner.Directory;

    public IOutbox Outbox => inner.Outbox;

    public IKeyValues KeyValues(string platform) => inner.KeyValues(platform);

    /// <summary>From now on the entries are these.</summary>
    public void Entries(CollectiveId collective, Func<List<Stored>, List<Stored>> change)
    {
        if (!changes.TryGetValue(collective, out var all)) changes.Add(collective, all = []);
        all.Add(change);
    }

    /// <summary>One line is another now; its recorded hash stays.</summary>
    public void Line(int n, Func<string, string> change, CollectiveId collective) => Entries(collective, entries =>
    {
        var entry = entries[n].Entry;
        entries[n] = entries[n] with { Entry = entry with { Line = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(entry.Line.Span))) } };
        return entries;
    });

    /// <summary>Everything is hashed and signed anew: what only who holds the key can do.</summary>
    public void SignAnew(CollectiveId collective, ISigner signer)
    {
        Entries(collective, entries => [.. entries.Select(stored => stored with { Entry = stored.Entry with { Leaf = MerkleTree.LeafHash(stored.Entry.Line.Span) } })]);
        heads[collective] = (_, entries) =>
        {
            var frontier = entries.Aggregate(Frontier.Empty, (before, stored) => before.Append(stored.Entry.Leaf));
            return new Head(frontier.Size, frontier.Root, new Checkpoint(signer.Key.Name, frontier.Size, frontier.Root).Sign(signer));
        };
    }

    public void Head(CollectiveId collective, Func<Head, Head> change) => heads[collective] = (head, _) => change(head);

    public async IAsyncEnumerable<Stored> ReadAsync(CollectiveId collective, long from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var stored in (await AllAsync(collective, cancellation)).Skip((int)from)) yield return stored;
    }

    public async Task<Head?> HeadAsync(CollectiveId collective, CancellationToken cancellation) =>
        await inner.Ledgers.HeadAsync(collective, cancellation) is not { } head ? null
        : heads.TryGetValue(collective, out var change) ? change(head, await AllAsync(collective, cancellation))
        : head;

    public Task<Beside> BesideAsync(CollectiveId collective, CancellationToken cancellation) => inner.Ledgers.BesideAsync(collective, cancellation);

    public Task<IReadOnlySet<string>> SeenAsync(CollectiveId collective, IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        inner.Ledgers.SeenAsync(collective, keys, cancellation);

    public Task<Appended> AppendAsync(Batch batch, CancellationToken cancellation) => inner.Ledgers.AppendAsync(batch, cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async Task<List<Stored>> AllAsync(CollectiveId collective, CancellationToken cancellation)
    {
        var entries = new List<Stored>();
        await foreach (var stored in inner.Ledgers.ReadAsync(collective, 0, cancellation)) entries.Add(stored);
        return changes.GetValueOrDefault(collective, []).Aggregate(entries, (before, change) => change(before));
    }
}
