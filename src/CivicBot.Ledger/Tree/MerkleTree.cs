using System.Numerics;

namespace CivicBot.Ledger;

/// <summary>The tree of RFC 6962: how leaves and nodes are hashed and where a tree is split.</summary>
public static partial class MerkleTree
{
    /// <summary>SHA-256 of nothing.</summary>
    public static Hash256 EmptyRoot { get; } = Hash256.Of([]);

    /// <summary>The hash of an entry: the prefix 0x00 keeps it from ever being taken for a node.</summary>
    public static Hash256 LeafHash(ReadOnlySpan<byte> entry)
    {
        Span<byte> input = entry.Length < 1024 ? stackalloc byte[entry.Length + 1] : new byte[entry.Length + 1];
        input[0] = 0;
        entry.CopyTo(input[1..]);
        return Hash256.Of(input);
    }

    public static Hash256 NodeHash(Hash256 left, Hash256 right)
    {
        Span<byte> input = stackalloc byte[1 + 2 * Hash256.Length];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Hash256.Length)..]);
        return Hash256.Of(input);
    }

    /// <summary>The root over these leaf hashes.</summary>
    public static Hash256 Root(IEnumerable<Hash256> leaves) => Frontier.Of(leaves).Root;

    /// <summary>The largest power of two smaller than <paramref name="size"/>, where the left subtree ends.</summary>
    internal static long Split(long size) => 1L << BitOperations.Log2((ulong)(size - 1));
}
