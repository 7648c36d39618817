using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Telegram.Wire;

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
            catch (TelegramFailure failure) when (failure.Passing && n != tries)
            {
                var wait = failure.RetryAfter ?? pause;
                Tell(failure, wait);
                await Task.Delay(wait, time, cancellation);
                pause = pause * 2 < Longest ? pause * 2 : Longest;
            }
        }
    }

    /// <summary>For acts of courtesy: a few tries, then a line in the log. They must not hold up the votes behind them.</summary>
    /// <returns>What was answered; nothing if it was refused.</returns>
    public async Task<T?> TryAsync<T>(string what, Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await AskAsync(ask, cancellation, 3);
        }
        catch (TelegramFailure failure) when (failure.Trouble is not Trouble.BadToken)
        {
            log.LogWarning("Telegram: {What}: {Failure}", what, failure.Message);
            return default;
        }
    }

    private void Tell(TelegramFailure failure, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        if (failure.Trouble is Trouble.OtherReceiver)
        {
            log.LogWarning(
                "Telegram: somebody else receives with this bot's token (409): a second CivicBot, another program, or a webhook that was set meanwhile. "
                + "Stop the other one, or get a new token from BotFather. Trying again in {Seconds} s.",
                seconds);
        }
        else
        {
            log.LogWarning("Telegram: {Failure} Trying again in {Seconds} s.", failure.Message, seconds);
        }
    }
}
