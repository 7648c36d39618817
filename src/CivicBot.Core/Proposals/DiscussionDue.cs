namespace CivicBot.Core;

/// <summary>What ends in a discussion: a vote on an amendment, and the discussion itself.</summary>
internal static class DiscussionDue
{
    private static readonly TimeSpan Extension = TimeSpan.FromHours(48);

    public static Due? Of(Collective collective, Decision decision)
    {
        // What the supporters vote on is settled before the text is.
        return VoteEnds(collective, decision) ?? new Due(Later(decision.ClosesAt, LastVote(decision.Proposal!)), at => Ends(collective, decision, at));
    }

    /// <summary>The next vote on an amendment that comes to its end; null if there is none under way.</summary>
    public static Due? VoteEnds(Collective collective, Decision decision) =>
        decision.Proposal!.Parts.Values.OfType<Amendment>().Where(part => part is { State: PartState.Open, Vote: not null }).MinBy(part => part.Vote!.Ends) is { } vote
            ? new Due(vote.Vote!.Ends, at => Amending.Settle(collective, decision, vote, Carried(vote.Vote!) ? PartState.Accepted : PartState.Rejected, null, at)) : null;

    /// <summary>Amendments that nobody has answered when the discussion ends lapse.</summary>
    public static IEnumerable<CollectiveEvent> Lapsed(Decision decision, DateTimeOffset at) =>
        decision.Proposal!.Parts.Values.Where(part => part is Amendment { State: PartState.Open or PartState.Conflicting })
            .Select(part => new PartSettled(new PartId(decision.Id, part.Number), PartState.Superseded, null, at));

    private static bool Carried(PartVote vote) => vote.Ballots.Count >= PartVote.Least && vote.Count(Position.For) > vote.Count(Position.Against);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    private static DateTimeOffset? LastVote(Proposal proposal) =>
        proposal.Parts.Values.OfType<Amendment>().Where(part => part.Vote is not null).Select(part => part.SettledAt).Max();

    private static IEnumerable<CollectiveEvent> Ends(Collective collective, Decision decision, DateTimeOffset at)
    {
        var proposal = decision.Proposal!;
        if (proposal.Round > 0) return Rounds.AfterDiscussion(collective, decision, at);
        if (proposal.Satisfied(decision.Version, member => collective.Members[member].Number) < proposal.Needed)
        {
            return proposal.Extended
                ? [new DecisionEnded(decision.Id, null, Outcome.ExpiredUnsupported, Reason.SupportersLeft, at)]
                : [new PhaseMoved(decision.Id, at + Extension, MoveReason.SupportLacking)];
        }
        return
        [
            .. Lapsed(decision, at),
            new PhaseEntered(decision.Id, Phase.Frozen, at, at + proposal.Lasts.Frozen, decision.Method, 0, []),
        ];
    }
}
