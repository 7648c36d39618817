namespace CivicBot.Core;

/// <summary>The time in which a proposal finds support ends: without enough of it the proposal lapses. Silence where nobody objects is consent.</summary>
internal static class SupportDue
{
    public static Due? Of(Collective collective, Decision decision) => Due.First(DiscussionDue.VoteEnds(collective, decision), new Due(decision.ClosesAt, at => decision.Proposal! switch
    {
        { Preset: Preset.Lazy } proposal when proposal.Standing(decision.Version) >= proposal.Needed =>
            [new DecisionEnded(decision.Id, null, Outcome.Adopted, Reason.NobodyObjected, at), .. Adoption.Follow(collective, decision)],
        _ => [new DecisionEnded(decision.Id, null, Outcome.ExpiredUnsupported, Reason.TooFewSupporters, at)],
    }));

    /// <summary>What follows once a proposal is supported enough.</summary>
    public static IEnumerable<CollectiveEvent> Reached(Decision decision, DateTimeOffset at) => decision.Proposal!.Preset switch
    {
        Preset.Lazy => [],
        // Its text was fixed from the beginning: it waits for its place among the open votes and for nothing else.
        Preset.Urgent => [new PhaseEntered(decision.Id, Phase.Frozen, at, at, decision.Method, 0, [])],
        _ => [new PhaseEntered(decision.Id, Phase.Discussion, at, at + decision.Proposal.Lasts.Discussion, decision.Method, 0, [])],
    };
}
