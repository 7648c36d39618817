namespace CivicBot.Core;

/// <summary>Close a poll before its time: by whoever opened it, where its card said so.</summary>
public sealed record CloseVoting(DecisionId Id) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (!decision.IsRunning) return new Refusal.AlreadyClosed(Id, decision.ClosesAt, occasion.At);
        if (collective.MemberOf(occasion.By) is not { } member || member != decision.By) return new Refusal.NotTheOpener(Id);
        if (!decision.Rule.EarlyClose) return new Refusal.NoEarlyClose(Id, decision.ClosesAt);
        return Ruling.Of([.. Closing.Events(decision, member, occasion.At)]);
    }
}

/// <summary>What closing is made of: the end of voting, and in the same batch the result.</summary>
internal static class Closing
{
    public static IEnumerable<CollectiveEvent> Events(Decision decision, MemberId? by, DateTimeOffset ends) =>
    [
        new VotingClosed(decision.Id, by, ends),
        new ResultStored(decision.Id, Result.Of(decision with { ClosesAt = ends })),
    ];
}

/// <summary>Voting is over: at its deadline, or early <paramref name="By"/> whoever opened it.</summary>
public sealed record VotingClosed(DecisionId Id, MemberId? By, DateTimeOffset Ends) : CollectiveEvent
{
    private protected override Collective Change(Collective before) =>
        before.With(before.Decisions[Id] with { Phase = Phase.Closed, ClosesAt = Ends });
}

/// <summary>What was decided, kept as it was counted.</summary>
public sealed record ResultStored(DecisionId Id, Result Result) : CollectiveEvent
{
    private protected override Collective Change(Collective before) => before.With(before.Decisions[Id] with { Result = Result });
}
