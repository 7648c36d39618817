namespace CivicBot.Core;

/// <summary>Say what was decided in a few words, who takes care of it, until when, and when to look at it again; by its author or its owner.</summary>
public sealed record StateOutcome(DecisionId Id, string? Statement, MemberId? Owner, DateTimeOffset? Due, DateTimeOffset? Review, Progress? Progress = null) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (decision.Proposal is null) return new Refusal.NotAProposal(Id);
        if (decision.Proposal.Aftermath is not { } aftermath) return new Refusal.NotAdopted(Id);
        if (collective.MemberOf(occasion.By) is not { } member || (member != decision.By && member != aftermath.Owner)) return new Refusal.NotTheOpener(Id);
        if (Statement is not null && TypedText.Refuse(Statement, Aftermath.Length) is { } unfit) return unfit;
        if (Due <= occasion.At || Review <= occasion.At) return new Refusal.ClosesInThePast(occasion.At);
        var stated = new OutcomeStated(Id, member, Statement is null ? null : TypedText.Normalize(Statement), Owner, Due, Review, Progress, occasion.At);
        return stated;
    }
}

/// <summary>Answer, at the review of an adopted decision, whether it happened and whether it helped.</summary>
public sealed record AnswerFollowUp(DecisionId Id, FollowUp Answer) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (decision.Proposal is null) return new Refusal.NotAProposal(Id);
        if (decision.Proposal.Aftermath is not { } aftermath) return new Refusal.NotAdopted(Id);
        if (occasion.At < aftermath.Review) return new Refusal.ReviewComesLater(Id, aftermath.Review);
        if (collective.MemberOf(occasion.By) is not { } member) return new Refusal.MembersOnly();
        return aftermath.Answers.TryGetValue(collective.Members[member].Number, out var before) && before == Answer ? Ruling.Unchanged
            : new FollowedUp(Id, member, Answer, occasion.At);
    }
}

/// <summary>What becomes of a decision was said. What is null stays as it was.</summary>
public sealed record OutcomeStated(DecisionId Id, MemberId By, string? Statement, MemberId? Owner, DateTimeOffset? Due, DateTimeOffset? Review, Progress? Progress, DateTimeOffset At)
    : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before) => before.With(Id, proposal => proposal.Aftermath is not { } known ? proposal : proposal with
    {
        Aftermath = known with
        {
            Statement = Statement ?? known.Statement,
            Owner = Owner ?? known.Owner,
            Due = Due ?? known.Due,
            Review = Review ?? known.Review,
            Progress = Progress ?? known.Progress,
        },
    });
}

/// <summary>A member said what a decision came to.</summary>
public sealed record FollowedUp(DecisionId Id, MemberId By, FollowUp Answer, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => (By, At);

    private protected override Collective Change(Collective before) => before.With(Id, proposal => proposal with
    {
        Aftermath = proposal.Aftermath! with { Answers = proposal.Aftermath.Answers.SetItem(before.Members[By].Number, Answer) },
    });
}

/// <summary>The review of a decision passed unanswered.</summary>
public sealed record ReviewPassed(DecisionId Id, DateTimeOffset At) : CollectiveEvent
{
    private protected override Collective Change(Collective before) =>
        before.With(Id, proposal => proposal with { Aftermath = proposal.Aftermath! with { Progress = Progress.Sunset } });
}

/// <summary>An adopted decision whose review nobody answered for a month is asked about no longer.</summary>
internal static class AftermathDue
{
    public static Due? Of(Decision decision) => decision.Proposal?.Aftermath is { IsWatched: true } aftermath
        ? new Due(aftermath.Review + Aftermath.Patience, at => [new ReviewPassed(decision.Id, at)]) : null;
}
