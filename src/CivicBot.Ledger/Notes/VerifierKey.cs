using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CivicBot.Ledger;

/// <summary>What a key signs: the text of a note (<c>01</c>), or a time and the text (<c>04</c>, cosignature/v1).</summary>
public enum SignatureType
{
    Ed25519 = 0x01,
    Cosignature = 0x04,
}

/// <summary>A public key with the name it signs under, written <c>name+hex(keyid)+base64(type ‖ key)</c>.</summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    public const int PublicKeyBytes = 32;
    private readonly byte[] _publicKey;

    public VerifierKey(string name, SignatureType type, ReadOnlySpan<byte> publicKey)
    {
        if (!IsName(name)) throw new ArgumentException("a key's name has no space and no +", nameof(name));
        if (publicKey.Length != PublicKeyBytes) throw new ArgumentException("a public key has 32 bytes", nameof(publicKey));
        (Name, Type, _publicKey) = (name, type, publicKey.ToArray());
        byte[] typed = [(byte)type, .. publicKey];
        var digest = Hash256.Of([.. Utf8Text.Bytes(name), (byte)'\n', .. typed]);
        KeyId = BinaryPrimitives.ReadUInt32BigEndian(digest.Span);
        Text = string.Create(CultureInfo.InvariantCulture, $"{name}+{KeyId:x8}+{Convert.ToBase64String(typed)}");
    }

    public string Name { get; }

    public SignatureType Type { get; }

    public uint KeyId { get; }

    public ReadOnlySpan<byte> PublicKey => _publicKey;

    /// <summary>The key as it is published.</summary>
    public string Text { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out VerifierKey? key)
    {
        key = null;
        // Base64 may itself hold a +, so only the first two divide.
        if (text?.Split('+', 3) is not [var name, _, var base64] || !IsName(name)) return false;
        if (!Base64Text.TryRead(base64, out var typed) || typed.Length != 1 + PublicKeyBytes) return false;
        if ((SignatureType)typed[0] is not (SignatureType.Ed25519 or SignatureType.Cosignature)) return false;
        var read = new VerifierKey(name, (SignatureType)typed[0], typed.AsSpan(1));
        // The key id is checked by printing the key again.
        if (read.Text == text) key = read;
        return key is not null;
    }

    /// <summary>Whether the signature is this key's over the text of a note.</summary>
    public bool Verifies(string text, ReadOnlySpan<byte> signature) => Type switch
    {
        SignatureType.Ed25519 => Ed25519Signer.Verifies(PublicKey, Utf8Text.Bytes(text), signature),
        SignatureType.Cosignature => Cosigner.Verifies(this, text, signature),
        _ => false,
    };

    internal static bool IsName(string? name) =>
        !string.IsNullOrEmpty(name) && Utf8Text.IsWhole(name) && !name.Any(static c => c == '+' || char.IsWhiteSpace(c));

    public bool Equals(VerifierKey? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;
}
