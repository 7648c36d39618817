using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Discord.Wire;

/// <summary>Asks again after a lost connection, Discord's fault or a request to wait: a second, then twice as long, a minute at most.</summary>
internal sealed class Patience(TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="longest">What asks for a longer wait is given up.</param>
    public async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellation, TimeSpan? longest = null)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = Next(pause))
        {
            try
            {
                return await ask();
            }
            catch (DiscordFailure failure) when (failure.Passing && !(failure.RetryAfter > longest))
            {
                var wait = failure.RetryAfter ?? pause;
                log.LogWarning("Discord: {Failure} Trying again in {Seconds} s.", failure.Message, (int)Math.Ceiling(wait.TotalSeconds));
                await Task.Delay(wait, time, cancellation);
            }
        }
    }

    public static TimeSpan Next(TimeSpan pause) => pause * 2 < Longest ? pause * 2 : Longest;
}
