using System.Security.Cryptography;
using System.Text;
using CivicBot.Engine;

namespace CivicBot.Testing;

/// <summary>
/// For tests only: what an event draws depends on a seed and its key alone, so that a history played twice, in any batches and with any restarts, gives the
/// same bytes. In production that would let whoever knows the seed open every commitment.
/// </summary>
public sealed class SeededRandomness(string seed) : IRandomness
{
    public IDraw For(string eventKey) => new Draw($"{seed}\n{eventKey}");

    private sealed class Draw(string seed) : IDraw
    {
        private int times;

        public byte[] Bytes(int count)
        {
            var bytes = new List<byte>();
            while (bytes.Count < count) bytes.AddRange(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{times++}")));
            return [.. bytes.Take(count)];
        }
    }
}
