using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>What time alone brings about.</summary>
public static class Elapse
{
    /// <summary>Everything due at or before <paramref name="now"/>, in order of due time, each carrying its own due time.</summary>
    public static ImmutableArray<CollectiveEvent> Until(DateTimeOffset now, Collective collective)
    {
        if (collective.Running.IsEmpty && collective.Watched.IsEmpty) return [];
        var events = ImmutableArray.CreateBuilder<CollectiveEvent>();
        while (Next(collective) is { } next && next.At <= now)
        {
            foreach (var happened in next.Events)
            {
                events.Add(happened);
                collective = happened.Apply(collective);
            }
        }
        return events.ToImmutable();
    }

    /// <summary>The moment at which something happens by itself; null if nothing waits.</summary>
    public static DateTimeOffset? NextAt(Collective collective) => Next(collective)?.At;

    /// <summary>When time changes a decision next; null if it never does by itself.</summary>
    public static DateTimeOffset? NextAt(Collective collective, Decision decision) => Of(collective, decision)?.At;

    private static Due? Next(Collective collective)
    {
        Due? next = null;
        foreach (var id in collective.Running)
        {
            if (Of(collective, collective.Decisions[id]) is { } due && (next is null || due.At < next.At)) next = due;
        }
        foreach (var id in collective.Watched)
        {
            if (AftermathDue.Of(collective.Decisions[id]) is { } due && (next is null || due.At < next.At)) next = due;
        }
        return next;
    }

    private static Due? Of(Collective collective, Decision decision) => decision.Phase switch
    {
        Phase.Support => SupportDue.Of(collective, decision),
        Phase.Discussion => DiscussionDue.Of(collective, decision),
        Phase.Frozen => OpenVotes.Of(collective, decision),
        Phase.Voting => VotingDue.Of(collective, decision),
        Phase.Closed => AftermathDue.Of(decision),
        _ => null,
    };
}

/// <summary>Something that happens by itself at a moment.</summary>
/// <param name="What">Made when it is needed: looking for the next moment makes nothing.</param>
internal sealed record Due(DateTimeOffset At, Func<DateTimeOffset, IEnumerable<CollectiveEvent>> What)
{
    public IEnumerable<CollectiveEvent> Events => What(At);

    /// <summary>The earlier of two.</summary>
    public static Due? First(params ReadOnlySpan<Due?> all)
    {
        Due? first = null;
        foreach (var due in all)
        {
            if (due is not null && (first is null || due.At < first.At)) first = due;
        }
        return first;
    }
}
