using CivicBot.Core;
using CsCheck;

namespace CivicBot.Pure.Tests.Cores.Routing;

/// <summary>What holds whoever delegates to whom, in whatever order.</summary>
public class ResolvingAnyRoutes
{
    private static readonly Gen<History> Histories = History.Any(14);

    [Fact]
    public void Agrees_with_the_rules_read_one_member_at_a_time() => Histories.Sample(history =>
    {
        var routes = history.Resolve();
        foreach (var (member, (end, voter)) in new ByTheBook(history).Ends()) (routes.EndOf(member), routes.VoterOf(member)).ShouldBe((end, voter));
    }, iter: 20_000);

    /// <summary>Many edges, so that the order of acceptance has several digits, and few voters, so that they are full.</summary>
    [Fact]
    public void Agrees_with_them_on_many_holds() => Gen.Select(Gen.Int[0, 3].Array[3000], Gen.Int[0, 2999].Array[3000], Gen.Shuffle(Enumerable.Range(0, 3000).ToArray()))
        .Sample((near, far, order) =>
        {
            Act[] delegating = [.. order.Select(who => new Act.Delegates(who, Scope.Everything, who < 5 ? Edge.Nobody : near[who] == 0 ? far[who] : who / (near[who] * 4), 500, InPerson: false))];
            Act[] voting = [.. Enumerable.Range(0, 5).Select(who => new Act.Votes(who, Position.For))];
            var history = new History(3000, new Roll([.. Enumerable.Range(0, 3000)]), 3, [.. delegating, .. voting], [], Kept: false, Window: false, Cap: 300);
            var routes = history.Resolve();
            routes.Turnout[RouteEnd.Held].ShouldBeGreaterThan(0);
            foreach (var (member, (end, voter)) in new ByTheBook(history).Ends()) (routes.EndOf(member), routes.VoterOf(member)).ShouldBe((end, voter));
        }, iter: 3);

    [Fact]
    public void Counts_every_member_of_the_roll_exactly_once() => Histories.Sample(history =>
    {
        var routes = history.Resolve();
        var ends = history.Roll.Members.Select(member => routes.EndOf(member)!.Value).ToArray();
        var turnout = routes.Turnout;
        (turnout.Counted + turnout.Lost.Sum()).ShouldBe(history.Roll.Count);
        routes.Units.Values.Sum().ShouldBe(history.Roll.Count - turnout.Lost.Sum());
        turnout.Counted.ShouldBe(ends.Count(end => end == RouteEnd.Ballot));
        foreach (var end in Enum.GetValues<RouteEnd>().Where(end => end != RouteEnd.Ballot)) turnout[end].ShouldBe(ends.Count(other => other == end));
        turnout[RouteEnd.Ballot].ShouldBe(0);
        turnout.Silent.ShouldBeInRange(0, turnout[RouteEnd.NoBallot]);
        var units = history.Roll.Members.Select(routes.BallotOf).OfType<Ballot>().GroupBy(ballot => ballot).ToDictionary(alike => alike.Key, alike => alike.LongCount());
        routes.Units.OrderBy(unit => unit.Key.ToString()).ShouldBe(units.OrderBy(unit => unit.Key.ToString()));
    });

    [Fact]
    public void Lets_a_direct_vote_always_win() => Histories.Sample(history =>
    {
        var routes = history.Resolve();
        var now = history.Play().Now.Ballots;
        foreach (var member in history.Roll.Members.Where(member => now.Of(member) is not null))
        {
            (routes.EndOf(member), routes.VoterOf(member), routes.BallotOf(member)).ShouldBe((RouteEnd.Ballot, member, now.Of(member)!.Ballot));
        }
        routes.Turnout.Direct.ShouldBe(history.Roll.Members.Count(member => now.Of(member) is not null));
    });

    [Fact]
    public void Lets_nobody_carry_more_than_the_cap() => Histories.Sample(history =>
    {
        var routes = history.Resolve();
        if (history.Cap is { } cap) routes.Carriers.ShouldAllBe(carrier => carrier.Value <= cap);
        routes.Carriers.Sum(carrier => (long)carrier.Value).ShouldBe(routes.Turnout.Represented);
        foreach (var (carrier, count) in routes.Carriers) history.Roll.Members.Count(member => member != carrier && routes.EndOf(member) == RouteEnd.Ballot && routes.VoterOf(member) == carrier).ShouldBe(count);
    });

    [Fact]
    public void Does_not_depend_on_the_order_of_acceptance_where_there_is_no_cap() => (
        from history in Histories
        from order in Gen.Shuffle(Enumerable.Range(0, history.Before.Length).ToArray())
        select (history, order)).Sample((history, order) =>
        {
            // One edge for a slot, one ballot for a member, so that nothing replaces anything.
            var acts = order.Select(i => (Place: i, Act: history.Before[i])).Where(act => act.Act is Act.Delegates or Act.Votes)
                .DistinctBy(act => (act.Act.Who, (act.Act as Act.Delegates)?.Scope)).ToArray();
            var one = history with { Before = [.. acts.Select(act => act.Act)], Cap = null };
            var other = one with { Before = [.. acts.OrderBy(act => act.Place).Select(act => act.Act)] };
            Everything(other.Resolve(), history.Roll).ShouldBe(Everything(one.Resolve(), history.Roll));
        });

    [Fact]
    public void Does_not_depend_on_the_members_numbers() => (
        from history in Histories
        from numbers in Gen.Shuffle(Enumerable.Range(0, history.Members).ToArray())
        select (history, numbers)).Sample((history, numbers) =>
        {
            var (one, other) = (history.Resolve(), history.Relabel(numbers).Resolve());
            other.Turnout.ShouldBe(one.Turnout);
            other.Units.OrderBy(unit => unit.Key.ToString()).ShouldBe(one.Units.OrderBy(unit => unit.Key.ToString()));
            foreach (var member in history.Roll.Members) other.EndOf(numbers[member]).ShouldBe(one.EndOf(member));
        });

    [Fact]
    public void Shows_a_way_that_leads_to_the_voter() => Histories.Sample(history =>
    {
        var routes = history.Resolve();
        foreach (var member in history.Roll.Members)
        {
            var path = routes.PathOf(member).ToArray();
            path.Length.ShouldBeLessThanOrEqualTo(history.Roll.Count);
            if (routes.VoterOf(member) is { } voter && voter != member) (path[0].Delegator, path[^1].Edge.Delegate).ShouldBe((member, voter));
            if (routes.VoterOf(member) == member) path.ShouldBeEmpty();
        }
    });

    /// <summary>A chain, and a ring with a tail: no recursion, no search that grows.</summary>
    [Theory]
    [InlineData(false, RouteEnd.TooDeep)]
    [InlineData(true, RouteEnd.Cycle)]
    public void Ends_on_a_route_through_everyone(bool ring, RouteEnd expected)
    {
        const int members = 20_000;
        var edges = Delegations.Empty;
        for (var i = 0; i < members - 1; i++) edges = edges.With(i, Scope.Everything, i + 1, Voting.Start.AddDays(9));
        var ballots = BallotBox.Empty;
        if (ring) edges = edges.With(members - 1, Scope.Everything, members / 2, Voting.Start.AddDays(9));
        else ballots = ballots.With(members - 1, new CastAt(new Ballot.Stance(Position.For), Voting.Start));
        var routes = Routes.Resolve(new Roll([.. Enumerable.Range(0, members)]), Voting.Seven, null, new RoutesAt(Voting.Start, edges, ballots), null, window: false, cap: 3);
        routes.Turnout[expected].ShouldBe(ring ? members : members - 9);
        routes.Followed.ShouldBe(ring ? members : members - 1);
    }

    private static string Everything(Routes routes, Roll roll) => string.Join(' ', roll.Members.Select(member => $"{member}:{routes.EndOf(member)}/{routes.VoterOf(member)}/{routes.BallotOf(member)}"));
}
