using System.Diagnostics.CodeAnalysis;

namespace CivicBot.Ledger;

/// <summary>
/// The head of a ledger (C2SP tlog-checkpoint): three lines, <c>origin</c>, <c>size</c> in decimal, <c>base64(root)</c>, signed as a note.
/// Extension lines are refused: ours have none, and a checkpoint read here must print back the same.
/// </summary>
public sealed record Checkpoint(string Origin, long Size, Hash256 Root)
{
    /// <summary>What is signed.</summary>
    public string Text => $"{Origin}\n{DecimalText.Of(Size)}\n{Root.ToBase64()}\n";

    /// <summary>The signed note.</summary>
    public string Sign(ISigner signer) => SignedNote.Sign(Text, signer).ToString();

    public static bool TryParse(string text, [NotNullWhen(true)] out Checkpoint? checkpoint, [NotNullWhen(false)] out string? why)
    {
        (checkpoint, why) = (null, null);
        if (text.Split('\n') is not [{ Length: > 0 } origin, var size, var root, ""]) why = "a checkpoint has three lines";
        else if (!DecimalText.TryRead(size, out var count)) why = "the size is not a plain number";
        else if (!Hash256.TryParseBase64(root, out var hash)) why = "the root is not 32 bytes of base64";
        else if (count == 0 && hash != MerkleTree.EmptyRoot) why = "an empty tree has another root";
        else checkpoint = new Checkpoint(origin, count, hash);
        return checkpoint is not null;
    }

    /// <summary>Opens a checkpoint that this key signed.</summary>
    public static bool TryOpen(string note, VerifierKey key, [NotNullWhen(true)] out Checkpoint? checkpoint, [NotNullWhen(false)] out string? why) =>
        TryOpen(note, [key], out checkpoint, out _, out why);

    /// <summary>
    /// Opens a checkpoint signed by its own ledger: by a key named like its origin. Other known keys are witnesses, and are not enough.
    /// </summary>
    public static bool TryOpen(
        string note,
        IReadOnlyCollection<VerifierKey> keys,
        [NotNullWhen(true)] out Checkpoint? checkpoint,
        [NotNullWhen(true)] out OpenedNote? opened,
        [NotNullWhen(false)] out string? why)
    {
        (checkpoint, opened) = (null, null);
        if (!SignedNote.TryParse(note, out var signed, out why) || !signed.TryOpen(keys, out var good, out why)) return false;
        if (!TryParse(good.Text, out var read, out why)) return false;
        why = good.Verified.Keys.Any(key => key.Type == SignatureType.Ed25519 && key.Name == read.Origin) ? null : "not signed by its ledger";
        if (why is null) (checkpoint, opened) = (read, good);
        return why is null;
    }
}
