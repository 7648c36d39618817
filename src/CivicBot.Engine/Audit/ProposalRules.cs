using CivicBot.Core;

namespace CivicBot.Engine;

/// <summary>What is wrong with events of proposals that neither time brought nor anybody's act: most of them come of nothing else.</summary>
internal static class ProposalRules
{
    private static readonly TimeSpan Notice = TimeSpan.FromHours(1);

    /// <summary>What is wrong with it; null if nothing is, or if it is none of these.</summary>
    /// <param name="unread">The decision in which somebody has just voted, if not all its ballots can be read any more.</param>
    public static string? Unlawful(CollectiveEvent happened, Collective state, DateTimeOffset at, DecisionId? unread) => happened switch
    {
        PhaseEntered entered => Way(state.Decisions[entered.Id], entered),
        PhaseMoved => "the end of a phase was moved, and nothing that moves it had happened",
        RollFixed roll => Roll(state, roll, at),
        RoutesFixed => "routes were fixed at another time than the rule says",
        RuleChanged => "a rule was changed that no adopted proposal changes",
        LotDrawn lot => Lot(state, lot),
        EarlyCloseSet early => Early(state.Decisions[early.Id], early, at, unread),
        VotingClosed { By: not null } closed when state.Decisions[closed.Id].IsBinding => "a binding vote was closed by somebody",
        DecisionEnded { By: { } by } ended when by != state.Decisions[ended.Id].By || ended.Outcome is not Outcome.Withdrawn => "it was ended by somebody who may not",
        DecisionEnded { By: null } => "it was ended before its time",
        DrawAwaited or PresetChanged or ReviewPassed or AmendmentRebased => "nothing had happened that brings it with it",
        PartSettled { By: null } => "a part was settled by nobody, before its time",
        PartSettled { By: { } by } settled when state.Decisions[settled.Part.Decision].Proposal?.Parts.GetValueOrDefault(settled.Part.Number) is Objection objection =>
            settled.State is PartState.Withdrawn && objection.By == by ? null : "an objection was settled by somebody who may not",
        DelegationMade made => !state.Members.TryGetValue(made.By, out var by) ? "the delegation is nobody's"
            : made.To is { } to && !state.Members.ContainsKey(to) ? "the delegate is nobody"
            : made is { Accepted: true, To: { } taken } && !IsOpen(state, state.Members[taken].Number, made.Scope) ? $"the delegation of member {by.Number + 1} holds without a yes of the delegate"
            : null,
        OfferAnswered answered => state.Offers.TryGetValue((state.Members[answered.Delegator].Number, answered.Scope), out var offer) && state.Roster[offer.Delegate] == answered.By
            ? null : "it answers a request that nobody made",
        Judged judged => state.Decisions[judged.Part.Decision].Proposal?.Parts.GetValueOrDefault(judged.Part.Number) is Objection { Jury: { } jury } && jury.Members.Contains(state.Members[judged.By].Number)
            ? null : "it was judged by somebody who was not drawn",
        PartBallotCast cast => state.Decisions[cast.Part.Decision].Proposal?.Parts.GetValueOrDefault(cast.Part.Number) is Amendment { Vote: { } vote } && vote.Voters.Contains(state.Members[cast.Voter].Number)
            ? null : "it was voted on by somebody who did not support the proposal",
        TopicNamed topic => topic.Number == state.Topics.Count + 1 ? null : $"topic {state.Topics.Count + 1} was next",
        _ => null,
    };

    private static string Way(Decision decision, PhaseEntered entered) =>
        decision.Proposal is null ? "only proposals go through phases"
        : entered.Phase is Phase.Voting ? "voting opened before its time"
        : decision.Phase is Phase.Support ? "it went on without the support it needs"
        : "a phase was entered before its time";

    /// <summary>A poll's roll is fixed as it opens; a proposal's only in its time.</summary>
    private static string? Roll(Collective state, RollFixed roll, DateTimeOffset at) =>
        state.Decisions[roll.Id] is { Proposal: null } poll && poll.OpenedAt == at && (roll.Part == 1) == (poll.Roll is null)
            ? roll.Members.SequenceEqual(Eligibility.Roll(state, state.Rules.PollsLevel, state.Rules.Idle, at).Skip(poll.Roll?.Count ?? 0).Take(roll.Members.Count).Select(member => member.Id))
                ? null : "somebody is on the roll who should not be, or is missing"
        : roll.Members.All(state.Members.ContainsKey) ? "a roll was fixed before its time" : "somebody is on the roll who is no member";

    private static bool IsOpen(Collective state, int member, Scope scope) => state.OpenTo.Contains((member, scope)) || state.OpenTo.Contains((member, Scope.Everything));

    /// <summary>Sealed ballots that were replaced are kept by nobody: what followed from them is only held against the rule for announcing.</summary>
    private static string? Early(Decision decision, EarlyCloseSet early, DateTimeOffset at, DecisionId? unread) =>
        unread != decision.Id ? "an early close was announced, and no vote had decided it"
        : decision is not { Proposal.Terms.EarlyClose: true } ? $"decision {decision.Id} closes early by no rule"
        : early.At is null ? decision.ClosesEarlyAt is null ? "no early close was announced" : null
        : early.At == at + Notice && early.At < (decision.WindowBegins ?? decision.ClosesAt) ? null
        : "an early close was announced for a time that no rule allows";

    /// <summary>Anyone can draw again what was drawn: the seed names the value of the beacon and the ledger as it stood.</summary>
    private static string? Lot(Collective state, LotDrawn lot)
    {
        var decision = state.Decisions[lot.Id];
        if (decision.Proposal?.Awaits.FirstOrDefault(awaited => awaited.Part == lot.Part) is not { } awaits) return "nothing waited for a draw";
        var order = Core.Lot.Order(Convert.FromHexString(lot.Seed), awaits.From);
        return order.Take(lot.Part is null ? order.Count : Jury.Size).SequenceEqual(lot.Order) ? null : "the order is not what the seed gives";
    }
}
