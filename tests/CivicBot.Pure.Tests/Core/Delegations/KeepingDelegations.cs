using CivicBot.Core;
using CsCheck;

namespace CivicBot.Pure.Tests.Cores.Routing;

/// <summary>Delegations as state: one for each member and scope, and what was kept of a moment stays as it was.</summary>
public class KeepingDelegations
{
    private static readonly DateTimeOffset Later = Voting.Start.AddDays(90);
    private static readonly Scope Topic = Scope.OfTopic(3);
    private static readonly Scope Seven = Scope.OfDecision(Voting.Seven);

    [Fact]
    public void Numbers_them_in_the_order_of_acceptance_and_never_twice()
    {
        var edges = Delegations.Empty.With(4, Scope.Everything, 5, Later).With(4, Topic, 6, Later, inPerson: true).Without(4, Topic).With(4, Topic, 6, Later);
        edges.Accepted.ShouldBe(3);
        edges.Of(4, Scope.Everything).ShouldBe(new Edge(5, 1, Later, InPerson: false));
        edges.Of(4, Topic).ShouldBe(new Edge(6, 3, Later, InPerson: false));
    }

    [Fact]
    public void Replaces_what_stood_in_the_slot()
    {
        var before = Delegations.Empty.With(4, Topic, 5, Later);
        var edges = before.With(4, Topic, Edge.Nobody, Later);
        edges.Of(4, Topic)!.Value.KeepsMyVote.ShouldBeTrue();
        edges.To(5).ShouldBeEmpty();
        before.Of(4, Topic)!.Value.Delegate.ShouldBe(5);
    }

    [Fact]
    public void Takes_out_one_or_a_whole_scope()
    {
        var edges = Delegations.Empty.With(4, Topic, 5, Later).With(6, Topic, 5, Later).With(4, Seven, 5, Later);
        edges.Without(4, Topic).To(5).Select(edge => (edge.Delegator, edge.Scope)).ShouldBe([(6, Topic), (4, Seven)]);
        edges.Without(Topic).To(5).Select(edge => (edge.Delegator, edge.Scope)).ShouldBe([(4, Seven)]);
        edges.Without(9, Topic).ShouldBeSameAs(edges);
    }

    [Fact]
    public void Lists_what_a_member_gave_and_what_he_got_widest_first()
    {
        var edges = Delegations.Empty.With(4, Seven, 5, Later).With(4, Topic, 6, Later).With(4, Scope.Everything, 5, Later).With(8, Scope.Everything, 4, Later);
        edges.From(4).Select(edge => edge.Key).ShouldBe([Scope.Everything, Topic, Seven]);
        edges.To(5).Select(edge => edge.Scope).ShouldBe([Scope.Everything, Seven]);
        edges.From(5).ShouldBeEmpty();
    }

    [Fact]
    public void Follows_the_narrowest_that_has_not_expired()
    {
        var edges = Delegations.Empty.With(4, Scope.Everything, 5, Later).With(4, Topic, 6, Voting.Start.AddHours(2)).With(4, Seven, 7, Voting.Start.AddHours(1));
        Scope? At(int hours, int? topic = 3, int decision = 7) => edges.Active(4, topic, new DecisionId(decision), Voting.Start.AddHours(hours))?.Scope;
        At(0).ShouldBe(Seven);
        At(1).ShouldBe(Topic);
        At(2).ShouldBe(Scope.Everything);
        At(0, topic: null).ShouldBe(Seven);
        At(0, decision: 8).ShouldBe(Topic);
        At(0, topic: 2, decision: 8).ShouldBe(Scope.Everything);
        edges.Active(5, 3, Voting.Seven, Voting.Start).ShouldBeNull();
    }

    [Fact]
    public void A_roll_knows_the_place_of_each_of_its_members() => Gen.Int[0, 700].HashSet[0, 200].Sample(numbers =>
    {
        var members = numbers.Order().ToArray();
        var roll = new Roll([.. members]);
        for (var number = -70; number < 900; number++) roll.IndexOf(number).ShouldBe(Array.IndexOf(members, number));
    });

    [Fact]
    public void Rolls_are_equal_by_their_members()
    {
        new Roll([1, 5, 90]).ShouldBe(new Roll([1, 5, 90]));
        new Roll([1, 5, 90]).GetHashCode().ShouldBe(new Roll([1, 5, 90]).GetHashCode());
        new Roll([1, 5, 90]).ShouldNotBe(new Roll([1, 6, 90]));
        Roll.Empty.ShouldBe(new Roll([]));
        Should.Throw<ArgumentException>(() => new Roll([5, 1]));
        Should.Throw<ArgumentException>(() => new Roll([5, 5]));
        Should.Throw<ArgumentException>(() => new Roll([-1]));
    }
}
