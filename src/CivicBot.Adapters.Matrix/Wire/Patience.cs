using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Matrix.Wire;

/// <summary>Asks again after a lost connection, a server's fault or a request to wait: a second, then twice as long, a minute at most.</summary>
internal sealed class Patience(TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="tries">Zero for as long as it takes.</param>
    public async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellation, int tries = 0)
    {
        var pause = TimeSpan.FromSeconds(1);
        for (var n = 1; ; n++)
        {
            try
            {
                return await ask();
            }
            catch (MatrixFailure failure) when (failure.Passing && n != tries)
            {
                var wait = failure.RetryAfter ?? pause;
                log.LogWarning("Matrix: {Failure} Trying again in {Seconds} s.", failure.Message, (int)Math.Ceiling(wait.TotalSeconds));
                await Task.Delay(wait, time, cancellation);
                pause = pause * 2 < Longest ? pause * 2 : Longest;
            }
        }
    }

    public Task AskAsync(Func<Task> ask, CancellationToken cancellation, int tries = 0) =>
        AskAsync(
            async () =>
            {
                await ask();
                return true;
            },
            cancellation,
            tries);

    /// <summary>For acts of courtesy: a few tries, then a line in the log. They must not hold up the votes behind them.</summary>
    /// <returns>Whether it was done.</returns>
    public async Task<bool> TryAsync(string what, Func<Task> ask, CancellationToken cancellation)
    {
        try
        {
            await AskAsync(ask, cancellation, 3);
            return true;
        }
        catch (MatrixFailure failure) when (!failure.LoggedOut)
        {
            log.LogWarning("Matrix: {What}: {Failure}", what, failure.Message);
            return false;
        }
    }
}
