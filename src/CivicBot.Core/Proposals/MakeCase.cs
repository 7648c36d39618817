namespace CivicBot.Core;

/// <summary>Say what speaks for the proposal (its author) or against it (the first member who takes it). Both are shown side by side once both stand.</summary>
public sealed record MakeCase(DecisionId Id, Side Side, string Text) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (Proposals.Refuse(collective, decision, occasion, Phase.Support, Phase.Discussion) is { } no) return no;
        if (Proposals.RefuseObserver(collective, occasion) is { } observer) return observer;
        if (TypedText.Refuse(Text, ProposalCase.Length) is { } unfit) return unfit;
        var acting = Acting.In(collective, occasion);
        if (Side is Side.For && acting.Member != decision.By) return new Refusal.NotTheOpener(Id);
        if (Side is Side.Against && decision.Proposal!.Against is { } taken && taken.By != acting.Member) return new Refusal.CaseIsTaken(Id);
        var text = TypedText.Normalize(Text);
        var before = Side is Side.For ? decision.Proposal!.For : decision.Proposal!.Against;
        return before?.Text == text ? Ruling.Unchanged : acting.And(new CaseMade(Id, Side, acting.Member, text, occasion.At));
    }
}

/// <summary>A case for or against stands.</summary>
/// <param name="Text">Null once its opening has been erased.</param>
public sealed record CaseMade(DecisionId Id, Side Side, MemberId By, string? Text, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before) => before.With(Id, proposal =>
        Side is Side.For ? proposal with { For = new ProposalCase(By, Text) } : proposal with { Against = new ProposalCase(By, Text) });
}
