namespace CivicBot.Core;

/// <summary>Stand by a proposal as its text reads now, or by a rival text.</summary>
/// <param name="Part">The number of a rival; 0 for the proposal itself.</param>
public sealed record Support(DecisionId Id, int Part = 0) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (Proposals.Refuse(collective, decision, occasion, Phase.Support, Phase.Discussion, Phase.Frozen) is { } no) return no;
        if (Proposals.RefuseObserver(collective, occasion) is { } observer) return observer;
        var acting = Acting.In(collective, occasion);
        var number = acting.Joined is null ? collective.Members[acting.Member].Number : collective.Members.Count;
        var proposal = decision.Proposal!;
        var supported = new Supported(new PartId(Id, Part), acting.Member, decision.Version, occasion.At);
        if (Part != 0)
        {
            if (proposal.Parts.GetValueOrDefault(Part) is not Rival { State: PartState.Open } rival) return new Refusal.NoSuchPart(new PartId(Id, Part));
            return rival.Supporters.Contains(number) ? Ruling.Unchanged : acting.And(supported);
        }
        if (decision.Phase is Phase.Frozen) return new Refusal.TextIsFixed(Id);
        if (proposal.Supporters.GetValueOrDefault(number) == decision.Version) return Ruling.Unchanged;
        var reached = decision.Phase is Phase.Support && proposal.Standing(decision.Version) + 1 >= proposal.Needed;
        return acting.And(supported).Before(reached ? [.. SupportDue.Reached(decision, occasion.At)] : []);
    }
}

/// <summary>No longer stand by it.</summary>
public sealed record Unsupport(DecisionId Id, int Part = 0) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (Proposals.Refuse(collective, decision, occasion, Phase.Support, Phase.Discussion, Phase.Frozen) is { } no) return no;
        if (Part == 0 && decision.Phase is Phase.Frozen) return new Refusal.TextIsFixed(Id);
        if (collective.MemberOf(occasion.By) is not { } member) return new Refusal.NoSupport(Id);
        var number = collective.Members[member].Number;
        var supports = Part == 0 ? decision.Proposal!.Supporters.ContainsKey(number) : decision.Proposal!.Parts.GetValueOrDefault(Part) is Rival rival && rival.Supporters.Contains(number);
        return supports ? new Unsupported(new PartId(Id, Part), member, occasion.At) : new Refusal.NoSupport(Id);
    }
}

/// <summary>A member stands by a version of the text.</summary>
/// <param name="Part">Its number is 0 for the proposal itself.</param>
public sealed record Supported(PartId Part, MemberId Member, int Version, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (Member, At);

    private protected override Collective Change(Collective before)
    {
        var number = before.Members[Member].Number;
        return before.With(Part.Decision, proposal => Part.Number == 0
            ? proposal with { Supporters = proposal.Supporters.SetItem(number, Version) }
            : proposal.With<Rival>(Part.Number, rival => rival with { Supporters = rival.Supporters.Add(number) }));
    }
}

/// <summary>A member no longer stands by it.</summary>
public sealed record Unsupported(PartId Part, MemberId Member, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (Member, At);

    private protected override Collective Change(Collective before)
    {
        var number = before.Members[Member].Number;
        return before.With(Part.Decision, proposal => Part.Number == 0
            ? proposal with { Supporters = proposal.Supporters.Remove(number) }
            : proposal.With<Rival>(Part.Number, rival => rival with { Supporters = rival.Supporters.Remove(number) }));
    }
}

/// <summary>What most commands about a proposal ask first.</summary>
internal static class Proposals
{
    /// <summary>Why nothing of the kind can be done now, or null.</summary>
    public static Refusal? Refuse(Collective collective, Decision decision, Occasion occasion, params ReadOnlySpan<Phase> phases)
    {
        if (decision.Proposal is null) return new Refusal.NotAProposal(decision.Id);
        if (!decision.IsRunning) return new Refusal.AlreadyClosed(decision.Id, decision.ClosesAt, occasion.At);
        if (!phases.Contains(decision.Phase)) return decision.Phase is Phase.Support ? new Refusal.NotYetDiscussed(decision.Id) : new Refusal.TextIsFixed(decision.Id);
        if (collective.MemberOf(occasion.By) is null && !occasion.Standing.Present) return new Refusal.NotInTheRoom();
        return null;
    }

    /// <summary>The same for what observers do not do.</summary>
    public static Refusal? RefuseObserver(Collective collective, Occasion occasion) =>
        collective.MemberOf(occasion.By) is { } member && collective.Members[member].IsObserver ? new Refusal.ObserversCannot() : null;
}
