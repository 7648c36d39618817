using System.Text.Json.Nodes;
using CivicBot.Adapters.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>Whether Discord has a first answer of ours. Only then what was asked is done.</summary>
internal enum Acknowledged
{
    Not,
    Now,

    /// <summary>It had one already, and what became of that we may not know.</summary>
    Before,
}

/// <summary>Gives first answers. Without one in three seconds the person has seen a failure, and what he did must not be done.</summary>
internal sealed class Acknowledging(DiscordClient client, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan OneTry = TimeSpan.FromMilliseconds(1_200);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="since">When it came to us.</param>
    public async Task<Acknowledged> AnswerAsync(Incoming incoming, JsonObject answer, DateTimeOffset since, CancellationToken cancellation)
    {
        while (since + Allowed - time.GetUtcNow() is { Ticks: > 0 } left)
        {
            try
            {
                await client.RespondAsync(incoming.Id, incoming.Token, answer, left < OneTry ? left : OneTry, cancellation);
                return Acknowledged.Now;
            }
            catch (DiscordFailure refused) when (refused.Code == DiscordFailure.AlreadyAcknowledged)
            {
                return Acknowledged.Before; // by us, before a crash or in a try whose answer was lost
            }
            catch (DiscordFailure failure) when (failure.Passing)
            {
                var wait = failure.RetryAfter ?? Pause;
                if (time.GetUtcNow() + wait >= since + Allowed) break;
                await Task.Delay(wait, time, cancellation);
            }
            catch (DiscordFailure refused)
            {
                log.LogWarning("Discord: a first answer was refused, so nothing was done: {Failure}", refused.Message);
                return Acknowledged.Not;
            }
        }

        log.LogWarning("Discord: no first answer came through in three seconds, so nothing was done.");
        return Acknowledged.Not;
    }
}
