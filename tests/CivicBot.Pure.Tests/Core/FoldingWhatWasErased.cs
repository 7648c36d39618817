using CivicBot.Core;
using static CivicBot.Pure.Tests.Cores.Gathering;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>History without its openings still folds: numbers, times and results stand, what was said is unknown.</summary>
public class FoldingWhatWasErased
{
    private static readonly DecisionOpened Opened = new(One, "poll", Member("alice"), 1, null, null, [null, "Café", null], Method.Single, Mode.Sealed, 0,
        [new PhasePlan(Phase.Voting, Noon.AddHours(2))], new DecisionRule(true, true), Noon);

    private static readonly CollectiveEvent[] Joined = [new MemberJoined(Member("bob"), null, null, Noon), new MemberJoined(Member("carol"), null, null, Noon)];

    private readonly Gathering gathering = new()
    {
        Collective = Collective.Empty.Apply(new CollectiveFounded(null, "fr", "UTC", Rules.Default), new RoomLinked(1, null, null, null, null),
            new MemberJoined(Member("alice"), null, null, Noon), Opened),
    };

    [Fact]
    public void Keeps_numbers_and_forgets_words()
    {
        var collective = gathering.Collective;
        (collective.IsFounded, collective.Name, collective.Founder).ShouldBe((true, null, Member("alice")));
        collective.Rooms[1].Room.ShouldBeNull();
        collective.Accounts.ShouldBeEmpty();
        collective.Members[Member("alice")].ShouldSatisfyAllConditions(member => member.Name.ShouldBeNull(), member => member.Accounts.ShouldBeEmpty());
        gathering.Poll.Title.ShouldBeNull();
        gathering.Poll.Options.ShouldBe([null, "Café", null]);
    }

    [Fact]
    public void Lets_an_option_be_chosen_by_its_number_all_the_same()
    {
        gathering.Vote("bob", 3).Refusal.ShouldBeNull();
        gathering.Poll.Ballots.Count.ShouldBe(1);
    }

    [Fact]
    public void Counts_who_voted_and_no_choice_that_is_unknown()
    {
        gathering.Collective = gathering.Collective.Apply([.. Joined, new BallotCast(One, Member("bob"), null, Noon), new BallotCast(One, Member("carol"), Choose(2), Noon)]);
        gathering.Poll.Ballots.Count.ShouldBe(2);
        Tally.Of(gathering.Poll).ShouldBe(new Tally([0, 1, 0], 1));
    }

    [Fact]
    public void Counts_a_replaced_ballot_once_whichever_of_them_is_unknown()
    {
        gathering.Collective = gathering.Collective.Apply([.. Joined, new BallotCast(One, Member("bob"), null, Noon), new BallotCast(One, Member("bob"), Choose(2), Noon),
            new BallotCast(One, Member("carol"), Choose(2), Noon), new BallotCast(One, Member("carol"), null, Noon)]);
        Tally.Of(gathering.Poll).ShouldBe(new Tally([0, 1, 0], 1));
        gathering.Collective = gathering.Collective.Apply(new BallotWithdrawn(One, Member("carol"), Noon), new BallotWithdrawn(One, Member("bob"), Noon));
        gathering.Poll.Ballots.Alike.ShouldBeEmpty();
        gathering.Poll.Ballots.EverCast.ShouldBeTrue();
    }

    [Fact]
    public void Takes_the_result_as_it_was_stored()
    {
        var stored = new Result(Method.Single, 40, [30, 10, 0], [1], Outcome.Leading, Noon.AddHours(2));
        gathering.Collective = gathering.Collective.Apply(new VotingClosed(One, null, Noon.AddHours(2)), new ResultStored(One, stored));
        gathering.Poll.Result.ShouldBe(stored);
    }

    /// <summary>An account whose opening is gone acts again as somebody new: nobody inherits an erased member.</summary>
    [Fact]
    public void Makes_a_new_member_of_an_account_that_was_erased()
    {
        gathering.Do("alice", new CastBallot(One, Choose(2)), occasion => occasion with { IfNew = new MemberId("new") })
            .Events[0].ShouldBe(new MemberJoined(new MemberId("new"), new AccountId("practice:@alice"), "alice", Noon));
    }
}

/// <summary>The platform gave a room a new key.</summary>
public class MovingARoom
{
    [Fact]
    public void Keeps_its_number_and_takes_its_place_along()
    {
        var gathering = With(Where());
        gathering.Do("clock", new MoveRoom(new RoomId("practice:room"), new RoomId("practice:new")));
        gathering.Collective.Rooms.Count.ShouldBe(1);
        gathering.Collective.Rooms[1].ShouldBe(new LinkedRoom(1, new RoomId("practice:new"), new RoomId("practice:new"), "Garden room"));
        gathering.Poll.Room.ShouldBe(1);
    }

    [Fact]
    public void That_is_a_channel_leaves_its_server_where_it_is()
    {
        var gathering = new Gathering();
        gathering.Do("alice", Where(), occasion => occasion with { Standing = occasion.Standing with { Place = new RoomId("practice:server") } });
        gathering.Do("clock", new MoveRoom(new RoomId("practice:room"), new RoomId("practice:new")));
        gathering.Collective.Rooms[1].Place.ShouldBe(new RoomId("practice:server"));
    }

    [Fact]
    public void That_is_not_the_collectives_changes_nothing() =>
        With(Where()).Do("clock", new MoveRoom(new RoomId("practice:elsewhere"), new RoomId("practice:new"))).ShouldBe(Ruling.Unchanged);
}
