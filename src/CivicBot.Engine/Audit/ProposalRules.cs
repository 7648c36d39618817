using CivicBot.Core;

namespace CivicBot.Engine;

/// <summary>What the events of proposals, members and delegations must be, where they did not come of time alone.</summary>
internal static class ProposalRules
{
    /// <summary>What is wrong with it; null if nothing is, or if it is none of these.</summary>
    public static string? Unlawful(CollectiveEvent happened, Collective state, DateTimeOffset at) => happened switch
    {
        Supported supported => Decision(state, supported.Part.Decision, Phase.Support, Phase.Discussion, Phase.Frozen)
            ?? (state.Members.ContainsKey(supported.Member) ? null : "the supporter is nobody"),
        PhaseEntered entered => Way(state.Decisions[entered.Id], entered),
        RollFixed roll => Roll(state, roll, at),
        RuleChanged rule => Rule(state, rule),
        LotDrawn lot => Lot(state, lot),
        VotingClosed { By: not null } closed when state.Decisions[closed.Id].IsBinding => "a binding vote was closed by somebody",
        DecisionEnded { By: { } by } ended when by != state.Decisions[ended.Id].By || ended.Outcome is not Outcome.Withdrawn => "it was ended by somebody who may not",
        DecisionEnded { By: null } => "it was ended before its time",
        RoutesFixed => "routes were fixed at another time than the rule says",
        DelegationMade made => !state.Members.ContainsKey(made.By) ? "the delegation is nobody's"
            : made.To == made.By ? "a delegation leads back to whoever gave it"
            : made.To is { } to && !state.Members.ContainsKey(to) ? "the delegate is nobody"
            : made.Until - at > DelegationRule.Longest ? "a delegation lasts longer than any may"
            : null,
        OfferAnswered answered => state.Offers.TryGetValue((state.Members[answered.Delegator].Number, answered.Scope), out var offer) && state.Roster[offer.Delegate] == answered.By
            ? null : "it answers a request that nobody made",
        Judged judged => state.Decisions[judged.Part.Decision].Proposal?.Parts.GetValueOrDefault(judged.Part.Number) is Objection { Jury: { } jury } && jury.Members.Contains(state.Members[judged.By].Number)
            ? null : "it was judged by somebody who was not drawn",
        PartBallotCast cast => state.Decisions[cast.Part.Decision].Proposal?.Parts.GetValueOrDefault(cast.Part.Number) is Amendment { Vote: { } vote } && vote.Voters.Contains(state.Members[cast.Voter].Number)
            ? null : "it was voted on by somebody who did not support the proposal",
        Vouched vouched => vouched.By == vouched.For ? "somebody vouches for himself" : null,
        TopicNamed topic => topic.Number == state.Topics.Count + 1 ? null : $"topic {state.Topics.Count + 1} was next",
        _ => null,
    };

    private static string? Decision(Collective state, DecisionId id, params ReadOnlySpan<Phase> phases) =>
        state.Decisions[id] is { Proposal: not null } decision && phases.Contains(decision.Phase) ? null : $"decision {id} was past that";

    private static string? Way(Decision decision, PhaseEntered entered) =>
        decision.Proposal is not { } proposal ? "only proposals go through phases"
        : entered.Phase is Phase.Voting ? "voting opened before its time"
        : decision.Phase is not Phase.Support || (proposal.Standing(decision.Version) < proposal.Needed && !proposal.Parts.Values.Any(part => part is Objection)) ? "it went on without the support it needs"
        : null;

    /// <summary>A poll's roll is fixed as it opens; a proposal's only in its time.</summary>
    private static string? Roll(Collective state, RollFixed roll, DateTimeOffset at) =>
        state.Decisions[roll.Id] is { Proposal: null } poll && poll.OpenedAt == at && (roll.Part == 1) == (poll.Roll is null)
            ? roll.Members.SequenceEqual(Eligibility.Roll(state, state.Rules.PollsLevel, state.Rules.Idle, at).Skip(poll.Roll?.Count ?? 0).Take(roll.Members.Count).Select(member => member.Id))
                ? null : "somebody is on the roll who should not be, or is missing"
        : roll.Members.All(state.Members.ContainsKey) ? "a roll was fixed before its time" : "somebody is on the roll who is no member";

    private static string? Rule(Collective state, RuleChanged rule) =>
        state.Decisions.GetValueOrDefault(rule.Decision) is { Outcome: Outcome.Adopted, Proposal.Changes: { } change } && change == new RuleChange(rule.Key, rule.From, rule.To) && state.Rules.Of(rule.Key) == rule.From
            ? null : "a rule was changed that no adopted proposal changes";

    /// <summary>Anyone can draw again what was drawn: the seed names the value of the beacon and the ledger as it stood.</summary>
    private static string? Lot(Collective state, LotDrawn lot)
    {
        var decision = state.Decisions[lot.Id];
        if (decision.Proposal?.Awaits.FirstOrDefault(awaited => awaited.Part == lot.Part) is not { } awaits) return "nothing waited for a draw";
        var order = Core.Lot.Order(Convert.FromHexString(lot.Seed), awaits.From);
        return order.Take(lot.Part is null ? order.Count : Jury.Size).SequenceEqual(lot.Order) ? null : "the order is not what the seed gives";
    }
}
