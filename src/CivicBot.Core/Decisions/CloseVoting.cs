namespace CivicBot.Core;

/// <summary>Close a poll before its time: by whoever opened it, where its card said so.</summary>
public sealed record CloseVoting(DecisionId Id) : DecisionCommand(Id)
{
    private protected override Ruling Rule(Collective collective, Decision decision, Occasion occasion)
    {
        if (!decision.IsRunning) return new Refusal.AlreadyClosed(Id, decision.ClosesAt, occasion.At);
        if (decision.IsBinding) return new Refusal.NobodyClosesIt(Id, decision.ClosesAt);
        if (collective.MemberOf(occasion.By) is not { } member || member != decision.By) return new Refusal.NotTheOpener(Id);
        if (!decision.Rule.EarlyClose) return new Refusal.NoEarlyClose(Id, decision.ClosesAt);
        return Ruling.Of([.. Closing.Events(collective, decision, member, occasion.At)]);
    }
}

/// <summary>What closing is made of: the end of voting, and in the same batch the result and what follows from it, or the lot that it waits for.</summary>
internal static class Closing
{
    public static IEnumerable<CollectiveEvent> Events(Collective collective, Decision decision, MemberId? by, DateTimeOffset ends)
    {
        var over = new VotingClosed(decision.Id, by, ends);
        yield return over;
        var closed = over.Apply(collective).Decisions[decision.Id];
        if (Counting.TiedForALot(collective, closed) is { Count: > 0 } tied)
        {
            yield return new DrawAwaited(decision.Id, null, tied, ends);
            yield break;
        }
        foreach (var happened in Results(collective, closed)) yield return happened;
    }

    /// <summary>The result and what follows from it.</summary>
    public static IEnumerable<CollectiveEvent> Results(Collective collective, Decision closed)
    {
        var result = Counting.Of(collective, closed);
        yield return new ResultStored(closed.Id, result);
        if (result.Outcome is not Outcome.Adopted) yield break;
        foreach (var happened in Adoption.Follow(collective, closed)) yield return happened;
    }
}

/// <summary>Voting is over: at its deadline, or early <paramref name="By"/> whoever opened it.</summary>
public sealed record VotingClosed(DecisionId Id, MemberId? By, DateTimeOffset Ends) : CollectiveEvent
{
    private protected override Collective Change(Collective before)
    {
        var decision = before.Decisions[Id];
        return before.With(decision with
        {
            Phase = Phase.Closed,
            ClosesAt = Ends,
            ClosesEarlyAt = null,
            AtClose = decision.IsBinding ? new RoutesAt(Ends, before.Delegations, decision.Ballots) : null,
        }) with { Delegations = before.Delegations.Without(Scope.OfDecision(Id)) };
    }
}

/// <summary>What was decided, kept as it was counted.</summary>
public sealed record ResultStored(DecisionId Id, Result Result) : CollectiveEvent
{
    private protected override Collective Change(Collective before)
    {
        var decision = before.Decisions[Id];
        return before.With(decision with
        {
            Phase = Phase.Closed,
            Result = Result,
            Proposal = decision.Proposal is not { } proposal || Result.Outcome is not Outcome.Adopted ? decision.Proposal
                : proposal with { Aftermath = new Aftermath(Result.ClosesAt + proposal.Review) },
        }) with { FreedAt = Result.ClosesAt > before.FreedAt ? Result.ClosesAt : before.FreedAt };
    }
}

/// <summary>What an adopted decision does by itself: a change of rule holds from this moment.</summary>
internal static class Adoption
{
    public static IEnumerable<CollectiveEvent> Follow(Collective collective, Decision decision)
    {
        if (decision.Proposal?.Changes is { } change) yield return new RuleChanged(change.Key, change.From, change.To, decision.Id);
    }
}

/// <summary>A rule of the collective is another from now on. Decisions that were proposed before keep what they copied.</summary>
public sealed record RuleChanged(string Key, string From, string To, DecisionId Decision) : CollectiveEvent
{
    private protected override Collective Change(Collective before) =>
        before with { Rules = before.Rules.With(Key, To) };
}
