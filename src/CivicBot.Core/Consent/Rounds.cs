namespace CivicBot.Core;

/// <summary>
/// Consent rounds (SEMANTICS 3.8): adopted is what nobody has a reasoned objection to; objections improve the text and are asked about again. Source: the
/// consent process of sociocracy.
/// </summary>
internal static class Rounds
{
    /// <summary>How long its proposer has for a version that answers the objections, and how long that is read before the next round.</summary>
    private static readonly TimeSpan Reading = TimeSpan.FromHours(24);
    private static readonly TimeSpan NewVersion = TimeSpan.FromDays(7);

    /// <summary>When the next round opens after a new version; further versions put it off no longer than a late one could.</summary>
    public static DateTimeOffset NextAfter(Decision decision, DateTimeOffset version)
    {
        var latest = decision.PhaseBegan + NewVersion + Reading;
        return version + Reading < latest ? version + Reading : latest;
    }

    public static IEnumerable<Objection> OpenObjections(Proposal proposal) => proposal.Parts.Values.OfType<Objection>().Where(part => part.State is PartState.Open or PartState.Accepted);

    /// <summary>Peers are still being drawn, or have not all answered.</summary>
    public static bool IsHeldUp(Decision decision) => Contested(decision.Proposal!).Any();

    /// <summary>The round closes when its time is over and no jury is out.</summary>
    public static DateTimeOffset ClosesAt(Decision decision) => decision.Proposal!.Parts.Values.OfType<Objection>()
        .Where(part => part.Round == decision.Proposal.Round && part.Jury is not null).Select(part => part.SettledAt).Append(decision.ClosesAt).Max()!.Value;

    /// <summary>A jury whose time is over says what it said.</summary>
    public static Due? JuryDue(Decision decision) => Contested(decision.Proposal!).Where(part => part.Jury is not null).MinBy(part => part.Jury!.Ends) is { } first
        ? new Due(first.Jury!.Ends, at => [Verdict(decision, first, at)]) : null;

    /// <summary>What a jury makes of an objection: two who see a preference turn it into a concern.</summary>
    public static PartSettled Verdict(Decision decision, Objection objection, DateTimeOffset at) => new(new PartId(decision.Id, objection.Number),
        objection.Jury!.Verdicts.Values.Count(verdict => verdict is Core.Verdict.Preference) >= 2 ? PartState.Concern : PartState.Accepted, null, at);

    /// <summary>Whoever consents after all no longer objects.</summary>
    public static IEnumerable<CollectiveEvent> Lifted(Decision decision, MemberId member, Ballot ballot, DateTimeOffset at) =>
        decision.Method is not Method.Consent || ballot is Ballot.Consent { Answer: ConsentAnswer.Object } ? [] : Withdrawn(decision, member, at);

    /// <summary>What a member had objected so far gives way.</summary>
    public static IEnumerable<CollectiveEvent> Withdrawn(Decision decision, MemberId member, DateTimeOffset at) =>
        OpenObjections(decision.Proposal!).Where(part => part.By == member).Select(part => new PartSettled(new PartId(decision.Id, part.Number), PartState.Withdrawn, member, at));

    /// <summary>The end of a round: adopted, or back to the text, or the fallback.</summary>
    public static IEnumerable<CollectiveEvent> Close(Collective collective, Decision decision, DateTimeOffset at)
    {
        var proposal = decision.Proposal!;
        if (!OpenObjections(proposal).Any()) return Closing.Events(collective, decision, null, at);
        return proposal.Round < proposal.Terms.Consent.Rounds
            ? [new PhaseEntered(decision.Id, Phase.Discussion, at, at + NewVersion, Method.Consent, proposal.Round, [])]
            : Fallback(collective, decision, at);
    }

    /// <summary>The end of a discussion between rounds: the next one about a new text, or the fallback where none came.</summary>
    public static IEnumerable<CollectiveEvent> AfterDiscussion(Collective collective, Decision decision, DateTimeOffset at)
    {
        var proposal = decision.Proposal!;
        return proposal.TextSince < decision.PhaseBegan ? [.. DiscussionDue.Lapsed(decision, at), .. Fallback(collective, decision, at)]
            :
            [
                .. AskedAnew(decision, at),
                .. DiscussionDue.Lapsed(decision, at),
                new PhaseEntered(decision.Id, Phase.Voting, at, at + proposal.Lasts.Voting, Method.Consent, proposal.Round + 1, []),
            ];
    }

    /// <summary>Each round asks anew about the text as it reads: what was objected before is not counted in it.</summary>
    public static IEnumerable<CollectiveEvent> AskedAnew(Decision decision, DateTimeOffset at) =>
        OpenObjections(decision.Proposal!).Select(part => new PartSettled(new PartId(decision.Id, part.Number), PartState.Superseded, null, at));

    private static IEnumerable<CollectiveEvent> Fallback(Collective collective, Decision decision, DateTimeOffset at)
    {
        var proposal = decision.Proposal!;
        if (proposal.Terms.Consent.Fallback is not null)
        {
            return [new PhaseEntered(decision.Id, Phase.Voting, at, at + proposal.Terms.Durations.Voting, Method.YesNo, proposal.Round, [])];
        }
        return decision.Phase is Phase.Voting ? Closing.Events(collective, decision, null, at)
            : [new DecisionEnded(decision.Id, null, Outcome.BlockedByObjection, Reason.NoNewVersion, at)];
    }

    private static IEnumerable<Objection> Contested(Proposal proposal) => proposal.Parts.Values.OfType<Objection>()
        .Where(part => part is { State: PartState.Open, WasContested: true } && part.Round == proposal.Round);
}
