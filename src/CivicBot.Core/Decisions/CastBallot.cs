namespace CivicBot.Core;

/// <summary>Cast a ballot, or replace the one cast before. The same ballot again changes nothing.</summary>
public sealed record CastBallot(DecisionId Id, Ballot Ballot) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (decision.Phase is not Phase.Voting || occasion.At >= decision.ClosesAt) return new Refusal.AlreadyClosed(Id, decision.ClosesAt, occasion.At);
        if (!occasion.Standing.Present) return new Refusal.NotInTheRoom();
        if (decision.Mode is not Mode.Open && occasion.Standing.SeenByOthers) return new Refusal.OthersSawIt(Id);
        if (Ballot.Refuse(decision) is { } unfit) return unfit;
        var acting = Acting.In(collective, occasion);
        var before = acting.Joined is null ? decision.Ballots.Of(collective.Members[acting.Member].Number) : null;
        if (before?.Ballot == Ballot) return Ruling.Unchanged;
        if (before is not null && !decision.Rule.Change) return new Refusal.BallotsStand(Id);
        return acting.And(new BallotCast(Id, acting.Member, Ballot, occasion.At));
    }
}

/// <summary>A member's ballot stands, in place of an earlier one if there was one. Open and sealed only: in a secret decision no event holds both member and choice.</summary>
/// <param name="Ballot">Null once its opening has been erased.</param>
public sealed record BallotCast(DecisionId Id, MemberId Voter, Ballot? Ballot, DateTimeOffset At) : CollectiveEvent
{
    private protected override Collective Change(Collective before)
    {
        var decision = before.Decisions[Id];
        return before.With(decision with { Ballots = decision.Ballots.With(before.Members[Voter].Number, new CastAt(Ballot, At)) });
    }
}
