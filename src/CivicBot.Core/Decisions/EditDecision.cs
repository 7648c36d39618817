namespace CivicBot.Core;

/// <summary>Mend title, options or closing time; by whoever opened it, and only before the first ballot.</summary>
/// <param name="ClosesAt">Null: as it was.</param>
public sealed record EditDecision(DecisionId Id, string? Title, Values<string>? Options, DateTimeOffset? ClosesAt) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (decision.IsBinding) return new Refusal.TextIsFixed(Id);
        if (!decision.IsRunning) return new Refusal.AlreadyClosed(Id, decision.ClosesAt, occasion.At);
        if (collective.MemberOf(occasion.By) != decision.By) return new Refusal.NotTheOpener(Id);
        if (decision.Ballots.EverCast) return new Refusal.BallotsWereCast(Id);
        var title = Title ?? decision.Title ?? "";
        var options = Options ?? decision.Options.Select(option => option ?? "").ToValues();
        if (DecisionText.Refuse(title, options, decision.Method) is { } unfit) return unfit;
        if (decision.Rule.Max > options.Count) return new Refusal.UnfitMax(decision.Rule.Max.Value, options.Count);
        var closesAt = ClosesAt ?? decision.ClosesAt;
        if (closesAt <= occasion.At) return new Refusal.ClosesInThePast(closesAt);
        if (closesAt - occasion.At > OpenDecision.Longest) return new Refusal.ClosesTooLate(occasion.At + OpenDecision.Longest);

        var edited = new DecisionEdited(Id, decision.By, TypedText.Normalize(title), decision.Body,
            options.Select(option => (string?)TypedText.Normalize(option)).ToValues(), [new PhasePlan(Phase.Voting, closesAt)]) { At = occasion.At };
        return (edited.Title, edited.Options, closesAt) == (decision.Title, decision.Options, decision.ClosesAt) ? Ruling.Unchanged : edited;
    }
}

/// <summary>A decision's text was replaced whole: a poll's before the first ballot, a proposal's before it rests.</summary>
public sealed record DecisionEdited(DecisionId Id, MemberId By, string? Title, string? Body, Values<string?> Options, Values<PhasePlan> Phases)
    : CollectiveEvent
{
    /// <summary>A proposal's topic.</summary>
    public int? Topic { get; init; }

    public DateTimeOffset At { get; init; }

    private protected override Collective Change(Collective before)
    {
        var decision = before.Decisions[Id];
        return before.With(decision with
        {
            Proposal = decision.Proposal is { } proposal ? proposal with { Topic = Topic, TextSince = At, TextBefore = decision.Body } : null,
            Title = Title,
            Body = Body,
            Options = Options,
            Phases = Phases,
            ClosesAt = Phases[^1].Ends,
            Version = decision.Version + 1,
        });
    }
}
