namespace CivicBot.Core;

/// <summary>The time in which a proposal finds support ends: without enough of it the proposal lapses. Silence where nobody objects is consent.</summary>
internal static class SupportDue
{
    public static Due Of(Collective collective, Decision decision) => new(decision.ClosesAt, at => decision.Proposal! switch
    {
        { Preset: Preset.Lazy } proposal when proposal.Standing(decision.Version) >= proposal.Needed =>
            [new DecisionEnded(decision.Id, null, Outcome.Adopted, Reason.NobodyObjected, at), .. Adoption.Follow(collective, decision)],
        _ => [new DecisionEnded(decision.Id, null, Outcome.ExpiredUnsupported, Reason.TooFewSupporters, at)],
    });

    /// <summary>What follows once a proposal is supported enough.</summary>
    public static IEnumerable<CollectiveEvent> Reached(Decision decision, DateTimeOffset at) => decision.Proposal!.Preset switch
    {
        Preset.Lazy => [],
        // Its text was fixed from the beginning: it waits for its place among the open votes and for nothing else.
        Preset.Urgent => [new PhaseEntered(decision.Id, Phase.Frozen, at, at, decision.Method, 0, [])],
        _ => [new PhaseEntered(decision.Id, Phase.Discussion, at, at + Way.Discussion(decision.Proposal), decision.Method, 0, [])],
    };
}

/// <summary>How long the phases of a proposal last.</summary>
internal static class Way
{
    public static readonly TimeSpan UrgentSupport = TimeSpan.FromHours(24);
    public static readonly TimeSpan UrgentVoting = TimeSpan.FromHours(48);
    public static readonly TimeSpan Silence = TimeSpan.FromHours(72);
    public static readonly TimeSpan Round = TimeSpan.FromHours(72);

    /// <summary>A round's answer to objections: as long as its proposer may take, and as long as a new text is read before the next.</summary>
    public static readonly TimeSpan NewVersion = TimeSpan.FromDays(7);
    public static readonly TimeSpan Reading = TimeSpan.FromHours(24);

    /// <summary>Clarify for a day, react for a day.</summary>
    private static readonly TimeSpan Clarifying = TimeSpan.FromHours(48);

    public static TimeSpan Support(Preset preset, Rules terms) => preset switch
    {
        Preset.Urgent => UrgentSupport,
        Preset.Lazy => Silence,
        _ => terms.Durations.Support,
    };

    public static TimeSpan Discussion(Proposal proposal) => proposal.Preset is Preset.Consent ? Clarifying : proposal.Terms.Durations.Discussion;

    public static TimeSpan Voting(Proposal proposal) => proposal.Preset is Preset.Urgent ? UrgentVoting : proposal.Terms.Durations.Voting;
}
