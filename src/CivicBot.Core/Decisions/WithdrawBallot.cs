namespace CivicBot.Core;

/// <summary>Take back a ballot: the member has not voted. Possible until close, where ballots may be changed.</summary>
public sealed record WithdrawBallot(DecisionId Id) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (decision.Phase is not Phase.Voting || occasion.At >= decision.ClosesAt) return new Refusal.AlreadyClosed(Id, decision.ClosesAt, occasion.At);
        if (collective.MemberOf(occasion.By) is not { } member || decision.Ballots.Of(collective.Members[member].Number) is null) return new Refusal.NoBallot(Id);
        return decision.Rule.Change ? new BallotWithdrawn(Id, member) : new Refusal.BallotsStand(Id);
    }
}

/// <summary>A member took the ballot back.</summary>
public sealed record BallotWithdrawn(DecisionId Id, MemberId Voter) : CollectiveEvent
{
    private protected override Collective Change(Collective before)
    {
        var decision = before.Decisions[Id];
        return before.With(decision with { Ballots = decision.Ballots.Without(before.Members[Voter].Number) });
    }
}
