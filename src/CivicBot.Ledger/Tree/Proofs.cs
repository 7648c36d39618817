namespace CivicBot.Ledger;

// Making the proofs of RFC 9162: that an entry is under a root, and that a root extends an older one.
public static partial class MerkleTree
{
    /// <summary>The path from leaf <paramref name="index"/> to the root of the first <paramref name="size"/> leaves, nearest first.</summary>
    public static IReadOnlyList<Hash256> InclusionProof(IReadOnlyList<Hash256> leaves, long index, long size) =>
        InclusionProof((start, end) => RangeRoot(leaves, start, end), index, size);

    /// <summary>What must be added to the tree of <paramref name="m"/> leaves to get that of <paramref name="n"/>.</summary>
    public static IReadOnlyList<Hash256> ConsistencyProof(IReadOnlyList<Hash256> leaves, long m, long n) =>
        ConsistencyProof((start, end) => RangeRoot(leaves, start, end), m, n);

    /// <summary>The same for who keeps subtree roots: <paramref name="rangeRoot"/> gives the root over the leaves start…end−1.</summary>
    public static IReadOnlyList<Hash256> InclusionProof(Func<long, long, Hash256> rangeRoot, long index, long size)
    {
        if (index < 0 || index >= size) throw new ArgumentOutOfRangeException(nameof(index), index, "not in a tree of that size");
        var proof = new List<Hash256>();
        var (start, end) = (0L, size);
        while (end - start > 1)
        {
            var middle = start + Split(end - start);
            var goesLeft = index < middle;
            proof.Add(goesLeft ? rangeRoot(middle, end) : rangeRoot(start, middle));
            (start, end) = goesLeft ? (start, middle) : (middle, end);
        }
        proof.Reverse();
        return proof;
    }

    /// <inheritdoc cref="InclusionProof(Func{long, long, Hash256}, long, long)"/>
    public static IReadOnlyList<Hash256> ConsistencyProof(Func<long, long, Hash256> rangeRoot, long m, long n)
    {
        if (m < 1 || m > n) throw new ArgumentOutOfRangeException(nameof(m), m, "no older tree of that size");
        var proof = new List<Hash256>();
        var (start, end) = (0L, n);
        while (end != m)
        {
            var middle = start + Split(end - start);
            var goesLeft = m <= middle;
            proof.Add(goesLeft ? rangeRoot(middle, end) : rangeRoot(start, middle));
            (start, end) = goesLeft ? (start, middle) : (middle, end);
        }
        // Where the old tree is not itself a subtree of the new one, its last full part begins the proof.
        if (start > 0) proof.Add(rangeRoot(start, end));
        proof.Reverse();
        return proof;
    }

    private static Hash256 RangeRoot(IReadOnlyList<Hash256> leaves, long start, long end)
    {
        var frontier = Frontier.Empty;
        for (var k = start; k < end; k++) frontier = frontier.Append(leaves[checked((int)k)]);
        return frontier.Root;
    }
}
