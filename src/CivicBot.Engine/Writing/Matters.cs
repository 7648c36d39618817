using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Engine;

/// <summary>Whether and until when something matters to a member who is to be told of it.</summary>
internal static class Matters
{
    private static readonly TimeSpan InTheWindow = TimeSpan.FromHours(12);

    /// <summary>It concerns a running vote of whoever is told and comes once for each, so that it is not counted among the direct messages of a week.</summary>
    public static bool ConcernsOnesVote(Told told) => told is Told.RoutesFixed or Told.VoicesWait or Told.DrawnAsJuror;

    /// <summary>The votes under way in which a member is counted by a delegation, or could be.</summary>
    public static IEnumerable<DecisionId> RunningVotes(Collective state, Member member) => state.Running.Where(id =>
        state.Decisions[id] is { Phase: Phase.Voting, TakesDelegations: true, Roll: { } roll } vote && roll.Contains(member.Number) && vote.Ballots.Of(member.Number) is null);

    /// <summary>How a voice is counted is said while there is time to vote oneself, quiet hours or not.</summary>
    public static DateTimeOffset? Latest(Collective state, Told told) => told is Told.RoutesFixed routes ? state.Find(new DecisionId(routes.Decision))?.Fixed?.At + InTheWindow : null;

    /// <summary>What waited for the morning may be over by then.</summary>
    public static bool Still(Collective state, Member member, Told told, DateTimeOffset at) => told switch
    {
        Told.CloseIsNear near => Votes(state, near.Decision) is { } decision && IsUnheard(decision, Voices.Of(state, decision, at), member.Number),
        Told.RoutesFixed routes => Votes(state, routes.Decision) is { } decision && decision.Ballots.Of(member.Number) is null,
        Told.VoicesWait voices => Votes(state, voices.Decision) is { Fixed: null } decision && decision.Ballots.Of(member.Number) is null,
        Told.TextChanged changed => state.Find(new DecisionId(changed.Decision)) is { Phase: Phase.Support or Phase.Discussion, Proposal: { } proposal } decision
            && proposal.Supporters.GetValueOrDefault(member.Number, decision.Version) < decision.Version,
        Told.DrawnAsJuror drawn => state.Find(drawn.Part.Decision)?.Proposal?.Parts.GetValueOrDefault(drawn.Part.Number) is Objection { State: PartState.Open, Jury: { } jury }
            && !jury.Verdicts.ContainsKey(member.Number),
        _ => true,
    };

    /// <summary>On the roll, without a ballot, and nobody votes for him; whoever is told at the same moment how his voice is counted is told that already.</summary>
    public static bool IsUnheard(Decision decision, Routes voices, int member) =>
        decision.Roll!.Contains(member) && decision.Ballots.Of(member) is null && voices.EndOf(member) is not RouteEnd.Ballot
        && !(decision is { Fixed: not null, WindowBegins: not null } && voices.PathOf(member).Any());

    private static Decision? Votes(Collective state, int number) => state.Find(new DecisionId(number)) is { Phase: Phase.Voting } decision ? decision : null;
}
