namespace CivicBot.Core;

/// <summary>Take back a ballot: the member has not voted. Possible until close, where ballots may be changed.</summary>
public sealed record WithdrawBallot(DecisionId Id) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (decision.Phase is not Phase.Voting || occasion.At >= decision.ClosesAt) return new Refusal.AlreadyClosed(Id, decision.ClosesAt, occasion.At);
        if (collective.MemberOf(occasion.By) is not { } member || decision.Ballots.Of(collective.Members[member].Number) is null) return new Refusal.NoBallot(Id);
        if (!decision.Rule.Change) return new Refusal.BallotsStand(Id);
        var withdrawn = new BallotWithdrawn(Id, member, occasion.At);
        var after = decision with { Ballots = decision.Ballots.Without(collective.Members[member].Number) };
        return EarlyClose.Of(after, occasion.At) is { } called ? Ruling.Of(withdrawn).Before([called]) : withdrawn;
    }
}

/// <summary>A member took the ballot back.</summary>
public sealed record BallotWithdrawn(DecisionId Id, MemberId Voter, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (Voter, At);

    private protected override Collective Change(Collective before)
    {
        var decision = before.Decisions[Id];
        return before.With(decision with { Ballots = decision.Ballots.Without(before.Members[Voter].Number) });
    }
}
