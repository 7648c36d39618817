using System.Buffers;

namespace CivicBot.Ledger;

/// <summary>Crockford's base32: digits and capitals without I, L, O and U, so that people can read it to each other.</summary>
public static class Crockford
{
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    /// <summary>Five bits a character, first bit first; the last character is filled up with zero bits. Sixteen bytes give 26 characters.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length * 8 + 4) / 5];
        var (held, bits, next) = (0, 0, 0);
        foreach (var b in bytes)
        {
            held = ((held << 8) | b) & 0xFFF;
            for (bits += 8; bits >= 5; bits -= 5) text[next++] = Alphabet[(held >> (bits - 5)) & 31];
        }
        if (bits > 0) text[next] = Alphabet[(held << (5 - bits)) & 31];
        return new string(text);
    }

    public static bool IsText(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Characters);
}
