namespace CivicBot.Ledger;

/// <summary>Holds a private key and signs with it; the public half says whose signatures they are.</summary>
public interface ISigner
{
    VerifierKey Key { get; }

    /// <summary>Signs the message as it stands.</summary>
    byte[] Sign(ReadOnlySpan<byte> message);
}
