namespace CivicBot.Core;

/// <summary>Take a proposal back, by its author and before voting; or a part of it, by whoever made that.</summary>
/// <param name="Part">0 for the whole.</param>
public sealed record Abandon(DecisionId Id, int Part = 0) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (decision.Phase is Phase.Voting && decision.Proposal is not null) return new Refusal.NobodyClosesIt(Id, decision.ClosesAt);
        if (Proposals.Refuse(collective, decision, occasion, Phase.Support, Phase.Discussion, Phase.Frozen) is { } no) return no;
        var member = collective.MemberOf(occasion.By);
        if (Part == 0) return member != decision.By ? new Refusal.NotTheOpener(Id) : new DecisionEnded(Id, member, Outcome.Withdrawn, Reason.ByItsAuthor, occasion.At);
        var id = new PartId(Id, Part);
        if (decision.Proposal!.Parts.GetValueOrDefault(Part) is not { } part) return new Refusal.NoSuchPart(id);
        if (part.By != member) return new Refusal.NotYourPart(id);
        if (part.State is not (PartState.Open or PartState.Conflicting)) return new Refusal.AlreadySettled(id, part.State);
        return new PartSettled(id, PartState.Withdrawn, member, occasion.At);
    }
}
