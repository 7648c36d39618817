using CivicBot.Core;
using CivicBot.Pure.Tests.Cores.OnTheWay;
using CsCheck;

namespace CivicBot.Pure.Tests.Cores.Linking;

/// <summary>One person with two accounts: both say yes, and from then on there is one member with one vote (SEMANTICS 1).</summary>
public class LinkingTwoAccounts
{
    private static readonly DecisionId One = new(1);

    [Fact]
    public void Takes_two_yes()
    {
        var gathering = OnItsWay.Together();
        gathering.IsRefused("alice", new AnswerLink(Account("phone"))).ShouldBe(new Refusal.NoSuchLink());
        gathering.Does("phone", new AskLink(Account("alice")));
        gathering.Collective.MemberOf(Account("phone")).ShouldBeNull();
        gathering.IsRefused("bob", new AnswerLink(Account("phone"))).ShouldBe(new Refusal.NoSuchLink());
        gathering.Does("alice", new AnswerLink(Account("phone")));
        gathering.Collective.MemberOf(Account("phone")).ShouldBe(Gathering.Member("alice"));
        gathering.Collective.Members.Count.ShouldBe(5);
    }

    [Fact]
    public void Can_wait_ten_minutes()
    {
        var gathering = OnItsWay.Together();
        gathering.Does("phone", new AskLink(Account("alice")));
        gathering.Time += LinkRequest.Lasts;
        gathering.IsRefused("alice", new AnswerLink(Account("phone"))).ShouldBe(new Refusal.NoSuchLink());
    }

    [Fact]
    public void Is_done_once()
    {
        var gathering = Linked(OnItsWay.Together(), "alice", "phone");
        gathering.IsRefused("phone", new AskLink(Account("alice"))).ShouldBe(new Refusal.AlreadyLinked());
        gathering.IsRefused("alice", new AskLink(Account("alice"))).ShouldBe(new Refusal.AlreadyLinked());
    }

    [Theory]
    [InlineData("alice", "erin", Position.Against)]
    [InlineData("erin", "alice", Position.For)]
    public void Leaves_the_later_of_two_ballots(string first, string then, Position stands)
    {
        var gathering = OnItsWay.Voting();
        gathering.Does(first, new CastBallot(One, Gathering.Say(first == "alice" ? Position.For : Position.Against)));
        gathering.Does(then, new CastBallot(One, Gathering.Say(then == "alice" ? Position.For : Position.Against)));
        Linked(gathering, "alice", "erin");
        gathering.Decision().Ballots.Count.ShouldBe(1);
        gathering.Decision().Ballots.Of(0)!.Ballot.ShouldBe(Gathering.Say(stands));
        gathering.Decision().Ballots.Alike.ShouldBe(new Dictionary<Ballot, long> { [Gathering.Say(stands)] = 1 });
        gathering.Decision().Roll!.Count.ShouldBe(4);
    }

    /// <summary>Whoever was there first stays, whichever side said the last yes; and a ballot cast by the other account is changed by either.</summary>
    [Fact]
    public void Lets_either_account_act_for_the_one_member()
    {
        var gathering = OnItsWay.Voting();
        gathering.Does("erin", new CastBallot(One, Gathering.Say(Position.For)));
        Linked(gathering, "erin", "alice");
        var member = gathering.Collective.MemberOf(Account("erin"));
        member.ShouldBe(Gathering.Member("alice"));
        gathering.Does("alice", new CastBallot(One, Gathering.Say(Position.Against)));
        gathering.Decision().Ballots.Alike.Single().ShouldBe(KeyValuePair.Create(Gathering.Say(Position.Against), 1L));
        gathering.Collective.Members[Gathering.Member("erin")].Into.ShouldBe(member);
        gathering.Collective.Active(gathering.Time).ShouldBe(4);
    }

    [Fact]
    public void Puts_on_the_roll_whom_the_other_account_was_on_it_as()
    {
        var gathering = OnItsWay.Voting();
        gathering.Does("late", new JoinCollective(AsObserver: false));
        gathering.Does("erin", new CastBallot(One, Gathering.Say(Position.For)));
        Linked(gathering, "late", "erin");
        gathering.Decision().Roll!.Count.ShouldBe(5);
        gathering.Does("late", new CastBallot(One, Gathering.Say(Position.Against)));
        gathering.Decision().Ballots.Count.ShouldBe(1);
    }

    [Fact]
    public void Takes_two_supports_for_one_and_lets_either_edit_what_one_opened()
    {
        var gathering = OnItsWay.Together().Proposed(by: "erin");
        gathering.Does("bob", new Support(One));
        Linked(gathering, "bob", "erin");
        gathering.Decision().Proposal!.Supporters.Count.ShouldBe(1);
        gathering.Decision().By.ShouldBe(Gathering.Member("bob"));
        gathering.Does("bob", new Abandon(One));
    }

    [Fact]
    public void Keeps_of_two_delegations_the_one_accepted_last_and_none_to_oneself()
    {
        var gathering = OnItsWay.Together();
        foreach (var name in (string[])["bob", "carol", "dave"]) gathering.Does(name, new OpenToDelegations(null, NewTopic: false, Open: true));
        Entrust("alice", "bob");
        Entrust("erin", "carol");
        Entrust("dave", "erin");
        gathering.Does("erin", new OpenToDelegations(null, NewTopic: false, Open: true));
        Entrust("carol", "alice");
        Linked(gathering, "alice", "erin");
        var edges = gathering.Collective.Delegations;
        edges.Of(0, Scope.Everything)!.Value.Delegate.ShouldBe(2);
        edges.Of(4, Scope.Everything).ShouldBeNull();
        Linked(gathering, "alice", "carol");
        gathering.Collective.Delegations.Of(0, Scope.Everything).ShouldBeNull();

        void Entrust(string by, string to) => gathering.Does(by, new DelegateVote(Gathering.Member(to), null, false, null, null, false));
    }

    /// <summary>From E on voices are on their way: who is linked after it waits for the close.</summary>
    [Fact]
    public void Waits_for_the_close_of_what_counts_both_by_fixed_routes()
    {
        var gathering = OnItsWay.Voting();
        gathering.Pass(days: 6, hours: 1);
        gathering.Decision().Fixed.ShouldNotBeNull();
        gathering.Does("erin", new AskLink(Account("alice")));
        gathering.IsRefused("alice", new AnswerLink(Account("erin"))).ShouldBe(new Refusal.LinkLater(One, gathering.Decision().ClosesAt));
        gathering.Pass(days: 1);
        Linked(gathering, "alice", "erin");
    }

    [Fact]
    public void Changes_nothing_that_is_closed()
    {
        var gathering = OnItsWay.Voting();
        foreach (var name in OnItsWay.Five) gathering.Does(name, new CastBallot(One, Gathering.Say(Position.For)));
        gathering.Pass(days: 7);
        var before = gathering.Decision();
        Linked(gathering, "alice", "erin");
        gathering.Decision().Result.ShouldBe(before.Result);
        gathering.Decision().Ballots.ShouldBe(before.Ballots);
        gathering.Decision().Roll.ShouldBe(before.Roll);
    }

    [Fact]
    public void Can_be_undone_without_a_second_vote()
    {
        var gathering = Linked(OnItsWay.Together(), "alice", "phone");
        gathering.Do("alice", Gathering.Where());
        gathering.Does("phone", new CastBallot(One, Gathering.Choose(1)));
        gathering.IsRefused("bob", new Unlink(Account("phone"))).ShouldBe(new Refusal.NotYourAccount());
        gathering.Does("alice", new Unlink(Account("phone")));
        gathering.IsRefused("alice", new Unlink(Account("alice"))).ShouldBe(new Refusal.OnlyAccount());
        gathering.IsRefused("phone", new CastBallot(One, Gathering.Choose(2))).ShouldBe(new Refusal.VotedAsAnother(One));
        gathering.Poll.Ballots.Count.ShouldBe(1);
        gathering.Time += TimeSpan.FromSeconds(1);
        gathering.Do("alice", Gathering.Where());
        gathering.Does("phone", new CastBallot(new DecisionId(2), Gathering.Choose(2)));
        gathering.Collective.Members.Count.ShouldBe(6);
    }

    /// <summary>However people with one to three accounts vote, and whenever they link them: each person is counted once, by what he said last.</summary>
    [Fact]
    public void Counts_every_person_once() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[0, 3]).Array[1, 40].Sample(acts =>
        {
            var gathering = Gathering.With(Gathering.Where());
            var last = new Dictionary<int, int>();
            var linked = Enumerable.Range(0, 6).Select(_ => new HashSet<int>()).ToList();
            foreach (var (person, account, choice) in acts)
            {
                var name = $"p{person}-{account}";
                if (choice > 0)
                {
                    linked[person].Add(account);
                    // Saying the same again says nothing new.
                    if (!gathering.Vote(name, choice).Events.IsEmpty) last[person] = choice;
                }
                else if (account > 0 && gathering.Collective.MemberOf(Account($"p{person}-0")) is not null && gathering.Do(name, new AskLink(Account($"p{person}-0"))).Refusal is null)
                {
                    gathering.Does($"p{person}-0", new AnswerLink(Account(name)));
                }
            }
            // In the end everyone links all that he has.
            foreach (var person in last.Keys)
            {
                foreach (var account in linked[person].Order().Skip(1))
                {
                    var (one, other) = ($"p{person}-{linked[person].Min()}", $"p{person}-{account}");
                    if (gathering.Do(other, new AskLink(Account(one))).Refusal is null) gathering.Does(one, new AnswerLink(Account(other)));
                }
            }
            gathering.Poll.Ballots.ByMember.Select(cast => cast.Value.Ballot).GroupBy(ballot => ballot).ToDictionary(group => group.Key!, group => group.Count())
                .ShouldBe(last.Values.GroupBy(choice => choice).ToDictionary(group => Gathering.Choose(group.Key), group => group.Count()), ignoreOrder: true);
            gathering.Poll.Ballots.Alike.Values.Sum().ShouldBe(last.Count);
        }, iter: 200, threads: 1);

    private static AccountId Account(string name) => new($"practice:@{name}");

    private static Gathering Linked(Gathering gathering, string one, string other)
    {
        gathering.Does(other, new AskLink(Account(one)));
        gathering.Does(one, new AnswerLink(Account(other)));
        return gathering;
    }
}
