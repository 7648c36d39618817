using System.Diagnostics.CodeAnalysis;

namespace CivicBot.Ledger;

/// <summary>
/// A text and the signatures under it (C2SP signed-note): text ending in a line feed, a blank line, then one line for each signature. The
/// parser is strict, and what it reads prints back the same; no signature has been checked before <see cref="TryOpen"/>.
/// </summary>
public sealed class SignedNote
{
    // As Go has it: enough for every witness, and a bound on the work an attacker can ask for.
    private const int MaxSignatures = 100;
    private const string BlankLine = "\n\n";

    private SignedNote(string text, IReadOnlyList<NoteSignature> signatures) => (Text, Signatures) = (text, signatures);

    /// <summary>What is signed, its final line feed included.</summary>
    public string Text { get; }

    public IReadOnlyList<NoteSignature> Signatures { get; }

    public static SignedNote Sign(string text, params IReadOnlyList<ISigner> signers)
    {
        if (!IsText(text)) throw new ArgumentException("a note's text ends in a line feed and has no other control character", nameof(text));
        if (signers.Count == 0) throw new ArgumentException("somebody signs", nameof(signers));
        if (signers.Any(static signer => signer.Key.Type != SignatureType.Ed25519)) throw new ArgumentException("a witness cosigns", nameof(signers));
        var bytes = Utf8Text.Bytes(text);
        return new SignedNote(text, [.. signers.Select(signer => NoteSignature.Of(signer.Key, signer.Sign(bytes)))]);
    }

    /// <summary>The same note with one more line; an earlier one of the same key makes room.</summary>
    public SignedNote With(NoteSignature line) =>
        new(Text, [.. Signatures.Where(old => old.Name != line.Name || old.KeyId != line.KeyId), line]);

    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedNote? note, [NotNullWhen(false)] out string? why)
    {
        if (Utf8Text.TryRead(bytes, out var text)) return TryParse(text, out note, out why);
        (note, why) = (null, "not UTF-8");
        return false;
    }

    public static bool TryParse(string whole, [NotNullWhen(true)] out SignedNote? note, [NotNullWhen(false)] out string? why)
    {
        note = null;
        why = "not a signed note";
        if (!IsText(whole)) return false;
        // The text may have blank lines of its own, a signature cannot: the last one divides.
        var split = whole.LastIndexOf(BlankLine, StringComparison.Ordinal);
        if (split < 0 || split + BlankLine.Length == whole.Length) return false;
        var lines = whole[(split + BlankLine.Length)..^1].Split('\n');
        if (lines.Length > MaxSignatures)
        {
            why = "too many signatures";
            return false;
        }
        var signatures = new List<NoteSignature>(lines.Length);
        foreach (var line in lines)
        {
            if (!NoteSignature.TryParse(line, out var signature)) return false;
            signatures.Add(signature);
        }
        (note, why) = (new SignedNote(whole[..(split + 1)], signatures), null);
        return true;
    }

    /// <summary>
    /// Checks the signatures of the keys we know. One bad line of a known key refuses the whole note; lines of unknown keys are put aside.
    /// </summary>
    public bool TryOpen(IReadOnlyCollection<VerifierKey> keys, [NotNullWhen(true)] out OpenedNote? opened, [NotNullWhen(false)] out string? why)
    {
        opened = null;
        var (verified, unverified) = (new Dictionary<VerifierKey, NoteSignature>(), new List<NoteSignature>());
        foreach (var line in Signatures)
        {
            var claimed = keys.Where(line.Claims).ToArray();
            why = claimed.Length > 1 ? "ambiguous key"
                : claimed is [var known] && !known.Verifies(Text, line.Signature.Span) ? "invalid signature"
                : null;
            if (why is not null) return false;
            if (claimed is [var key]) verified.TryAdd(key, line);
            else if (!unverified.Contains(line)) unverified.Add(line);
        }
        why = verified.Count == 0 ? "no signature of a known key" : null;
        if (why is null) opened = new OpenedNote(Text, verified, unverified);
        return why is null;
    }

    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(static signature => signature.Line))}";

    private static bool IsText(string text) =>
        text.EndsWith('\n') && !text.Any(static c => c < 0x20 && c != '\n') && Utf8Text.IsWhole(text);
}
