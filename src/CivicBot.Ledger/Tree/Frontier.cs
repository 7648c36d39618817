namespace CivicBot.Ledger;

/// <summary>
/// The right edge of a growing tree: all that appending needs. A value: the writer appends to it on trial and drops the result when the
/// commit fails.
/// </summary>
public sealed class Frontier
{
    // The roots of the full subtrees, smallest first; two frontiers share what they have in common.
    private sealed record Peak(Hash256 Hash, int Level, Peak? Left);

    private readonly Peak? _last;

    private Frontier(Peak? last, long size) => (_last, Size) = (last, size);

    public static Frontier Empty { get; } = new(null, 0);

    public long Size { get; }

    public static Frontier Of(IEnumerable<Hash256> leaves)
    {
        var frontier = Empty;
        foreach (var leaf in leaves) frontier = frontier.Append(leaf);
        return frontier;
    }

    public Frontier Append(Hash256 leafHash)
    {
        var (hash, level, left) = (leafHash, 0, _last);
        for (; left is not null && left.Level == level; left = left.Left, level++) hash = MerkleTree.NodeHash(left.Hash, hash);
        return new Frontier(new Peak(hash, level, left), Size + 1);
    }

    public Hash256 Root
    {
        get
        {
            if (_last is null) return MerkleTree.EmptyRoot;
            var root = _last.Hash;
            for (var peak = _last.Left; peak is not null; peak = peak.Left) root = MerkleTree.NodeHash(peak.Hash, root);
            return root;
        }
    }
}
