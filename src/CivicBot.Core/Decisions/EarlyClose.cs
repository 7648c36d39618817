namespace CivicBot.Core;

/// <summary>
/// Where the rule allows it, a vote closes an hour after it was decided, whichever way everyone else may vote (SEMANTICS 3.6). Only ballots cast by members
/// themselves count here, and never while an override window runs.
/// </summary>
internal static class EarlyClose
{
    private static readonly TimeSpan Notice = TimeSpan.FromHours(1);

    /// <summary>Whether what was cast just now announces an early close, or calls one off.</summary>
    public static EarlyCloseSet? Of(Decision decision, DateTimeOffset at)
    {
        if (decision is not { Method: Method.YesNo, Roll: { } roll, Proposal: { } proposal } || !proposal.Terms.EarlyClose) return null;
        // Where a vote follows consent rounds, it is the rule of those that says what passes.
        var majority = proposal.Round > 0 ? proposal.Terms.Consent.Fallback! : proposal.Terms.Majority;
        var decided = IsDecided(decision, proposal.Terms, majority, roll.Count);
        if (decided == decision.ClosesEarlyAt is not null) return null;
        var closes = at + Notice;
        return !decided ? new EarlyCloseSet(decision.Id, null)
            : closes < (decision.WindowBegins ?? decision.ClosesAt) ? new EarlyCloseSet(decision.Id, closes)
            : null;
    }

    public static IEnumerable<CollectiveEvent> Now(Collective collective, Decision decision, DateTimeOffset at) => Closing.Events(collective, decision, null, at);

    private static bool IsDecided(Decision decision, Rules terms, Majority majority, int roll)
    {
        var counts = YesNo.Count(decision.Ballots.Alike).Counts;
        var (cast, others) = (counts.Sum(), roll - counts.Sum());
        var quorum = terms.Quorum;
        if (cast < terms.MinDirect.Needed(roll)) return false;
        // Adopted even if everyone else is against it, or stays away; rejected even if everyone else is for it.
        var adopted = quorum.Reached(counts[0], counts[1], counts[2], roll) && majority.Passes(counts[0], counts[1] + others, roll);
        var rejected = quorum.Reached(counts[0], counts[1], counts[2], roll) && !majority.Passes(counts[0] + others, counts[1], roll);
        return adopted || rejected;
    }
}

/// <summary>An early close was announced for a moment, or called off.</summary>
public sealed record EarlyCloseSet(DecisionId Id, DateTimeOffset? At) : CollectiveEvent
{
    private protected override Collective Change(Collective before) => before.With(before.Decisions[Id] with { ClosesEarlyAt = At });
}
