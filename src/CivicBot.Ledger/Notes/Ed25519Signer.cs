using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Curve = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;

namespace CivicBot.Ledger;

/// <summary>
/// An Ed25519 key from its seed, written as Go writes it: <c>PRIVATE+KEY+name+hex(keyid)+base64(01 ‖ seed)</c>. The only file that knows
/// the package, since .NET has no Ed25519.
/// </summary>
public sealed class Ed25519Signer : ISigner
{
    public const int SeedBytes = 32;
    private const string Prefix = "PRIVATE+KEY+";
    private readonly byte[] _seed;

    public Ed25519Signer(string name, ReadOnlySpan<byte> seed, SignatureType type = SignatureType.Ed25519)
    {
        if (seed.Length != SeedBytes) throw new ArgumentException("a seed has 32 bytes", nameof(seed));
        _seed = seed.ToArray();
        var publicKey = new byte[Curve.PublicKeySize];
        Curve.GeneratePublicKey(_seed, 0, publicKey, 0);
        Key = new VerifierKey(name, type, publicKey);
    }

    public VerifierKey Key { get; }

    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = new byte[Curve.SignatureSize];
        Curve.Sign(_seed, 0, Key.PublicKey.ToArray(), 0, message.ToArray(), 0, message.Length, signature, 0);
        return signature;
    }

    public static bool Verifies(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        publicKey.Length == Curve.PublicKeySize && signature.Length == Curve.SignatureSize
        && Curve.Verify(signature.ToArray(), 0, publicKey.ToArray(), 0, message.ToArray(), 0, message.Length);

    /// <summary>The secret itself, for the key file and nowhere else.</summary>
    public string PrivateText() =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Key.Name}+{Key.KeyId:x8}+{Convert.ToBase64String([(byte)Key.Type, .. _seed])}");

    public static bool TryParse(string? privateText, [NotNullWhen(true)] out Ed25519Signer? signer)
    {
        signer = null;
        if (privateText is null || !privateText.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        if (privateText[Prefix.Length..].Split('+', 3) is not [var name, _, var base64] || !VerifierKey.IsName(name)) return false;
        if (!Base64Text.TryRead(base64, out var typed) || typed.Length != 1 + SeedBytes) return false;
        if ((SignatureType)typed[0] is not (SignatureType.Ed25519 or SignatureType.Cosignature)) return false;
        var read = new Ed25519Signer(name, typed.AsSpan(1), (SignatureType)typed[0]);
        // The key id ties name and type to the seed: a slip of one character is another key, and must not sign.
        if (read.PrivateText() == privateText) signer = read;
        return signer is not null;
    }
}
