using System.Collections.Concurrent;
using CivicBot.Chat;

namespace CivicBot.Adapters.Tests;

/// <summary>An adapter's memory that ends with the test, and that tells in which order it was written.</summary>
internal sealed class KeptInMemory : IKeyValues
{
    public ConcurrentDictionary<string, string> Values { get; } = new();

    public ConcurrentQueue<string> Writes { get; } = new();

    public Task<string?> GetAsync(string key, CancellationToken cancellation) => Task.FromResult(Values.GetValueOrDefault(key));

    public Task SetAsync(string key, string? value, CancellationToken cancellation)
    {
        Writes.Enqueue(key);
        if (value is null) Values.TryRemove(key, out _);
        else Values[key] = value;
        return Task.CompletedTask;
    }
}
