using System.Buffers.Binary;

namespace CivicBot.Ledger;

/// <summary>
/// A witness (C2SP cosignature/v1): signs <c>cosignature/v1\ntime T\n</c> and the note's text. The cosignature does not hold the witness's
/// name, so a key must have this one role.
/// </summary>
public sealed class Cosigner
{
    private readonly Ed25519Signer _signer;

    public Cosigner(string name, ReadOnlySpan<byte> seed) => _signer = new Ed25519Signer(name, seed, SignatureType.Cosignature);

    public VerifierKey Key => _signer.Key;

    /// <summary>The line to add to the note whose text this is.</summary>
    public NoteSignature Cosign(string text, long unixSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unixSeconds);
        Span<byte> time = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteInt64BigEndian(time, unixSeconds);
        return NoteSignature.Of(Key, [.. time, .. _signer.Sign(Message(text, unixSeconds))]);
    }

    /// <summary>When the line says it was cosigned, in seconds since 1970; null if it is no cosignature.</summary>
    public static long? TimeOf(NoteSignature cosignature) =>
        cosignature.Signature.Length == sizeof(ulong) + 64 && BinaryPrimitives.ReadInt64BigEndian(cosignature.Signature.Span) is >= 0 and var time
            ? time
            : null;

    internal static bool Verifies(VerifierKey key, string text, ReadOnlySpan<byte> signature)
    {
        if (signature.Length <= sizeof(ulong)) return false;
        var time = BinaryPrimitives.ReadInt64BigEndian(signature);
        return time >= 0 && Ed25519Signer.Verifies(key.PublicKey, Message(text, time), signature[sizeof(ulong)..]);
    }

    private static byte[] Message(string text, long time) => Utf8Text.Bytes($"cosignature/v1\ntime {DecimalText.Of(time)}\n{text}");
}
