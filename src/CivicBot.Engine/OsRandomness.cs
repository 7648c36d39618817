using System.Security.Cryptography;

namespace CivicBot.Engine;

/// <summary>The operating system's generator.</summary>
public sealed class OsRandomness : IRandomness, IDraw
{
    public IDraw For(string eventKey) => this;

    public byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
}
