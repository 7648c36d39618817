namespace CivicBot.Engine;

/// <summary>A public source of random values that nobody can know beforehand, nor choose; named before voting opens, so that anyone can draw a lot again.</summary>
public interface IBeacon
{
    /// <returns>The first value published after a moment, with its source and number; null as long as it cannot be had.</returns>
    Task<string?> FirstAfterAsync(DateTimeOffset moment, CancellationToken cancellation);
}

/// <summary>No source is at hand: draws wait.</summary>
public sealed class NoBeacon : IBeacon
{
    public Task<string?> FirstAfterAsync(DateTimeOffset moment, CancellationToken cancellation) => Task.FromResult<string?>(null);
}
