using System.Globalization;
using System.Text;
using System.Text.Json;
using CivicBot.Adapters.Discord.Wire;
using CivicBot.Chat;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>Interactions over HTTP: signed by Discord over the timestamp and the very bytes, or not looked at.</summary>
internal sealed class SignedCalls
{
    private const int SignatureLength = 64;
    private const int KeyLength = 32;
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(5);
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 64 };
    private readonly Ed25519PublicKeyParameters _key;
    private readonly TimeProvider _time;

    public SignedCalls(string publicKey, TimeProvider time)
    {
        _key = Bytes(publicKey.Trim(), KeyLength) is { } key
            ? new Ed25519PublicKeyParameters(key)
            : throw new InvalidOperationException("Discord: PublicKey must be the 64 hexadecimal digits of the portal's page General Information.");
        _time = time;
    }

    /// <returns>What Discord sent; null on any doubt.</returns>
    public JsonElement? Read(WebhookCall call, string application)
    {
        if (!call.Headers.TryGetValue("x-signature-timestamp", out var timestamp) || !call.Headers.TryGetValue("x-signature-ed25519", out var hex)) return null;
        if (Bytes(hex, SignatureLength) is not { } signature || !IsSigned(timestamp, call.Body.Span, signature) || !IsNow(timestamp)) return null;
        try
        {
            using var document = JsonDocument.Parse(call.Body, Depth);
            return document.RootElement.Text("application_id") == application ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsSigned(string timestamp, ReadOnlySpan<byte> body, byte[] signature)
    {
        byte[] message = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, _key);
        verifier.BlockUpdate(message, 0, message.Length);
        return verifier.VerifySignature(signature);
    }

    private bool IsNow(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 1L << 35
        && (_time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Leeway;

    private static byte[]? Bytes(string hex, int length)
    {
        if (hex.Length != length * 2 || !hex.All(char.IsAsciiHexDigit)) return null;
        return Convert.FromHexString(hex);
    }
}
