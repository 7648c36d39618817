namespace CivicBot.Core;

/// <summary>Set another text beside the proposal, on the same ballot: a new one, or an amendment that was not taken.</summary>
/// <param name="From">The amendment it is made of, by whoever offered that; null with a title and a text.</param>
public sealed record EnterRival(DecisionId Id, int? From, string? Title, string? Body) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (Proposals.Refuse(collective, decision, occasion, Phase.Discussion, Phase.Frozen) is { } no) return no;
        if (Proposals.RefuseObserver(collective, occasion) is { } observer) return observer;
        var proposal = decision.Proposal!;
        if (proposal.Changes is not null || proposal.Preset is Preset.Consent or Preset.Lazy) return new Refusal.NoRivalsHere(Id);
        if (proposal.Parts.Values.OfType<Rival>().Count(rival => rival.State is PartState.Open) >= Rival.Most) return new Refusal.TooManyRivals(Id, Rival.Most);
        var acting = Acting.In(collective, occasion);
        var (title, body) = (Title, Body);
        if (From is { } number)
        {
            if (proposal.Parts.GetValueOrDefault(number) is not Amendment amendment) return new Refusal.NoSuchPart(new PartId(Id, number));
            if (amendment.By != acting.Member) return new Refusal.NotYourPart(new PartId(Id, number));
            if (amendment.State is PartState.Open) return new Refusal.AuthorDecidesFirst(new PartId(Id, number), decision.ClosesAt);
            if (amendment.State is PartState.Accepted) return new Refusal.AlreadySettled(new PartId(Id, number), amendment.State);
            (title, body) = (title ?? decision.Title, amendment.Text);
        }
        if (TypedText.Refuse(title ?? "", TypedText.TitleLength) is { } untitled) return untitled;
        if (body is not null && TypedText.Refuse(body, Propose.BodyLength) is { } unread) return unread;
        var part = new PartId(Id, proposal.NextPart);
        return acting.And(new RivalEntered(part, acting.Member, TypedText.Normalize(title!), body is null ? null : TypedText.Normalize(body), From, occasion.At))
            .Before([new Supported(part, acting.Member, decision.Version, occasion.At)]);
    }
}

/// <summary>A text competes with the proposal. It stands as it was entered.</summary>
public sealed record RivalEntered(PartId Part, MemberId By, string? Title, string? Body, int? FromPart, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before) =>
        before.With(Part.Decision, proposal => proposal.With(new Rival(Part.Number, By, At, Title, Body, FromPart)));
}
