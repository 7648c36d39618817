using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CivicBot.Ledger;

/// <summary>
/// What a voter keeps (C2SP tlog-proof): the place of an entry, the path from it to the root, and the signed checkpoint, as one text.
/// <paramref name="Extra"/> is for what goes with it, such as the opening; nothing signs it, so check it against the entry.
/// </summary>
public sealed record Receipt(long Index, IReadOnlyList<Hash256> Proof, string CheckpointNote, ReadOnlyMemory<byte>? Extra = null)
{
    private const string Header = "c2sp.org/tlog-proof@v1\n";
    private const string ExtraWord = "extra ";
    private const string IndexWord = "index ";

    // No tree of 2^63 leaves has a longer path.
    private const int MaxProof = 63;

    /// <summary>Proves entry <paramref name="index"/> under a checkpoint that these leaf hashes reach.</summary>
    public static Receipt Of(IReadOnlyList<Hash256> leaves, long index, Checkpoint checkpoint, string note, ReadOnlyMemory<byte>? extra = null) =>
        new(index, MerkleTree.InclusionProof(leaves, index, checkpoint.Size), note, extra);

    /// <summary>The file's text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Header);
        if (Extra is { } extra) text.Append(ExtraWord).Append(Convert.ToBase64String(extra.Span)).Append('\n');
        text.Append(IndexWord).Append(DecimalText.Of(Index)).Append('\n');
        foreach (var hash in Proof) text.Append(hash.ToBase64()).Append('\n');
        return text.Append('\n').Append(CheckpointNote).ToString();
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out Receipt? receipt, [NotNullWhen(false)] out string? why)
    {
        receipt = null;
        why = "not a receipt";
        var blank = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0 || !text.StartsWith(Header, StringComparison.Ordinal) || blank < Header.Length) return false;
        var (lines, checkpoint) = (text[Header.Length..blank].Split('\n'), text[(blank + 2)..]);
        var at = 0;
        ReadOnlyMemory<byte>? extra = null;
        if (lines[at].StartsWith(ExtraWord, StringComparison.Ordinal))
        {
            if (!Base64Text.TryRead(lines[at++][ExtraWord.Length..], out var bytes)) return false;
            extra = bytes;
        }
        if (at == lines.Length || !lines[at].StartsWith(IndexWord, StringComparison.Ordinal)) return false;
        if (!DecimalText.TryRead(lines[at++].AsSpan(IndexWord.Length), out var index) || lines.Length - at > MaxProof) return false;
        var proof = new List<Hash256>();
        foreach (var line in lines.Skip(at))
        {
            if (!Hash256.TryParseBase64(line, out var hash)) return false;
            proof.Add(hash);
        }
        if (!SignedNote.TryParse(checkpoint, out var note, out why) || !Checkpoint.TryParse(note.Text, out _, out why)) return false;
        receipt = new Receipt(index, proof, checkpoint, extra);
        return true;
    }

    /// <summary>Whether the entry stands at its place under the checkpoint, and one of the keys is the ledger's and signed that.</summary>
    public bool TryVerify(
        ReadOnlySpan<byte> entry,
        IReadOnlyCollection<VerifierKey> keys,
        [NotNullWhen(true)] out Checkpoint? under,
        [NotNullWhen(false)] out string? why)
    {
        if (!Checkpoint.TryOpen(CheckpointNote, keys, out under, out _, out why)) return false;
        if (MerkleTree.VerifyInclusion(Index, under.Size, MerkleTree.LeafHash(entry), Proof, under.Root)) return true;
        (under, why) = (null, "the entry is not under this checkpoint");
        return false;
    }

    public bool Verifies(VerifierKey key, ReadOnlySpan<byte> entry) => TryVerify(entry, [key], out _, out _);
}
