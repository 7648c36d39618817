namespace CivicBot.Core;

/// <summary>A decision enters a phase.</summary>
/// <param name="Began">When, which may be before it could be recorded.</param>
/// <param name="Round">The consent round, from 1; 0 where there are none.</param>
/// <param name="Method">How the ballots of a vote are counted.</param>
/// <param name="Options">With rivals: the texts on the ballot, by the number of their part, 0 for the proposal itself. “Keep things as they are” comes last by itself.</param>
public sealed record PhaseEntered(DecisionId Id, Phase Phase, DateTimeOffset Began, DateTimeOffset Ends, Method Method, int Round, Values<int> Options) : CollectiveEvent
{
    private protected override Collective Change(Collective before)
    {
        var decision = before.Decisions[Id];
        var proposal = decision.Proposal!;
        var rivals = Options.Count == 0 ? [] : Options.Select(part => part == 0 ? decision.Title : ((Rival)proposal.Parts[part]).Title).Append(null).ToValues();
        return before.With(decision with
        {
            Phase = Phase,
            PhaseBegan = Began,
            ClosesAt = Ends,
            Phases = [.. decision.Phases.Where(plan => plan.Phase != Phase), new PhasePlan(Phase, Ends)],
            Method = Method,
            Options = rivals,
            // Each round asks anew.
            Ballots = Phase is Phase.Voting ? BallotBox.Empty : decision.Ballots,
            Fixed = null,
            ClosesEarlyAt = null,
            Proposal = proposal with { Round = Round, Admitted = true },
        });
    }
}

/// <summary>The end of a phase was moved. That of a vote only ever to later.</summary>
public sealed record PhaseMoved(DecisionId Id, DateTimeOffset Ends, MoveReason Why) : CollectiveEvent
{
    private protected override Collective Change(Collective before)
    {
        var decision = before.Decisions[Id];
        return before.With(decision with
        {
            ClosesAt = Ends,
            Phases = [.. decision.Phases.SkipLast(1), decision.Phases[^1] with { Ends = Ends }],
            WasExtended = decision.WasExtended || Why is MoveReason.LeadChanged,
            Proposal = decision.Proposal is not { } proposal ? null : Why switch
            {
                MoveReason.LateVersion => proposal with { Moves = proposal.Moves + 1 },
                MoveReason.SupportLacking => proposal with { Extended = true },
                _ => proposal,
            },
        });
    }
}

/// <summary>Why the end of a phase was moved.</summary>
public enum MoveReason
{
    /// <summary>A new version came shortly before the end of the discussion.</summary>
    LateVersion,

    /// <summary>Too few stood by the text at the end of the discussion.</summary>
    SupportLacking,

    /// <summary>The leading side changed in the last minutes of voting.</summary>
    LeadChanged,

    /// <summary>A new version answers the objections of a consent round.</summary>
    NewVersion,
}

/// <summary>The members who may vote, fixed as voting opens; long rolls come in several parts.</summary>
public sealed record RollFixed(DecisionId Id, int Part, int Of, Values<MemberId> Members) : CollectiveEvent
{
    private protected override Collective Change(Collective before)
    {
        var decision = before.Decisions[Id];
        IEnumerable<int> known = Part == 1 ? [] : decision.Roll!.Members;
        return before.With(decision with { Roll = new Roll([.. known.Concat(Members.Select(member => before.Members[member].Number)).Order()]) });
    }
}

/// <summary>A decision ended without a count: unsupported, withdrawn, blocked, or adopted by silence.</summary>
public sealed record DecisionEnded(DecisionId Id, MemberId? By, Outcome Outcome, Reason Reason, DateTimeOffset At) : CollectiveEvent
{
    private protected override (MemberId, DateTimeOffset)? Act => By is { } member ? (member, At) : null;

    private protected override Collective Change(Collective before)
    {
        var decision = before.Decisions[Id];
        return before.With(decision with
        {
            Phase = Phase.Closed,
            ClosesAt = At,
            Ended = new Ending(Outcome, Reason, At),
            Proposal = decision.Proposal! with { Awaits = [], Aftermath = Outcome is Outcome.Adopted ? new Aftermath(At + decision.Proposal.Review) : null },
        }) with { FreedAt = At > before.FreedAt ? At : before.FreedAt };
    }
}
