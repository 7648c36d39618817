using CivicBot.Core;

namespace CivicBot.Pure.Tests.Cores.Routing;

/// <summary>What members read about their voice: its way, who carries it, whom it waits for, and the three numbers of the turnout.</summary>
public class AskingWhereAVoiceIs
{
    [Theory]
    [InlineData("A→B→C, C yes", "A→B→C")]
    [InlineData("topic A→B, B→C, C yes", "A→B→C")]
    [InlineData("A→B→C, B no, C yes", "A→B")]
    [InlineData("A→B, A no", "A")]
    [InlineData("A→B→C→B", "A→B→C→B")]
    [InlineData("A→B in person, B→C, C yes", "A→B")]
    [InlineData("A→B, topic A→nobody", "A→nobody")]
    [InlineData("A→B expired", "A")]
    public void Shows_its_way(string told, string way)
    {
        var routes = new Voting().Tell(told).Close(null, window: false);
        var steps = routes.PathOf(Voting.Number('A')).ToArray();
        string.Concat(steps.Select(step => step.Edge.KeepsMyVote ? "→nobody" : $"→{(char)('A' + step.Edge.Delegate)}").Prepend("A")).ShouldBe(way);
        for (var i = 1; i < steps.Length; i++) steps[i].Delegator.ShouldBe(steps[i - 1].Edge.Delegate);
    }

    [Fact]
    public void Shows_the_scope_of_each_step() => new Voting().Tell("A→C, topic A→B, B→C, C yes").Close(null, window: false).PathOf(0).Select(step => step.Scope)
        .ShouldBe([Scope.OfTopic(Voting.Topic), Scope.Everything]);

    [Fact]
    public void Shows_its_way_up_to_the_cut()
    {
        var voting = new Voting().Tell("A→B→C, C yes");
        var start = voting.AtStart;
        voting.Tell("B revokes").Close(start, window: true).PathOf(0).Select(step => step.Edge.Delegate).ShouldBe([1]);
    }

    [Fact]
    public void Names_who_carries_it_and_how_many_he_carries()
    {
        var routes = new Voting().Tell("A→B→C, D→C, C yes, E→F, F no").Close(null, window: false);
        routes.VoterOf(0).ShouldBe(2);
        routes.VoterOf(2).ShouldBe(2);
        routes.CarriedBy(2).ShouldBe(3);
        routes.Carriers.ShouldBe([KeyValuePair.Create(2, 3), KeyValuePair.Create(5, 1)]);
    }

    /// <summary>A change after the routes were fixed moves one's own unit alone.</summary>
    [Fact]
    public void Tells_apart_a_voters_own_unit_and_those_he_carries()
    {
        var voting = new Voting().Tell("A→C, B→C, C yes");
        var start = voting.AtStart;
        var routes = voting.Tell("C no").Close(start, window: true);
        routes.Units.ShouldBe(new Dictionary<Ballot, long> { [new Ballot.Stance(Position.For)] = 2, [new Ballot.Stance(Position.Against)] = 1 }, ignoreOrder: true);
        routes.Turnout.ShouldBe(new Turnout(1, 2, new long[8].ToValues(), 0));
    }

    [Fact]
    public void Names_whom_it_waits_for() =>
        new Voting().Tell("A→B→C, D→C in person, E→F, topic F→nobody, G→H, H yes, I→I, topic J→nobody").Close(null, window: false).Awaited
            .ShouldBe([KeyValuePair.Create(2, 3), KeyValuePair.Create(5, 1)]);

    [Theory]
    [InlineData("A→B, C yes", 1, 0, 2, 1)]
    [InlineData("A→B expired, B yes", 1, 0, 1, 1)]
    [InlineData("A→B→C, C yes", 1, 2, 0, 0)]
    public void Tells_who_did_not_vote_from_who_lost_a_voice(string told, int direct, int represented, int none, int silent)
    {
        var turnout = new Voting().Tell(told).Close(null, window: false).Turnout;
        (turnout.Direct, turnout.Represented, turnout[RouteEnd.NoBallot], turnout.Silent).ShouldBe((direct, represented, none, silent));
    }

    [Theory]
    [InlineData("A→B, A no, B yes", "A withdraws", 0)]
    [InlineData("A no, B yes", "A withdraws", 1)]
    [InlineData("A→B, B yes", "A revokes", 0)]
    public void Has_lost_a_voice_who_had_delegated_it_when_routes_were_fixed(string told, string inside, int silent)
    {
        var voting = new Voting().Tell(told);
        var start = voting.AtStart;
        var turnout = voting.Tell(inside).Close(start, window: true).Turnout;
        (turnout[RouteEnd.NoBallot], turnout.Silent).ShouldBe((1, silent));
    }

    [Fact]
    public void Says_nothing_of_a_member_off_the_roll()
    {
        var routes = new Voting().Tell("A→B, B yes").Close(null, window: false, except: "A");
        routes.EndOf(0).ShouldBeNull();
        routes.VoterOf(0).ShouldBeNull();
        routes.BallotOf(0).ShouldBeNull();
        routes.PathOf(0).ShouldBeEmpty();
        (routes.CarriedBy(0), routes.CarriedBy(1)).ShouldBe((0, 0));
        routes.Turnout.Counted.ShouldBe(1);
    }

    /// <summary>A state folded from entries whose openings are erased knows that there was a ballot, and no more.</summary>
    [Fact]
    public void Counts_a_voter_whose_ballot_was_erased_in_the_turnout_alone()
    {
        var ballots = BallotBox.Empty.With(1, new CastAt(null, Voting.Start));
        var edges = Delegations.Empty.With(0, Scope.Everything, 1, Voting.Start.AddDays(9));
        var routes = Routes.Resolve(new Roll([0, 1]), Voting.Seven, null, new RoutesAt(Voting.Start, edges, ballots), null, window: false, cap: null);
        routes.Units.ShouldBeEmpty();
        (routes.Turnout.Direct, routes.Turnout.Represented).ShouldBe((1, 1));
    }
}
