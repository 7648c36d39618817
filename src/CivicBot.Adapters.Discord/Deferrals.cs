using CivicBot.Adapters.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace CivicBot.Adapters.Discord;

/// <summary>
/// First answers that still say "thinking". The first reply takes their place, later ones follow; where no reply comes they are taken away, so that
/// nobody waits for what will not come.
/// </summary>
internal sealed class Deferrals(DiscordClient client, string application, TimeProvider time, ILogger log)
{
    private const int AtOnce = 8;
    private const long Loading = 1 << 7;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, State> _states = [];
    private readonly Queue<(string Id, DateTimeOffset At)> _ages = new();
    private readonly Queue<(Reference.Asked Asked, DateTimeOffset Due)> _silent = new();

    private enum State
    {
        Thinking,
        Answered,
    }

    public void Begin(Reference.Asked asked)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _states[asked.Id] = State.Thinking;
            _ages.Enqueue((asked.Id, now));
            while (_ages.TryPeek(out var oldest) && oldest.At + Lasting < now) _states.Remove(_ages.Dequeue().Id);
        }
    }

    /// <summary>It was dealt with. If nothing is said about it in a few seconds, nothing will be.</summary>
    public void Settle(Reference.Asked asked, bool nothingFollows)
    {
        if (asked.Redraws) return; // what stands there is the message with the button
        lock (_lock) _silent.Enqueue((asked, time.GetUtcNow() + (nothingFollows ? TimeSpan.Zero : Silence)));
    }

    /// <summary>Takes the place of the first answer.</summary>
    /// <returns>False if it is taken already: then the reply follows.</returns>
    public async Task<bool> TakeAsync(Reference.Asked asked, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_states.TryGetValue(asked.Id, out var state))
            {
                _states[asked.Id] = State.Answered;
                return state == State.Thinking;
            }
        }

        var free = asked.Redraws || await IsThinkingAsync(asked, cancellation);
        Begin(asked);
        lock (_lock) _states[asked.Id] = State.Answered;
        return free;
    }

    /// <summary>The reply did not come through, and the place is free again.</summary>
    public void GiveBack(Reference.Asked asked)
    {
        lock (_lock) _states[asked.Id] = State.Thinking;
    }

    /// <summary>The answer was given in front of everyone, so nothing is left to say in private.</summary>
    public async Task DropAsync(Reference.Asked asked, CancellationToken cancellation)
    {
        if (asked.Redraws) return;
        bool known;
        lock (_lock)
        {
            known = _states.TryGetValue(asked.Id, out var state);
            if (known && state == State.Answered) return;
            if (known) _states[asked.Id] = State.Answered;
        }

        try
        {
            if (!known && !await IsThinkingAsync(asked, cancellation)) return;
            await client.DeleteOriginalAsync(application, asked.Token, cancellation);
        }
        catch (DiscordFailure failure)
        {
            log.LogInformation("Discord: taking back a first answer: {Failure}", failure.Message);
        }
    }

    /// <summary>Takes away what stayed silent, until cancelled.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var due = new List<Reference.Asked>();
            lock (_lock)
            {
                while (_silent.TryPeek(out var next) && next.Due <= time.GetUtcNow()) due.Add(_silent.Dequeue().Asked);
            }

            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (asked, stop) => await DropAsync(asked, stop));
            await Task.Delay(Pace, time, cancellation);
        }
    }

    /// <summary>From before our start: Discord knows what stands there now.</summary>
    private async Task<bool> IsThinkingAsync(Reference.Asked asked, CancellationToken cancellation)
    {
        try
        {
            return ((await client.OriginalAsync(application, asked.Token, cancellation)).Number("flags") & Loading) == Loading;
        }
        catch (DiscordFailure gone) when (gone.Code == DiscordFailure.UnknownMessage)
        {
            return false;
        }
    }
}
