using CivicBot.Ledger;
using static CivicBot.Pure.Tests.Ledgers.KnownAnswers;

namespace CivicBot.Pure.Tests.Ledgers;

/// <summary>The classes of wrong proofs of transparency-dev/merkle's probes, derived anew for every index and size up to 8.</summary>
public class AWrongProof
{
    private static readonly Hash256 Garbage = Hash256.Of("garbage"u8);

    private sealed record Inclusion(long Index, long Size, Hash256 Leaf, Hash256[] Proof, Hash256 Root)
    {
        public bool Holds => MerkleTree.VerifyInclusion(Index, Size, Leaf, Proof, Root);
    }

    private sealed record Consistency(long M, long N, Hash256 Old, Hash256 Grown, Hash256[] Proof)
    {
        public bool Holds => MerkleTree.VerifyConsistency(M, N, Old, Grown, Proof);
    }

    [Fact]
    public void Of_inclusion_is_refused()
    {
        var probes = 0;
        foreach (var right in Inclusions())
        {
            right.Holds.ShouldBeTrue();
            foreach (var wrong in Spoilt(right))
            {
                wrong.Holds.ShouldBeFalse($"{wrong.Index} of {wrong.Size}, was {right.Index} of {right.Size}");
                probes++;
            }
        }
        probes.ShouldBeGreaterThan(3000);
    }

    [Fact]
    public void Of_consistency_is_refused()
    {
        var probes = 0;
        foreach (var right in Consistencies())
        {
            right.Holds.ShouldBeTrue();
            foreach (var wrong in Spoilt(right))
            {
                wrong.Holds.ShouldBeFalse($"{wrong.M} to {wrong.N}, was {right.M} to {right.N}");
                probes++;
            }
        }
        probes.ShouldBeGreaterThan(3000);
    }

    private static IEnumerable<Inclusion> Inclusions() =>
        from size in Enumerable.Range(1, 8)
        from index in Enumerable.Range(0, size)
        select new Inclusion(index, size, Leaves[index], [.. MerkleTree.InclusionProof(Leaves, index, size)], Root(size));

    private static IEnumerable<Consistency> Consistencies() =>
        from n in Enumerable.Range(1, 8)
        from m in Enumerable.Range(1, n)
        select new Consistency(m, n, Root(m), Root(n), [.. MerkleTree.ConsistencyProof(Leaves, m, n)]);

    private static IEnumerable<Inclusion> Spoilt(Inclusion right)
    {
        foreach (var proof in SpoiltProofs(right.Proof, right.Root, right.Leaf)) yield return right with { Proof = proof };
        foreach (var root in SpoiltHashes(right.Root, right.Leaf)) yield return right with { Root = root };
        foreach (var leaf in SpoiltHashes(right.Leaf, right.Root)) yield return right with { Leaf = leaf };
        // The path of an index is a matter of its bits: another index with the same path does not exist within one size.
        for (var index = -1L; index <= right.Size + 1; index++)
            if (index != right.Index) yield return right with { Index = index };
        foreach (var size in OtherSizes(right.Size))
            if (PathDiffers(right.Index, right.Size, size)) yield return right with { Size = size };
        // Swapped, a tree of one leaf is still itself: there leaf and root are the same hash.
        if (right.Root != right.Leaf) yield return right with { Leaf = right.Root, Root = right.Leaf };
    }

    private static IEnumerable<Consistency> Spoilt(Consistency right)
    {
        foreach (var proof in SpoiltProofs(right.Proof, right.Old, right.Grown)) yield return right with { Proof = proof };
        foreach (var old in SpoiltHashes(right.Old, right.Grown)) yield return right with { Old = old };
        foreach (var grown in SpoiltHashes(right.Grown, right.Old)) yield return right with { Grown = grown };
        if (right.Old != right.Grown) yield return right with { Old = right.Grown, Grown = right.Old };
        yield return right with { M = -right.M };
        for (var m = 0; m <= right.N + 1; m++)
            if (m != right.M) yield return right with { M = m };
        yield return right with { N = right.M - 1 };
        if (right.M < right.N)
        {
            yield return right with { M = right.N, N = right.M };
            yield return right with { N = right.M };
            yield return right with { N = right.N * 2 };
        }
    }

    private static IEnumerable<Hash256> SpoiltHashes(Hash256 hash, Hash256 other)
    {
        for (var place = 0; place < Hash256.Length; place++) yield return AMerkleTree.Flipped(hash, place * 8 + place % 8);
        yield return default;
        yield return MerkleTree.EmptyRoot;
        if (other != hash) yield return other;
    }

    private static IEnumerable<Hash256[]> SpoiltProofs(Hash256[] proof, Hash256 root, Hash256 other)
    {
        for (var k = 0; k < proof.Length; k++)
            for (var place = 0; place < Hash256.Length; place++)
                yield return [.. proof[..k], AMerkleTree.Flipped(proof[k], place * 8 + place % 8), .. proof[(k + 1)..]];
        foreach (var extra in new[] { Garbage, root, other, default })
        {
            yield return [extra, .. proof];
            yield return [.. proof, extra];
        }
        if (proof.Length == 0) yield break;
        yield return [];
        yield return proof[1..];
        yield return proof[..^1];
        yield return [.. proof, .. proof];
        if (proof.Length > 1) yield return [.. proof.Reverse()];
    }

    private static IEnumerable<long> OtherSizes(long size) => new[] { 0, -1, size - 1, size + 1, size * 2, size / 2 }.Where(other => other != size).Distinct();

    // The size enters an inclusion check only by the shape of the path, so a wrong size with the same shape is the root's to refuse.
    private static bool PathDiffers(long index, long size, long other) => index >= other || other < 1 || !Path(index, size).SequenceEqual(Path(index, other));

    private static List<bool> Path(long index, long size)
    {
        var path = new List<bool>();
        for (var (start, end) = (0L, size); end - start > 1;)
        {
            var split = 1L;
            while (split * 2 < end - start) split *= 2;
            var right = index >= start + split;
            path.Insert(0, right);
            (start, end) = right ? (start + split, end) : (start, start + split);
        }
        return path;
    }
}
