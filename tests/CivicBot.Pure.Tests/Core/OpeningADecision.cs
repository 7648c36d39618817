using CivicBot.Core;
using static CivicBot.Pure.Tests.Cores.Gathering;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>What a poll must be, and who may open it.</summary>
public class OpeningADecision
{
    private readonly Gathering gathering = new();

    [Fact]
    public void At_level_0_is_anyones_in_the_room_and_makes_him_a_member()
    {
        gathering.Do("alice", Where());
        gathering.Do("bob", Where()).Events.Select(happened => happened.GetType()).ShouldBe([typeof(MemberJoined), typeof(DecisionOpened)]);
        gathering.Collective.Decisions[new DecisionId(2)].By.ShouldBe(Member("bob"));
        gathering.Do("bob", Where()).Events.Select(happened => happened.GetType()).ShouldBe([typeof(DecisionOpened)]);
    }

    [Fact]
    public void Copies_its_rules_and_stands_at_level_0()
    {
        gathering.Do("alice", Where(Method.Approval, Mode.Sealed, change: false, max: 2));
        var poll = gathering.Poll;
        (poll.Level, poll.Method, poll.Mode, poll.Rule, poll.Version, poll.Phase)
            .ShouldBe((0, Method.Approval, Mode.Sealed, new DecisionRule(Change: false, EarlyClose: true, 2), 1, Phase.Voting));
        (poll.OpenedAt, poll.ClosesAt, poll.Room).ShouldBe((Noon, Noon.AddHours(2), 1));
    }

    [Fact]
    public void By_somebody_who_is_not_in_the_room_is_refused() =>
        gathering.Do("alice", Where(), Absent).Refusal.ShouldBe(new Refusal.NotInTheRoom());

    /// <summary>SECURITY 2: nothing is opened in private, and so nothing is founded there.</summary>
    [Fact]
    public void In_private_is_refused()
    {
        gathering.Do("alice", Where(), InPrivate).Refusal.ShouldBe(new Refusal.NotInTheRoom());
        gathering.Collective.IsFounded.ShouldBeFalse();
    }

    [Fact]
    public void In_another_room_of_the_place_links_that_room()
    {
        gathering.Do("alice", Where());
        gathering.Do("bob", Where(), occasion => occasion with { In = new RoomId("practice:annex") });
        gathering.Collective.Rooms[2].Room.ShouldBe(new RoomId("practice:annex"));
        gathering.Collective.Decisions[new DecisionId(2)].Room.ShouldBe(2);
        gathering.Do("bob", Where(), occasion => occasion with { In = new RoomId("practice:annex") }).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void Lasts_a_day_if_nothing_is_said()
    {
        gathering.Do("alice", Where() with { ClosesAt = null });
        gathering.Poll.ClosesAt.ShouldBe(Noon.AddHours(24));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public void That_would_be_over_at_once_is_refused(int seconds) =>
        gathering.Do("alice", Where(lasts: TimeSpan.FromSeconds(seconds))).Refusal.ShouldBe(new Refusal.ClosesInThePast(Noon.AddSeconds(seconds)));

    [Fact]
    public void For_a_second_and_for_sixty_days_is_possible()
    {
        gathering.Do("alice", Where(lasts: TimeSpan.FromSeconds(1))).Refusal.ShouldBeNull();
        gathering.Do("alice", Where(lasts: TimeSpan.FromDays(60))).Refusal.ShouldBeNull();
    }

    [Fact]
    public void For_longer_than_sixty_days_is_refused_with_the_latest_moment() =>
        gathering.Do("alice", Where(lasts: TimeSpan.FromDays(60) + TimeSpan.FromSeconds(1))).Refusal.ShouldBe(new Refusal.ClosesTooLate(Noon.AddDays(60)));

    [Fact]
    public void In_secret_needs_a_roll() =>
        gathering.Do("alice", Where(mode: Mode.Secret)).Refusal.ShouldBe(new Refusal.SecretNeedsARoll());

    [Fact]
    public void With_one_option_is_refused() =>
        gathering.Do("alice", Where() with { Options = ["Park"] }).Refusal.ShouldBe(new Refusal.TooFewOptions(1));

    [Fact]
    public void Takes_25_options_and_not_one_more()
    {
        static Values<string> Of(int count) => Enumerable.Range(1, count).Select(number => $"Option {number}").ToValues();
        gathering.Do("alice", Where() with { Options = Of(26) }).Refusal.ShouldBe(new Refusal.TooManyOptions(26, 25));
        gathering.Do("alice", Where() with { Options = Of(25) }).Refusal.ShouldBeNull();
    }

    [Fact]
    public void On_yes_or_no_takes_no_options_of_its_own()
    {
        gathering.Do("alice", Where(Method.YesNo) with { Options = ["Yes", "No"] }).Refusal.ShouldBe(new Refusal.YesNoHasItsOwnAnswers());
        gathering.Do("alice", Where(Method.YesNo)).Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void With_a_maximum_that_fits_no_ballot_is_refused(int max) =>
        gathering.Do("alice", Where(Method.Approval, max: max)).Refusal.ShouldBe(new Refusal.UnfitMax(max, 3));

    [Fact]
    public void With_a_maximum_where_one_chooses_one_is_refused() =>
        gathering.Do("alice", Where(max: 2)).Refusal.ShouldBe(new Refusal.UnfitMax(2, 3));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void With_a_maximum_within_the_options_is_possible(int max)
    {
        gathering.Do("alice", Where(Method.Approval, max: max)).Refusal.ShouldBeNull();
        gathering.Poll.Most.ShouldBe(max);
    }

    [Fact]
    public void Numbers_decisions_1_2_3_over_all_kinds()
    {
        gathering.Do("alice", Where());
        gathering.Do("bob", Where() with { Kind = "proposal" });
        gathering.Do("carol", Where());
        gathering.Collective.Decisions.Keys.Select(id => id.Number).ShouldBe([1, 2, 3]);
    }

    /// <summary>SECURITY 5, as far as level 0 goes: whoever is in the room when voting may vote, and nobody else.</summary>
    [Fact]
    public void Leaves_voting_to_those_in_the_room()
    {
        gathering.Do("alice", Where());
        gathering.Do("eve", new CastBallot(One, Choose(1)), Absent).Refusal.ShouldBe(new Refusal.NotInTheRoom());
        gathering.Collective.Members.Count.ShouldBe(1);
    }
}
