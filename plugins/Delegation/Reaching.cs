using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>Which delegations a command names, and which decisions one reaches.</summary>
internal static class Reaching
{
    /// <summary>Those of the reader's that <c>topic:</c> or <c>decision:</c> name; where neither does, that on everything.</summary>
    public static IEnumerable<DelegationView> Named(Asked asked, CollectiveView view) => view.MyDelegations.Where(delegation => delegation.Scope.Reach switch
    {
        Reach.Decision => asked.Number("decision") == delegation.Scope.Number,
        Reach.Topic => !asked.Has("decision") && asked.Has("topic") && delegation.Topic is { } topic && TypedText.Loose(topic) == TypedText.Loose(asked.Text("topic").TrimStart('#')),
        _ => !asked.Has("decision") && !asked.Has("topic"),
    });

    public static bool Reaches(this DelegationView delegation, DecisionView decision) => delegation.Scope.Reach switch
    {
        Reach.Decision => delegation.Scope.Number == decision.Number,
        Reach.Topic => delegation.Topic is not null && delegation.Topic == decision.Proposal?.Topic,
        _ => true,
    };

    /// <summary>What is being voted on, in which the reader may vote, has not, and could be represented.</summary>
    public static IEnumerable<DecisionView> OpenToMe(this CollectiveView view, DelegationView reachedBy) => view.Decisions.Where(decision =>
        decision is { IsRunning: true, Phase: Phase.Voting, TakesDelegations: true, OnTheRoll: true, MyBallot: null } && reachedBy.Reaches(decision));
}
