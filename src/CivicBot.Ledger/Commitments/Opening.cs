using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace CivicBot.Ledger;

/// <summary>
/// What opens commitment <paramref name="I"/> of entry <paramref name="N"/>. It is kept beside the tree, so that it can be erased; its line
/// is <c>{"i":0,"n":14,"payload":"…","salt":"…"}</c>, the payload as a string so that nobody prints it anew.
/// </summary>
public sealed record Opening(long N, int I, string Payload, string Salt)
{
    // A payload in quotes grows at most sixfold, and it was once allowed to be as long as an entry.
    private const int MaxLineBytes = 6 * CanonicalJson.MaxEntryBytes + 256;

    public static Opening Of(long n, int i, string payload, ReadOnlySpan<byte> salt32) => new(n, i, payload, Convert.ToBase64String(salt32));

    /// <summary>Whether the commitment was made of this payload and this salt.</summary>
    public bool Opens(string commitment) =>
        Base64Text.TryRead(Salt, out var salt) && salt.Length == Commitment.SaltBytes && Utf8Text.IsWhole(Payload)
        && Commitment.Of(salt, Payload).Equals(commitment, StringComparison.Ordinal);

    /// <summary>The line in UTF-8, without its line feed.</summary>
    public byte[] Write() => CanonicalJson.Write(new JsonObject { ["i"] = I, ["n"] = N, ["payload"] = Payload, ["salt"] = Salt });

    public static bool TryRead(ReadOnlySpan<byte> line, [NotNullWhen(true)] out Opening? opening, [NotNullWhen(false)] out string? why)
    {
        opening = null;
        if (!CanonicalJson.TryRead(line, MaxLineBytes, out var value, out why)) return false;
        if (value.Count == 4 && value["i"] is JsonValue i && i.TryGetValue(out int place) && place >= 0
            && value["n"] is JsonValue n && n.TryGetValue(out long entry) && entry >= 0
            && value["payload"] is JsonValue p && p.TryGetValue(out string? payload)
            && value["salt"] is JsonValue s && s.TryGetValue(out string? salt)
            && Base64Text.TryRead(salt, out var bytes) && bytes.Length == Commitment.SaltBytes)
            opening = new Opening(entry, place, payload, salt);
        else why = "not an opening";
        return opening is not null;
    }
}
