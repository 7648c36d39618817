namespace CivicBot.Core;

/// <summary>Ask the supporters to decide an amendment that its author has left unanswered for 72 hours.</summary>
public sealed record AskVote(PartId Part) : DecisionCommand(Part.Decision)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (Proposals.Refuse(collective, decision, occasion, Phase.Support, Phase.Discussion) is { } no) return no;
        if (decision.Proposal!.Parts.GetValueOrDefault(Part.Number) is not Amendment amendment) return new Refusal.NoSuchPart(Part);
        if (amendment.State is not PartState.Open) return new Refusal.AlreadySettled(Part, amendment.State);
        if (amendment.Vote is { } vote) return new Refusal.SupportersDecide(Part, vote.Ends);
        if (collective.MemberOf(occasion.By) is not { } member || !decision.Proposal.Supporters.ContainsKey(collective.Members[member].Number)) return new Refusal.NoSupport(Id);
        if (occasion.At < amendment.At + Amendment.Patience) return new Refusal.AuthorHasTime(Part, amendment.At + Amendment.Patience);
        return new PartVoteBegan(Part, member, occasion.At, occasion.At + PartVote.Lasts);
    }
}

/// <summary>Say yes or no to an amendment, as one of the supporters.</summary>
public sealed record VoteOnPart(PartId Part, Position Position) : DecisionCommand(Part.Decision)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (decision.Proposal?.Parts.GetValueOrDefault(Part.Number) is not Amendment { Vote: { } vote } amendment) return new Refusal.NoSuchPart(Part);
        if (amendment.State is not PartState.Open || occasion.At >= vote.Ends) return new Refusal.AlreadySettled(Part, amendment.State);
        if (collective.MemberOf(occasion.By) is not { } member || !vote.Voters.Contains(collective.Members[member].Number)) return new Refusal.SupportersOnly(Part);
        return vote.Ballots.TryGetValue(collective.Members[member].Number, out var before) && before == Position ? Ruling.Unchanged
            : new PartBallotCast(Part, member, Position, occasion.At);
    }
}

/// <summary>Those who support the proposal now vote on an amendment.</summary>
public sealed record PartVoteBegan(PartId Part, MemberId By, DateTimeOffset At, DateTimeOffset Ends) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before) => before.With(Part.Decision, proposal => proposal.With<Amendment>(Part.Number, amendment =>
        amendment with { Vote = new PartVote(proposal.Supporters.Keys.ToValues(), Ends) }));
}

/// <summary>A supporter said yes or no to an amendment.</summary>
/// <param name="Position">Null once its opening has been erased.</param>
public sealed record PartBallotCast(PartId Part, MemberId Voter, Position? Position, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (Voter, At);

    private protected override Collective Change(Collective before) => Position is not { } position ? before : before.With(Part.Decision, proposal =>
        proposal.With<Amendment>(Part.Number, amendment => amendment with { Vote = amendment.Vote! with { Ballots = amendment.Vote.Ballots.SetItem(before.Members[Voter].Number, position) } }));
}
