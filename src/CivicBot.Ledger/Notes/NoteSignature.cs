using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace CivicBot.Ledger;

/// <summary>One signature line of a note, <c>— name base64(keyid ‖ signature)</c>, not yet checked by anybody.</summary>
public sealed record NoteSignature
{
    private const string Dash = "— ";

    private NoteSignature(string name, string base64, byte[] bytes) => (Name, Base64, KeyId, Signature) =
        (name, base64, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(sizeof(uint)));

    public string Name { get; }

    public string Base64 { get; }

    public uint KeyId { get; }

    /// <summary>The signature without the key id before it.</summary>
    public ReadOnlyMemory<byte> Signature { get; }

    public string Line => $"{Dash}{Name} {Base64}\n";

    /// <summary>Whether the line names this key; it may still be forged.</summary>
    public bool Claims(VerifierKey key) => KeyId == key.KeyId && Name == key.Name;

    // The bytes follow from the base64, and a memory compares by place.
    public bool Equals(NoteSignature? other) => other is not null && Name == other.Name && Base64 == other.Base64;

    public override int GetHashCode() => HashCode.Combine(Name, Base64);

    internal static NoteSignature Of(VerifierKey key, ReadOnlySpan<byte> signature)
    {
        var bytes = new byte[sizeof(uint) + signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, key.KeyId);
        signature.CopyTo(bytes.AsSpan(sizeof(uint)));
        return new NoteSignature(key.Name, Convert.ToBase64String(bytes), bytes);
    }

    /// <summary>Reads a line without its line feed.</summary>
    public static bool TryParse(string line, [NotNullWhen(true)] out NoteSignature? signature)
    {
        signature = null;
        if (!line.StartsWith(Dash, StringComparison.Ordinal)) return false;
        if (line[Dash.Length..].Split(' ') is not [var name, var base64] || !VerifierKey.IsName(name)) return false;
        if (!Base64Text.TryRead(base64, out var bytes) || bytes.Length <= sizeof(uint)) return false;
        signature = new NoteSignature(name, base64, bytes);
        return true;
    }
}
