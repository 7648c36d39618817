using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>Offer another version of the whole text; its author takes it or not.</summary>
public sealed record Amend(DecisionId Id, string Text) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (Proposals.Refuse(collective, decision, occasion, Phase.Support, Phase.Discussion) is { } no) return no;
        if (decision.Proposal!.Changes is not null) return new Refusal.RuleTextIsFixed(Id);
        if (decision.Proposal.Preset is Preset.Urgent) return new Refusal.TextIsFixed(Id);
        if (TypedText.Refuse(Text, Propose.BodyLength) is { } unfit) return unfit;
        var text = TypedText.Normalize(Text);
        if (text == decision.Body) return new Refusal.SameText(Id);
        var acting = Acting.In(collective, occasion);
        return acting.And(new AmendmentMade(new PartId(Id, decision.Proposal.NextPart), acting.Member, decision.Version, text, occasion.At));
    }
}

/// <summary>Take an amendment or turn it down, by the author of the text.</summary>
public sealed record SettleAmendment(PartId Part, bool Accept) : DecisionCommand(Part.Decision)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (Proposals.Refuse(collective, decision, occasion, Phase.Support, Phase.Discussion) is { } no) return no;
        if (decision.Proposal!.Parts.GetValueOrDefault(Part.Number) is not Amendment amendment) return new Refusal.NoSuchPart(Part);
        if (collective.MemberOf(occasion.By) is not { } member || member != decision.By) return new Refusal.NotTheOpener(Id);
        if (amendment.State is PartState.Conflicting && Accept) return new Refusal.AmendmentCollides(Part);
        if (amendment.State is not (PartState.Open or PartState.Conflicting)) return new Refusal.AlreadySettled(Part, amendment.State);
        if (amendment.Vote is not null) return new Refusal.SupportersDecide(Part, amendment.Vote.Ends);
        var events = Amending.Settle(collective, decision, amendment, Accept ? PartState.Accepted : PartState.Rejected, member, occasion.At).ToImmutableArray();
        return Ruling.Of(events[0]).Before(events.RemoveAt(0));
    }
}

/// <summary>What happens as an amendment is settled.</summary>
internal static class Amending
{
    public static IEnumerable<CollectiveEvent> Settle(Collective collective, Decision decision, Amendment amendment, PartState state, MemberId? by, DateTimeOffset at)
    {
        yield return new PartSettled(new PartId(decision.Id, amendment.Number), state, by, at);
        if (state is not PartState.Accepted) yield break;
        yield return Versions.Of(decision, decision.By, decision.Title, amendment.Text, decision.Proposal!.Topic, at);
        foreach (var happened in Versions.Follow(collective, decision, amendment.Text, at, accepted: amendment.Number)) yield return happened;
    }

    /// <summary>
    /// Amendments go on from a new text where their changes do not touch the same words; without that, taking one later would undo what was written since. What
    /// the supporters vote on is the text they see: nobody takes it from them by writing over it.
    /// </summary>
    /// <param name="accepted">The one that made the new text, if one did.</param>
    public static IEnumerable<CollectiveEvent> Rebase(Decision decision, string? text, DateTimeOffset at, int? accepted)
    {
        foreach (var other in decision.Proposal!.Parts.Values.OfType<Amendment>().Where(other => other.State is PartState.Open && other.Number != accepted))
        {
            var part = new PartId(decision.Id, other.Number);
            var merged = Difference.Merge(other.From ?? "", other.Text ?? "", text ?? "");
            if (merged is not null && merged != text) yield return new AmendmentRebased(part, decision.Version + 1, merged, at);
            else if (other.Vote is null) yield return new PartSettled(part, merged is null ? PartState.Conflicting : PartState.Superseded, null, at);
        }
    }
}

/// <summary>An amendment was offered.</summary>
/// <param name="Text">Null once its opening has been erased.</param>
public sealed record AmendmentMade(PartId Part, MemberId By, int Base, string? Text, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before) => before.With(Part.Decision, proposal =>
        proposal.With(new Amendment(Part.Number, By, At, Base, before.Decisions[Part.Decision].Body, Text)));
}

/// <summary>An amendment goes on from a newer version of the text: its changes do not touch those that were made.</summary>
public sealed record AmendmentRebased(PartId Part, int Base, string? Text, DateTimeOffset At) : CollectiveEvent
{
    private protected override Collective Change(Collective before) => before.With(Part.Decision, proposal =>
        proposal.With<Amendment>(Part.Number, amendment => amendment with { Base = Base, From = before.Decisions[Part.Decision].Body, Text = Text }));
}
