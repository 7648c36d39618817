using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CivicBot.Ledger;

/// <summary>Thirty-two bytes that came out of SHA-256, compared by value.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Hash256
{
    public const int Length = 32;

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    // Four words in memory order, so that comparing and hashing cost four instructions and no allocation.
    private readonly ulong _0, _1, _2, _3;

    public Hash256(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length) throw new ArgumentException("a hash has 32 bytes", nameof(bytes));
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        (_0, _1, _2, _3) = (words[0], words[1], words[2], words[3]);
    }

    /// <summary>The bytes themselves, without a copy.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Span => MemoryMarshal.AsBytes(new ReadOnlySpan<Hash256>(in this));

    /// <summary>SHA-256 of these bytes.</summary>
    public static Hash256 Of(ReadOnlySpan<byte> data)
    {
        Span<byte> digest = stackalloc byte[Length];
        SHA256.HashData(data, digest);
        return new Hash256(digest);
    }

    /// <summary>Reads 64 lower-case hexadecimal digits.</summary>
    public static bool TryParseHex(string? text, out Hash256 hash)
    {
        hash = default;
        if (text is not { Length: 2 * Length } || text.AsSpan().ContainsAnyExcept(LowerHex)) return false;
        hash = new Hash256(Convert.FromHexString(text));
        return true;
    }

    /// <summary>Reads standard base64 in its one canonical spelling.</summary>
    public static bool TryParseBase64(string? text, out Hash256 hash)
    {
        hash = default;
        if (!Base64Text.TryRead(text, out var bytes) || bytes.Length != Length) return false;
        hash = new Hash256(bytes);
        return true;
    }

    public static Hash256 FromHex(string text) => TryParseHex(text, out var hash) ? hash : throw new FormatException("not 64 lower-case hex digits");

    public static Hash256 FromBase64(string text) => TryParseBase64(text, out var hash) ? hash : throw new FormatException("not 32 bytes of base64");

    public void CopyTo(Span<byte> target) => Span.CopyTo(target);

    public byte[] ToArray() => Span.ToArray();

    public string ToHex() => Convert.ToHexStringLower(Span);

    public string ToBase64() => Convert.ToBase64String(Span);

    public override string ToString() => ToHex();
}
