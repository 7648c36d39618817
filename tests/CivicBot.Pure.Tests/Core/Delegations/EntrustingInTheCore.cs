using CivicBot.Core;

namespace CivicBot.Pure.Tests.Cores.Routing;

/// <summary>How delegations come about and end (SEMANTICS 2.1, 2.2, 2.6).</summary>
public class EntrustingInTheCore
{
    private static readonly MemberId Ana = Gathering.Member("ana");
    private static readonly MemberId Bo = Gathering.Member("bo");
    private static readonly MemberId Cleo = Gathering.Member("cleo");

    [Fact]
    public void Waits_for_a_yes()
    {
        var gathering = Garden();
        gathering.Do("ana", To(Bo)).Recorded.ShouldBe(new DelegationMade(Ana, Scope.Everything, Bo, Gathering.Noon.AddDays(180), InPerson: false, Accepted: false, Gathering.Noon));
        Edge(gathering, "ana").ShouldBeNull();
        gathering.Do("bo", new AnswerOffer(Ana, Accept: true)).Recorded.ShouldBe(new OfferAnswered(Bo, Ana, Scope.Everything, true, Gathering.Noon));
        Edge(gathering, "ana").ShouldBe(new Edge(Number(gathering, "bo"), 1, Gathering.Noon.AddDays(180), InPerson: false));
        gathering.Collective.Offers.ShouldBeEmpty();
    }

    [Fact]
    public void A_no_leaves_nothing()
    {
        var gathering = Garden();
        gathering.Do("ana", To(Bo));
        gathering.Do("bo", new AnswerOffer(Ana, Accept: false)).Refusal.ShouldBeNull();
        Edge(gathering, "ana").ShouldBeNull();
        gathering.Do("bo", new AnswerOffer(Ana, Accept: true)).Refusal.ShouldBe(new Refusal.NoSuchOffer(Ana));
    }

    [Fact]
    public void A_no_may_come_later_and_a_yes_twice_changes_nothing()
    {
        var gathering = Garden();
        gathering.Do("ana", To(Bo));
        gathering.Do("bo", new AnswerOffer(Ana, true));
        gathering.Do("bo", new AnswerOffer(Ana, true)).ShouldBe(Ruling.Unchanged);
        gathering.Do("bo", new AnswerOffer(Ana, false)).Recorded.ShouldBe(new DelegationEnded(Ana, Scope.Everything, Bo, Gathering.Noon));
        Edge(gathering, "ana").ShouldBeNull();
    }

    [Fact]
    public void One_yes_answers_all_that_one_asks()
    {
        var gathering = Garden();
        gathering.Do("ana", To(Bo));
        gathering.Do("ana", To(Bo, topic: "housing"));
        gathering.Do("bo", new AnswerOffer(Ana, true)).Events.OfType<OfferAnswered>().Select(answered => answered.Scope).ShouldBe([Scope.Everything, Scope.OfTopic(1)], ignoreOrder: true);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "housing", true)]
    [InlineData("housing", "housing", true)]
    [InlineData("housing", null, false)]
    [InlineData("gardens", "housing", false)]
    public void Holds_at_once_where_the_delegate_is_open_to_it(string? open, string? topic, bool holds)
    {
        var gathering = Garden();
        gathering.Do("bo", new OpenToDelegations(open, NewTopic: true, Open: true)).Refusal.ShouldBeNull();
        gathering.Do("ana", To(Bo, topic: topic)).Events.OfType<DelegationMade>().Single().Accepted.ShouldBe(holds);
    }

    [Fact]
    public void Is_open_until_it_is_not()
    {
        var gathering = Garden();
        gathering.Do("bo", new OpenToDelegations(null, false, true)).Recorded.ShouldBe(new OpenedToDelegations(Bo, Scope.Everything, true, Gathering.Noon));
        gathering.Do("bo", new OpenToDelegations(null, false, true)).ShouldBe(Ruling.Unchanged);
        gathering.Do("bo", new OpenToDelegations(null, false, false)).Refusal.ShouldBeNull();
        gathering.Do("ana", To(Bo));
        Edge(gathering, "ana").ShouldBeNull();
        gathering.Do("bo", new OpenToDelegations("housing", false, true)).Refusal.ShouldBe(new Refusal.NoSuchTopic("housing"));
        gathering.Do("stranger", new OpenToDelegations(null, false, true)).Refusal.ShouldBe(new Refusal.MembersOnly());
    }

    [Fact]
    public void The_latest_replaces_what_stood_in_its_slot()
    {
        var gathering = Garden("bo", "cleo");
        gathering.Do("ana", To(Bo));
        gathering.Do("ana", To(Bo, topic: "housing"));
        gathering.Do("ana", To(Cleo));
        Edge(gathering, "ana")!.Value.Delegate.ShouldBe(Number(gathering, "cleo"));
        Edge(gathering, "ana", Scope.OfTopic(1))!.Value.Delegate.ShouldBe(Number(gathering, "bo"));
    }

    [Fact]
    public void What_holds_goes_on_holding_until_another_says_yes()
    {
        var gathering = Garden("bo");
        gathering.Do("ana", To(Bo));
        gathering.Do("ana", To(Cleo));
        Edge(gathering, "ana")!.Value.Delegate.ShouldBe(Number(gathering, "bo"));
        gathering.Do("cleo", new AnswerOffer(Ana, true));
        Edge(gathering, "ana")!.Value.Delegate.ShouldBe(Number(gathering, "cleo"));
    }

    [Fact]
    public void The_same_again_lasts_longer_and_is_as_old_as_it_was()
    {
        var gathering = Garden("bo");
        gathering.Do("ana", To(Bo));
        gathering.Do("bo", new OpenToDelegations(null, false, false));
        gathering.Do("ana", To(Bo)).ShouldBe(Ruling.Unchanged);
        gathering.Time += TimeSpan.FromDays(10);
        gathering.Do("ana", To(Bo)).Recorded.ShouldBe(new DelegationRenewed(Ana, Scope.Everything, gathering.Time.AddDays(180), gathering.Time));
        Edge(gathering, "ana").ShouldBe(new Edge(Number(gathering, "bo"), 1, gathering.Time.AddDays(180), InPerson: false));
    }

    /// <summary>Whoever is asked for anew is who is meant: an older question to somebody else no longer stands.</summary>
    [Fact]
    public void The_same_again_takes_back_what_was_asked_of_another()
    {
        var gathering = Garden("bo");
        gathering.Do("ana", To(Bo));
        gathering.Do("ana", To(Cleo));
        gathering.Do("ana", To(Bo)).Recorded.ShouldBeOfType<DelegationRenewed>();
        gathering.Do("cleo", new AnswerOffer(Ana, true)).Refusal.ShouldBe(new Refusal.NoSuchOffer(Ana));
        Edge(gathering, "ana")!.Value.Delegate.ShouldBe(Number(gathering, "bo"));
    }

    [Fact]
    public void What_has_expired_is_asked_for_again()
    {
        var gathering = Garden("bo");
        gathering.Do("ana", To(Bo, until: Gathering.Noon.AddDays(1)));
        gathering.Do("bo", new OpenToDelegations(null, false, false));
        gathering.Time += TimeSpan.FromDays(1);
        gathering.Do("ana", To(Bo)).Recorded.ShouldBeOfType<DelegationMade>().Accepted.ShouldBeFalse();
        gathering.Time += TimeSpan.FromDays(180);
        gathering.Do("bo", new AnswerOffer(Ana, true)).Refusal.ShouldBe(new Refusal.NoSuchOffer(Ana));
    }

    [Fact]
    public void Nobody_keeps_a_vote_on_a_topic_and_needs_no_yes()
    {
        var gathering = Garden();
        gathering.Do("ana", To(null, topic: "housing")).Refusal.ShouldBeNull();
        Edge(gathering, "ana", Scope.OfTopic(1))!.Value.KeepsMyVote.ShouldBeTrue();
        gathering.Do("ana", To(null)).Refusal.ShouldBe(new Refusal.NobodyNeedsAScope());
    }

    /// <summary>Vector 14.</summary>
    [Fact]
    public void To_oneself_is_refused() => Garden().Do("ana", To(Ana)).ShouldSatisfyAllConditions(
        ruling => ruling.Refusal.ShouldBe(new Refusal.NotToYourself()), ruling => ruling.Events.ShouldBeEmpty());

    [Fact]
    public void A_ring_may_be_made()
    {
        var gathering = Garden("ana", "bo");
        gathering.Do("ana", To(Bo)).Refusal.ShouldBeNull();
        gathering.Do("bo", To(Ana)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Is_refused_for_good_reasons()
    {
        var gathering = Garden();
        gathering.Do("cleo", new JoinCollective(true));
        gathering.Do("cleo", To(Bo)).Refusal.ShouldBe(new Refusal.ObserversCannot());
        gathering.Do("cleo", new OpenToDelegations(null, false, true)).Refusal.ShouldBe(new Refusal.ObserversCannot());
        gathering.Do("ana", To(Cleo)).Refusal.ShouldBe(new Refusal.NotToAnObserver(Cleo));
        gathering.Do("ana", To(Gathering.Member("stranger"))).Refusal.ShouldBe(new Refusal.NoSuchMember());
        gathering.Do("ana", To(Bo, topic: "housing") with { NewTopic = false }).Refusal.ShouldBe(new Refusal.NoSuchTopic("housing"));
        gathering.Do("ana", To(Bo, until: Gathering.Noon)).Refusal.ShouldBe(new Refusal.ClosesInThePast(Gathering.Noon));
        gathering.Do("ana", To(Bo, until: Gathering.Noon.AddDays(366))).Refusal.ShouldBe(new Refusal.UntilTooLate(Gathering.Noon.AddDays(365)));
        gathering.Do("ana", To(Bo) with { Decision = new DecisionId(9) }).Refusal.ShouldBe(new Refusal.NoSuchDecision(new DecisionId(9), 0));
        gathering.Do("alice", Gathering.Where());
        gathering.Do("ana", To(Bo) with { Decision = Gathering.One }).Refusal.ShouldBe(new Refusal.EachForHimself(Gathering.One));
        gathering.Do("stranger", To(Bo), Gathering.Absent).Refusal.ShouldBe(new Refusal.NotInTheRoom());
        gathering.Collective = gathering.Collective with { Rules = gathering.Collective.Rules.With("delegation", "off") };
        gathering.Do("ana", To(Bo)).Refusal.ShouldBe(new Refusal.DelegationIsOff());
        new DelegateVote(Bo, null, false, null, null, false).Decide(Collective.Empty, Gathering.By("ana", Gathering.Noon)).Refusal.ShouldBe(new Refusal.NothingFounded());
    }

    [Fact]
    public void Makes_a_member_of_whoever_entrusts_first()
    {
        var gathering = Garden("bo");
        gathering.Do("dora", To(Bo)).Events.Select(happened => happened.GetType()).ShouldBe([typeof(MemberJoined), typeof(DelegationMade)]);
    }

    [Fact]
    public void Thirty_topics_are_enough_and_equal_words_are_one()
    {
        var gathering = Garden("bo");
        for (var i = 0; i < 30; i++) gathering.Do("ana", To(Bo, topic: $"topic {i}")).Refusal.ShouldBeNull();
        gathering.Do("ana", To(Bo, topic: "one more")).Refusal.ShouldBe(new Refusal.TooManyTopics(30));
        gathering.Do("ana", To(null, topic: "#TOPIC 7")).Events.OfType<TopicNamed>().ShouldBeEmpty();
        Edge(gathering, "ana", Scope.OfTopic(8))!.Value.KeepsMyVote.ShouldBeTrue();
    }

    [Fact]
    public void Is_taken_back_at_any_time()
    {
        var gathering = Garden("bo");
        gathering.Do("ana", To(Bo));
        gathering.Do("ana", To(Cleo));
        gathering.Do("ana", new Undelegate(Scope.Everything)).Recorded.ShouldBe(new DelegationEnded(Ana, Scope.Everything, Ana, Gathering.Noon));
        Edge(gathering, "ana").ShouldBeNull();
        gathering.Collective.Offers.ShouldBeEmpty();
        gathering.Do("ana", new Undelegate(Scope.Everything)).Refusal.ShouldBe(new Refusal.NoSuchDelegation());
        gathering.Do("stranger", new Undelegate(Scope.Everything)).Refusal.ShouldBe(new Refusal.MembersOnly());
    }

    [Fact]
    public void For_one_decision_it_waits_no_longer_than_that()
    {
        var gathering = Garden();
        gathering.Do("alice", new Propose("A bike", null)).Refusal.ShouldBeNull();
        gathering.Do("ana", To(Bo) with { Decision = Gathering.One, Until = Gathering.Noon.AddDays(2) }).Events.OfType<DelegationMade>().Single().Until.ShouldBe(Gathering.Noon.AddDays(365));
        gathering.Time += TimeSpan.FromDays(15);
        gathering.Do("bo", new AnswerOffer(Ana, true)).Refusal.ShouldBe(new Refusal.NoSuchOffer(Ana));
    }

    private static DelegateVote To(MemberId? to, string? topic = null, DateTimeOffset? until = null) => new(to, topic, NewTopic: true, null, until, InPerson: false);

    /// <param name="open">Who takes voices without being asked.</param>
    private static Gathering Garden(params string[] open)
    {
        var gathering = new Gathering();
        gathering.Do("alice", new Found("Garden", "en", "Europe/Paris"));
        foreach (var name in new[] { "ana", "bo", "cleo" }) gathering.Do(name, new JoinCollective(false)).Refusal.ShouldBeNull();
        foreach (var name in open) gathering.Do(name, new OpenToDelegations(null, false, true)).Refusal.ShouldBeNull();
        return gathering;
    }

    private static int Number(Gathering gathering, string name) => gathering.Collective.Members[Gathering.Member(name)].Number;

    private static Edge? Edge(Gathering gathering, string name, Scope? scope = null) => gathering.Collective.Delegations.Of(Number(gathering, name), scope ?? Scope.Everything);
}
