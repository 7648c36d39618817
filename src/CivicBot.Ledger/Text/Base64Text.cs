using System.Diagnostics.CodeAnalysis;

namespace CivicBot.Ledger;

/// <summary>Standard base64 in exactly one spelling: .NET skips white space and stray bits, so what is read must print back the same.</summary>
internal static class Base64Text
{
    public static bool TryRead(string? text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text is null) return false;
        var room = new byte[text.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(text, room, out var written)) return false;
        if (!Convert.ToBase64String(room.AsSpan(0, written)).Equals(text, StringComparison.Ordinal)) return false;
        bytes = room[..written];
        return true;
    }
}
