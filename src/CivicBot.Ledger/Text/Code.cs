namespace CivicBot.Ledger;

/// <summary>The short code that finds an entry again: the first 40 bits of its leaf hash, as in <c>7F3K-92MX</c>. It proves nothing.</summary>
public static class Code
{
    public static string Of(Hash256 hash)
    {
        var text = Crockford.Encode(hash.Span[..5]);
        return $"{text[..4]}-{text[4..]}";
    }
}
