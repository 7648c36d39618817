namespace CivicBot.Core;

/// <summary>What time brings while votes are cast: routes are fixed, an early close comes true, juries end, voting ends.</summary>
internal static class VotingDue
{
    public static Due? Of(Collective collective, Decision decision) => decision is { Method: Method.Consent, Proposal: not null }
        ? Due.First(Rounds.JuryDue(decision), Rounds.IsHeldUp(decision) ? null : new Due(Rounds.ClosesAt(decision), at => Rounds.Close(collective, decision, at)))
        : Due.First(
            decision.GuardBegins is { } guard && decision.Fixed is null && guard < decision.ClosesAt ? new Due(guard, at => [new RoutesFixed(decision.Id, at)]) : null,
            decision.ClosesEarlyAt is { } early && early < decision.ClosesAt ? new Due(early, at => EarlyClose.Now(collective, decision, at)) : null,
            new Due(decision.ClosesAt, at => Closing.Events(collective, decision, null, at)));
}

/// <summary>From now on the routes of delegated voices can only be cut. What they are follows from the ballots and the delegations of this moment.</summary>
public sealed record RoutesFixed(DecisionId Id, DateTimeOffset At) : CollectiveEvent
{
    private protected override Collective Change(Collective before)
    {
        var decision = before.Decisions[Id];
        return before.With(decision with { Fixed = new RoutesAt(At, before.Delegations, decision.Ballots) });
    }
}
