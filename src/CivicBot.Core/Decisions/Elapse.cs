using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>What time alone brings about.</summary>
public static class Elapse
{
    /// <summary>Everything due at or before <paramref name="now"/>, in order of due time, each carrying its own due time.</summary>
    public static ImmutableArray<CollectiveEvent> Until(DateTimeOffset now, Collective collective) =>
    [
        .. collective.Running.Select(id => collective.Decisions[id])
            .Where(decision => decision.ClosesAt <= now)
            .OrderBy(decision => decision.ClosesAt).ThenBy(decision => decision.Id)
            .SelectMany(decision => Closing.Events(decision, by: null, decision.ClosesAt)),
    ];
}
