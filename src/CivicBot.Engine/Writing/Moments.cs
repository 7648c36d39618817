using CivicBot.Core;

namespace CivicBot.Engine;

/// <summary>The moments of a decision at which something is done or said by itself, under the keys of their rows.</summary>
internal static class Moments
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan RemindIfLonger = TimeSpan.FromHours(48);

    /// <summary>The moment of a key, if it is still to come.</summary>
    public static DateTimeOffset? Next(Collective state, string key, DateTimeOffset now) =>
        key.Split('/') is [_, var number] && int.TryParse(number, out var known) && state.Find(new DecisionId(known)) is { } decision
            && Of(state, decision).FirstOrDefault(moment => moment.Key == key)?.At is { } at && at > now ? at : null;

    /// <summary>Every key, with its moment if it is to come.</summary>
    public static IEnumerable<Due> Of(Collective state, Decision decision)
    {
        var votes = decision.Phase is Phase.Voting;
        var remind = votes && decision.ClosesAt - decision.PhaseBegan > RemindIfLonger;
        yield return new Due($"time/{decision.Id}", Elapse.NextAt(state, decision));
        // In a binding vote those are reminded who have not voted; a poll has nobody to remind but its room.
        yield return new Due($"remind/{decision.Id}", remind && !decision.IsBinding ? decision.ClosesAt - Day : null);
        // Once, even if its end is moved at the last moment.
        yield return new Due($"near/{decision.Id}", remind && decision.IsBinding && !decision.WasExtended ? decision.ClosesAt - Day : null);
        // Its text has rested, and it may have to wait: from now on its card says so.
        yield return new Due($"line/{decision.Id}", decision.Phase is Phase.Frozen ? decision.ClosesAt : null);
        yield return new Due($"voices/{decision.Id}", votes && decision.Fixed is null && decision.WindowBegins - Day > decision.PhaseBegan ? decision.WindowBegins - Day : null);
        yield return new Due($"review/{decision.Id}", decision.Proposal?.Aftermath is { IsWatched: true } aftermath ? aftermath.Review : null);
        foreach (var awaited in decision.Proposal?.Awaits ?? []) yield return new Due($"draw/{decision.Id}.{awaited.Part ?? 0}@{awaited.Since.ToUnixTimeSeconds()}", awaited.Since + TimeSpan.FromSeconds(4));
    }
}
