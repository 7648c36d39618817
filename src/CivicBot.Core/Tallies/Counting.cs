namespace CivicBot.Core;

/// <summary>From the ballots of a decision that has closed to its result, by the rule that stood on its card.</summary>
public static class Counting
{
    /// <summary>Count a decision as it stands at close.</summary>
    public static Result Of(Collective collective, Decision decision) => decision switch
    {
        { Proposal: null } => Poll(decision),
        { Method: Method.Consent } => Consent(decision, decision.Proposal, decision.Roll!),
        _ => Binding(collective, decision, decision.Proposal, decision.Roll!),
    };

    /// <summary>The options among which only a lot can choose; empty where none is needed.</summary>
    internal static Values<int> TiedForALot(Collective collective, Decision decision) =>
        decision is { Proposal: not null, Method: Method.Schulze or Method.Approval } && Among(decision, Voices.Of(collective, decision, decision.ClosesAt)) is RivalsOutcome.NeedsLot level
            ? level.Tied : [];

    private static Result Poll(Decision decision)
    {
        var tally = Tally.Of(decision);
        Values<int> winners = tally.Voters == 0 || decision.Method is Method.YesNo ? []
            : Enumerable.Range(1, tally.Counts.Count).Where(option => tally.Counts[option - 1] == tally.Counts.Max()).ToValues();
        var outcome = tally.Voters == 0 ? Outcome.NobodyVoted
            : decision.Method is Method.YesNo ? YesNo.Simple(tally)
            : winners.Count > 1 ? Outcome.Level
            : Outcome.Leading;
        return new Result(decision.Method, tally.Voters, tally.Counts, winners, outcome, decision.ClosesAt);
    }

    private static Result Consent(Decision decision, Proposal proposal, Roll roll)
    {
        var tally = Tally.Of(decision);
        var terms = proposal.Terms.Consent;
        var blocked = Rounds.OpenObjections(proposal).Any();
        var answered = tally.Counts[(int)ConsentAnswer.Consent] + tally.Counts[(int)ConsentAnswer.Concern];
        var (outcome, reason) = blocked ? (Outcome.BlockedByObjection, Reason.ObjectionsStand)
            : answered < terms.Needed(roll.Count) ? (Outcome.NoQuorum, Reason.TooFewAnswers)
            : (Outcome.Adopted, Reason.Counted);
        return new Result(Method.Consent, decision.Ballots.Count, tally.Counts, [], outcome, decision.ClosesAt)
        {
            Reason = reason,
            Roll = roll.Count,
            Silent = roll.Count - decision.Ballots.Count,
        };
    }

    private static Result Binding(Collective collective, Decision decision, Proposal proposal, Roll roll)
    {
        var voices = Voices.Of(collective, decision, decision.ClosesAt);
        var (tally, winners, sides, tie) = Counted(decision, voices);
        var (outcome, reason) = Ruled(proposal, sides, voices.Turnout.Direct, roll.Count, fallback: proposal.Round > 0);
        if (outcome is Outcome.Adopted && proposal.Changes is { } change && collective.Rules.Of(change.Key) != change.From)
        {
            (outcome, reason) = (Outcome.Superseded, Reason.RuleIsAnother);
        }
        return new Result(decision.Method, voices.Turnout.Direct, tally, winners, outcome, decision.ClosesAt)
        {
            Reason = reason,
            Roll = roll.Count,
            Represented = voices.Turnout.Represented,
            Lost = Enum.GetValues<RouteEnd>().Where(why => why is not RouteEnd.Ballot && voices.Turnout[why] > 0).Select(why => new Lost(why, voices.Turnout[why])).ToValues(),
            Silent = voices.Turnout.Silent,
            Left = roll.Members.Count(member => collective[member].LeftAt is { } left && left >= decision.PhaseBegan && left <= decision.ClosesAt),
            Pair = decision.Method is Method.YesNo ? null : sides,
            Tie = tie,
            Lot = proposal.Lot,
        };
    }

    private static (Values<long> Counts, Values<int> Winners, Pair Sides, TieStep Tie) Counted(Decision decision, Routes voices)
    {
        if (decision.Method is Method.YesNo)
        {
            var counts = YesNo.Count(voices.Units).Counts;
            return (counts, [], new Pair(counts[0], counts[1], counts[2]), TieStep.None);
        }
        var tally = Tally.Of(decision, voices.Units);
        return Among(decision, voices) switch
        {
            RivalsOutcome.Chosen chosen => (tally.Counts, [chosen.Option], chosen.Pair, chosen.By),
            RivalsOutcome.NonePasses none => (tally.Counts, [], none.Pair, TieStep.None),
            _ => throw new InvalidOperationException("A lot decides first."),
        };
    }

    private static RivalsOutcome Among(Decision decision, Routes voices) => Rivals.Decide(decision.Method, voices.Units, decision.Options.Count,
        (@for, against) => decision.Proposal!.Terms.Majority.Passes(@for, against, decision.Roll!.Count), decision.Proposal!.Lot?.Order);

    private static (Outcome Outcome, Reason Reason) Ruled(Proposal proposal, Pair sides, long direct, int roll, bool fallback)
    {
        var terms = proposal.Terms;
        if (!terms.Quorum.Reached(sides.For, sides.Against, sides.Abstain, roll))
        {
            return (Outcome.NoQuorum, terms.Quorum.Kind is QuorumKind.Participation ? Reason.TooFewTookPart : Reason.TooFewFor);
        }
        if (terms.Delegation.On && direct < terms.MinDirect.Needed(roll)) return (Outcome.NoQuorum, Reason.TooFewDirect);
        var majority = fallback ? terms.Consent.Fallback! : terms.Majority;
        return (majority.Passes(sides.For, sides.Against, roll) ? Outcome.Adopted
            : sides.For == sides.Against && sides.For > 0 ? Outcome.TiedRejected
            : Outcome.Rejected, Reason.Counted);
    }
}
