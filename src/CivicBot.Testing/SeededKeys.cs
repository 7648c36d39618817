using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CivicBot.Engine;
using CivicBot.Ledger;

namespace CivicBot.Testing;

/// <summary>Signing keys in memory, the same for the same seed.</summary>
public sealed class SeededKeys(string seed) : IKeys
{
    private readonly ConcurrentDictionary<CollectiveId, ISigner> keys = new();

    public string Host => "practice.example";

    public ISigner Of(CollectiveId collective) => keys.GetOrAdd(collective,
        id => new Ed25519Signer($"{Host}/{id}", SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{id}"))));
}
