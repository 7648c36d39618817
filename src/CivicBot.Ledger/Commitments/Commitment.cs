namespace CivicBot.Ledger;

/// <summary>
/// What the tree holds in place of personal content: a salted hash, base64 of SHA-256("civicbot/commit/v1\n" ‖ salt ‖ payload).
/// </summary>
public static class Commitment
{
    public const int SaltBytes = 32;

    public static string Of(ReadOnlySpan<byte> salt32, string payload)
    {
        if (salt32.Length != SaltBytes) throw new ArgumentException("a salt has 32 bytes", nameof(salt32));
        return Hash256.Of([.. "civicbot/commit/v1\n"u8, .. salt32, .. Utf8Text.Bytes(payload)]).ToBase64();
    }
}
