namespace CivicBot.Core;

/// <summary>Say what the text must, should, should not or must not hold.</summary>
public sealed record Suggest(DecisionId Id, Degree Degree, string Text) : DecisionCommand(Id)
{
    public const int Length = 600;

    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (Proposals.Refuse(collective, decision, occasion, Phase.Support, Phase.Discussion) is { } no) return no;
        if (TypedText.Refuse(Text, Length) is { } unfit) return unfit;
        var acting = Acting.In(collective, occasion);
        return acting.And(new SuggestionMade(new PartId(Id, decision.Proposal!.NextPart), acting.Member, Degree, TypedText.Normalize(Text), occasion.At));
    }
}

/// <summary>Say that a suggestion is met, by the author of the text; or that it is not, by whoever made it.</summary>
public sealed record MarkSuggestion(PartId Part, bool Fulfilled) : DecisionCommand(Part.Decision)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (Proposals.Refuse(collective, decision, occasion, Phase.Support, Phase.Discussion) is { } no) return no;
        if (decision.Proposal!.Parts.GetValueOrDefault(Part.Number) is not Suggestion suggestion) return new Refusal.NoSuchPart(Part);
        var member = collective.MemberOf(occasion.By);
        if (Fulfilled && member != decision.By) return new Refusal.NotTheOpener(Id);
        if (!Fulfilled && member != suggestion.By) return new Refusal.NotYourPart(Part);
        if (suggestion.State is PartState.Withdrawn) return new Refusal.AlreadySettled(Part, suggestion.State);
        var state = Fulfilled ? PartState.Accepted : PartState.Open;
        return suggestion.State == state ? Ruling.Unchanged : new PartSettled(Part, state, member, occasion.At);
    }
}

/// <summary>A suggestion was made.</summary>
public sealed record SuggestionMade(PartId Part, MemberId By, Degree Degree, string? Text, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before) =>
        before.With(Part.Decision, proposal => proposal.With(new Suggestion(Part.Number, By, At, Degree, Text)));
}

/// <summary>A part of a proposal came to an end, or was opened again.</summary>
/// <param name="By">Null: time did it.</param>
public sealed record PartSettled(PartId Part, PartState State, MemberId? By, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => By is { } member ? (member, At) : null;

    private protected override Collective Change(Collective before) => before.With(Part.Decision, proposal =>
        // Nobody is drawn for what is settled.
        proposal.With(proposal.Parts[Part.Number] with { State = State, SettledAt = State is PartState.Open ? null : At }) with
        {
            Awaits = proposal.Awaits.Where(awaited => awaited.Part != Part.Number).ToValues(),
        });
}
