using CivicBot.Ledger;
using CsCheck;
using static CivicBot.Pure.Tests.Ledgers.KnownAnswers;

namespace CivicBot.Pure.Tests.Ledgers;

public class AMerkleTree
{
    private static readonly Gen<Hash256[]> RandomLeaves = Gen.Byte.Array[32].Select(static bytes => new Hash256(bytes)).Array[1, 300];

    [Fact]
    public void Hashes_its_entries_as_the_known_trees_do() =>
        Entries.Select(static entry => MerkleTree.LeafHash(entry).ToHex()).ShouldBe(LeafHashes);

    [Fact]
    public void Has_the_known_root_at_every_size() =>
        Enumerable.Range(0, 9).Select(static size => MerkleTree.Root(Leaves.Take(size)).ToHex()).ShouldBe(RootsBySize);

    [Fact]
    public void Hashes_a_long_entry_as_a_short_one() =>
        MerkleTree.LeafHash(new byte[5000]).ShouldBe(Hash256.Of(new byte[5001]));

    [Fact]
    public void Knows_Gos_record_hash_of_hello_world() =>
        MerkleTree.LeafHash("hello world"u8).ToBase64().ShouldBe("TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=");

    [Theory]
    [InlineData(0, 8, Inclusion0Of8)]
    [InlineData(5, 8, Inclusion5Of8)]
    [InlineData(2, 3, "+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=")]
    [InlineData(1, 5, "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0= Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4= vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=")]
    [InlineData(0, 1, "")]
    public void Proves_inclusion_as_known(int index, int size, string hashes)
    {
        MerkleTree.InclusionProof(Leaves, index, size).ShouldBe(Proof(hashes));
        MerkleTree.VerifyInclusion(index, size, Leaves[index], Proof(hashes), Root(size)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 8, Inclusion0Of8)]
    [InlineData(6, 8, Consistency6To8)]
    [InlineData(2, 5, "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4= vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=")]
    [InlineData(6, 7, "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o= sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8= 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=")]
    public void Proves_consistency_as_known(int m, int n, string hashes)
    {
        MerkleTree.ConsistencyProof(Leaves, m, n).ShouldBe(Proof(hashes));
        MerkleTree.VerifyConsistency(m, n, Root(m), Root(n), Proof(hashes)).ShouldBeTrue();
    }

    [Fact]
    public void Proves_nothing_from_the_empty_tree()
    {
        MerkleTree.VerifyConsistency(0, 8, MerkleTree.EmptyRoot, Root(8), []).ShouldBeFalse();
        MerkleTree.VerifyConsistency(0, 0, MerkleTree.EmptyRoot, MerkleTree.EmptyRoot, []).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(static () => MerkleTree.ConsistencyProof(Leaves, 0, 8));
        Should.Throw<ArgumentOutOfRangeException>(static () => MerkleTree.InclusionProof(Leaves, 8, 8));
    }

    [Fact]
    public void Grows_on_trial_without_changing_what_it_grew_from()
    {
        var before = Frontier.Of(Leaves.Take(6));
        before.Append(Leaves[0]).Append(Leaves[1]);
        before.Root.ShouldBe(Root(6));
        before.Append(Leaves[6]).Append(Leaves[7]).Root.ShouldBe(Root(8));
        before.Size.ShouldBe(6);
    }

    [Fact]
    public void Has_the_root_of_the_recursive_definition() =>
        RandomLeaves.Sample(static leaves => Frontier.Of(leaves).Root == Recursive(leaves), iter: 200);

    [Fact]
    public void Proves_every_inclusion_and_no_altered_one() =>
        Gen.Select(RandomLeaves, Gen.Int[0, 299], Gen.Int[0, 9], Gen.Int[0, 255]).Sample(static (leaves, at, which, bit) =>
        {
            var index = at % leaves.Length;
            var (root, proof) = (MerkleTree.Root(leaves), MerkleTree.InclusionProof(leaves, index, leaves.Length));
            return MerkleTree.VerifyInclusion(index, leaves.Length, leaves[index], proof, root)
                && !MerkleTree.VerifyInclusion(index, leaves.Length, Flipped(leaves[index], bit), proof, root)
                && !MerkleTree.VerifyInclusion(index, leaves.Length, leaves[index], proof, Flipped(root, bit))
                && (proof.Count == 0 || !MerkleTree.VerifyInclusion(index, leaves.Length, leaves[index], Altered(proof, which, bit), root));
        }, iter: 200);

    [Fact]
    public void Proves_every_consistency_and_no_altered_one() =>
        Gen.Select(RandomLeaves, Gen.Int[0, 299], Gen.Int[0, 9], Gen.Int[0, 255]).Sample(static (leaves, at, which, bit) =>
        {
            var (m, n) = (at % leaves.Length + 1, leaves.Length);
            var (old, grown, proof) = (MerkleTree.Root(leaves.Take(m)), MerkleTree.Root(leaves), MerkleTree.ConsistencyProof(leaves, m, n));
            return MerkleTree.VerifyConsistency(m, n, old, grown, proof)
                && !MerkleTree.VerifyConsistency(m, n, Flipped(old, bit), grown, proof)
                && !MerkleTree.VerifyConsistency(m, n, old, Flipped(grown, bit), proof)
                && (proof.Count == 0 || !MerkleTree.VerifyConsistency(m, n, old, grown, Altered(proof, which, bit)));
        }, iter: 200);

    [Fact]
    public void Proves_the_same_from_kept_subtree_roots() =>
        MerkleTree.InclusionProof(static (start, end) => Recursive(Leaves.AsSpan((int)start, (int)(end - start))), 5, 8).ShouldBe(Proof(Inclusion5Of8));

    private static Hash256 Recursive(ReadOnlySpan<Hash256> leaves)
    {
        if (leaves.Length == 1) return leaves[0];
        var split = 1;
        while (split * 2 < leaves.Length) split *= 2;
        return MerkleTree.NodeHash(Recursive(leaves[..split]), Recursive(leaves[split..]));
    }

    private static Hash256[] Altered(IReadOnlyList<Hash256> proof, int which, int bit)
    {
        var altered = proof.ToArray();
        altered[which % altered.Length] = Flipped(altered[which % altered.Length], bit);
        return altered;
    }

    internal static Hash256 Flipped(Hash256 hash, int bit)
    {
        var bytes = hash.ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return new Hash256(bytes);
    }
}
