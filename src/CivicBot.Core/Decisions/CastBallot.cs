namespace CivicBot.Core;

/// <summary>Cast a ballot, or replace the one cast before. The same ballot again changes nothing.</summary>
public sealed record CastBallot(DecisionId Id, Ballot Ballot) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (decision is { IsRunning: true, Phase: not Phase.Voting and not Phase.Tallying }) return new Refusal.NotYetVoting(Id, decision.Phase, decision.ClosesAt);
        if (decision.Phase is not Phase.Voting || occasion.At >= decision.ClosesAt) return new Refusal.AlreadyClosed(Id, decision.ClosesAt, occasion.At);
        if (decision.Roll is { } roll && (collective.MemberOf(occasion.By) is not { } voter || !roll.Contains(collective.Members[voter].Number)))
        {
            return new Refusal.NotOnTheRoll(Id, decision.PhaseBegan, roll.Count);
        }
        if (decision.Roll is null && !occasion.Standing.Present) return new Refusal.NotInTheRoom();
        if (decision.Mode is not Mode.Open && decision.Method is not Method.Consent && occasion.Standing.SeenByOthers) return new Refusal.OthersSawIt(Id);
        if (Ballot.Refuse(decision) is { } unfit) return unfit;
        // What this account cast while it was somebody's stands for him: it does not vote a second time as a newcomer.
        if (collective.MemberOf(occasion.By) is null && occasion.By is { } by && collective.Unlinked.TryGetValue(by, out var since) && since >= decision.OpenedAt) return new Refusal.VotedAsAnother(Id);
        var acting = Acting.In(collective, occasion);
        var before = acting.Joined is null ? decision.Ballots.Of(collective.Members[acting.Member].Number) : null;
        if (before?.Ballot == Ballot) return Ruling.Unchanged;
        if (before is not null && !decision.Rule.Change) return new Refusal.BallotsStand(Id);
        return acting.And(new BallotCast(Id, acting.Member, Ballot, occasion.At)).Before(Swayed(collective, decision, acting, occasion.At));
    }

    /// <summary>What a ballot does to the end of voting.</summary>
    private System.Collections.Immutable.ImmutableArray<CollectiveEvent> Swayed(Collective collective, Decision decision, Acting acting, DateTimeOffset at)
    {
        if (decision.Proposal is null) return [];
        var after = decision with { Ballots = decision.Ballots.With(collective.Members[acting.Member].Number, new CastAt(Ballot, at)) };
        return [.. new CollectiveEvent?[] { EarlyClose.Of(after, at), QuietEnding.Of(decision, after, at) }.OfType<CollectiveEvent>(), .. Rounds.Lifted(decision, acting.Member, Ballot, at)];
    }
}

/// <summary>A member's ballot stands, in place of an earlier one if there was one. Open and sealed only: in a secret decision no event holds both member and choice.</summary>
/// <param name="Ballot">Null once its opening has been erased.</param>
public sealed record BallotCast(DecisionId Id, MemberId Voter, Ballot? Ballot, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (Voter, At);

    private protected override Collective Change(Collective before)
    {
        var decision = before.Decisions[Id];
        return before.With(decision with { Ballots = decision.Ballots.With(before.Members[Voter].Number, new CastAt(Ballot, At)) });
    }
}

/// <summary>If the leading side changes in the last minutes of an open vote, the others get time to see it: once, two hours (SEMANTICS 3.9).</summary>
internal static class QuietEnding
{
    private static readonly TimeSpan Last = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan More = TimeSpan.FromHours(2);

    public static PhaseMoved? Of(Decision before, Decision after, DateTimeOffset at) =>
        before is { Mode: Mode.Open, Method: Method.YesNo, WasExtended: false } && before.Proposal!.Terms.QuietEnding && at >= before.ClosesAt - Last && Lead(before) != Lead(after)
            ? new PhaseMoved(before.Id, before.ClosesAt + More, MoveReason.LeadChanged) : null;

    private static bool Lead(Decision decision) => YesNo.Count(decision.Ballots.Alike).Counts is var counts && counts[0] > counts[1];
}
