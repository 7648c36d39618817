using System.Numerics;

namespace CivicBot.Ledger;

// Checking the proofs of RFC 9162, sections 2.1.3.2 and 2.1.4.2, with no leeway: the length of a proof is exact, and the empty tree proves
// nothing.
public static partial class MerkleTree
{
    public static bool VerifyInclusion(long index, long size, Hash256 leafHash, IReadOnlyList<Hash256> proof, Hash256 root)
    {
        if (index < 0 || index >= size) return false;
        var (node, last, hash) = (index, size - 1, leafHash);
        foreach (var sibling in proof)
        {
            if (last == 0) return false;
            if (IsRightOrAlone(node, last))
            {
                hash = NodeHash(sibling, hash);
                (node, last) = SkipLevelsWithoutSibling(node, last);
            }
            else hash = NodeHash(hash, sibling);
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && hash == root;
    }

    public static bool VerifyConsistency(long m, long n, Hash256 rootM, Hash256 rootN, IReadOnlyList<Hash256> proof)
    {
        if (m < 1 || m > n) return false;
        if (m == n) return proof.Count == 0 && rootM == rootN;
        if (proof.Count == 0) return false;
        var (node, last) = (m - 1, n - 1);
        while ((node & 1) == 1) (node, last) = (node >> 1, last >> 1);
        var first = BitOperations.IsPow2(m) ? rootM : proof[0];
        var (old, grown) = (first, first);
        for (var k = BitOperations.IsPow2(m) ? 0 : 1; k < proof.Count; k++)
        {
            if (last == 0) return false;
            if (IsRightOrAlone(node, last))
            {
                (old, grown) = (NodeHash(proof[k], old), NodeHash(proof[k], grown));
                (node, last) = SkipLevelsWithoutSibling(node, last);
            }
            else grown = NodeHash(grown, proof[k]);
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && old == rootM && grown == rootN;
    }

    private static bool IsRightOrAlone(long node, long last) => (node & 1) == 1 || node == last;

    private static (long Node, long Last) SkipLevelsWithoutSibling(long node, long last)
    {
        while ((node & 1) == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
        return (node, last);
    }
}
