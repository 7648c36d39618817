using System.Security.Cryptography;

namespace CivicBot.Engine;

/// <summary>The operating system's generator.</summary>
public sealed class OsRandomness : IRandomness
{
    public IDraw For(string eventKey) => new Draw();

    /// <summary>An event needs a few ids and salts: they are fetched together.</summary>
    private sealed class Draw : IDraw
    {
        private const int AtOnce = 192;
        private byte[] fetched = [];
        private int taken;

        public byte[] Bytes(int count)
        {
            if (taken + count > fetched.Length) (fetched, taken) = (RandomNumberGenerator.GetBytes(Math.Max(AtOnce, count)), 0);
            var bytes = fetched[taken..(taken + count)];
            taken += count;
            return bytes;
        }
    }
}
