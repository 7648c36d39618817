using CivicBot.Core;

namespace CivicBot.Pure.Tests.Cores.Routing;

/// <summary>SEMANTICS 2.4, 2.6 and 2.8 written down again as they are read, one member at a time and with recursion: what the fast way must agree with.</summary>
internal sealed class ByTheBook(History history)
{
    private readonly (RoutesAt? Before, RoutesAt Now) told = history.Play();

    private bool Fixed => history.Window && told.Before is not null;

    private RoutesAt Then => told.Before ?? told.Now;

    private BallotBox BallotsThen => Fixed ? Then.Ballots : told.Now.Ballots;

    /// <summary>Each member's end, and whose ballot it is.</summary>
    public Dictionary<int, (RouteEnd End, int? Voter)> Ends()
    {
        var held = Held();
        return history.Roll.Members.ToDictionary(member => member, member => AtClose(member, held));
    }

    private (RouteEnd, int?) AtClose(int member, HashSet<int> held)
    {
        if (told.Now.Ballots.Of(member) is not null) return (RouteEnd.Ballot, member);
        if (BallotsThen.Of(member) is not null) return (RouteEnd.NoBallot, null);
        var (end, voter, edges) = Follow(member, []);
        if (Fixed && edges.Select(edge => Cut(edge.Delegator, edge.Scope, edge.Edge)).FirstOrDefault(cut => cut is not null) is { } cut) return (cut, null);
        return end != RouteEnd.Ballot ? (end, null) : edges.Count > 8 ? (RouteEnd.TooDeep, null) : held.Contains(member) ? (RouteEnd.Held, voter) : (end, voter);
    }

    private HashSet<int> Held()
    {
        var carried = new Dictionary<int, int>();
        var held = new HashSet<int>();
        var complete = from member in history.Roll.Members
                       let route = Follow(member, [])
                       where route.End is RouteEnd.Ballot && route.Edges.Count is > 0 and <= 8
                       orderby route.Edges.Max(edge => edge.Edge.Accepted), route.Edges[0].Edge.Accepted
                       select (member, route.Voter);
        foreach (var (member, voter) in complete)
        {
            if (history.Cap is { } cap && carried.GetValueOrDefault(voter) >= cap) held.Add(member);
            else carried[voter] = carried.GetValueOrDefault(voter) + 1;
        }
        return held;
    }

    private (RouteEnd End, int Voter, List<Step> Edges) Follow(int member, List<Step> so)
    {
        if (BallotsThen.Of(member) is not null) return (RouteEnd.Ballot, member, so);
        if (so.Any(edge => edge.Delegator == member)) return (RouteEnd.Cycle, member, so);
        if (Then.Edges.Active(member, history.Topic, Voting.Seven, Then.At) is not var (scope, edge)) return (RouteEnd.NoBallot, member, so);
        if (!Fixed && Cut(member, scope, edge) is { } cut) return (cut, member, so);
        List<Step> route = [.. so, new Step(member, scope, edge)];
        return edge.KeepsMyVote ? (RouteEnd.Kept, member, route)
            : !history.Roll.Contains(edge.Delegate) ? (RouteEnd.DelegateGone, member, route)
            : edge.InPerson && BallotsThen.Of(edge.Delegate) is null ? (RouteEnd.InPersonOnly, member, route)
            : Follow(edge.Delegate, route);
    }

    private RouteEnd? Cut(int delegator, Scope scope, Edge edge)
    {
        var kept = Scope.Of(Voting.Seven, history.Topic).Where(other => other.Reach >= scope.Reach).Select(other => told.Now.Edges.Of(delegator, other))
            .Any(other => other is { KeepsMyVote: true, Accepted: var place } && place > Then.Edges.Accepted);
        var stands = told.Now.Edges.Of(delegator, scope) == edge && (Fixed || edge.Expires > told.Now.At);
        return kept ? RouteEnd.Kept : stands ? null : RouteEnd.NoBallot;
    }
}
