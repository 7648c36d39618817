using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Discord.Wire;

/// <summary>Asks again after a lost connection, Discord's fault or a request to wait: a second, then twice as long, a minute at most.</summary>
internal sealed class Patience(TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = Next(pause))
        {
            try
            {
                return await ask();
            }
            catch (DiscordFailure failure) when (failure.Passing)
            {
                var wait = failure.RetryAfter ?? pause;
                log.LogWarning("Discord: {Failure} Trying again in {Seconds} s.", failure.Message, (int)Math.Ceiling(wait.TotalSeconds));
                await Task.Delay(wait, time, cancellation);
            }
        }
    }

    public static TimeSpan Next(TimeSpan pause) => pause * 2 < Longest ? pause * 2 : Longest;
}
