using CivicBot.Core;
using CivicBot.Pure.Tests.Cores.OnTheWay;

namespace CivicBot.Pure.Tests.Cores.Linking;

public class LinkingARoom
{
    [Fact]
    public void Takes_one_person_with_rights_in_both()
    {
        var gathering = OnItsWay.Together();
        gathering.Do("alice", new LinkRoom(Account("alice")), There).Refusal.ShouldBe(new Refusal.RoomAdminsOnly());
        gathering.Do("bob", new LinkRoom(Account("alice")), AdminThere).Refusal.ShouldBe(new Refusal.NotTheSamePerson());
        gathering.Do("alice", new LinkRoom(Account("alice")), AdminThere).Recorded.ShouldBe(
            new RoomLinked(2, new RoomId("telegram:-1"), new RoomId("telegram:-1"), "Allotment", Gathering.Member("alice")));
        gathering.Do("alice", new LinkRoom(Account("alice")), AdminThere).Refusal.ShouldBe(new Refusal.RoomIsLinked());
    }

    [Fact]
    public void Is_no_longer_one_persons_affair_once_something_was_decided()
    {
        var gathering = OnItsWay.Voting();
        gathering.Do("alice", new CastBallot(new DecisionId(1), Gathering.Say(Position.For)));
        gathering.Pass(days: 8);
        gathering.Do("alice", new LinkRoom(Account("alice")), AdminThere).Refusal.ShouldBe(new Refusal.RoomsJoinByProposal());
    }

    [Fact]
    public void Can_be_undone_by_an_admin_of_it_but_not_the_last()
    {
        var gathering = OnItsWay.Together();
        gathering.Do("alice", new UnlinkRoom(), Gathering.AsAdmin).Refusal.ShouldBe(new Refusal.LastRoom());
        gathering.Do("alice", new LinkRoom(Account("alice")), AdminThere);
        gathering.Do("bob", new UnlinkRoom(), There).Refusal.ShouldBe(new Refusal.RoomAdminsOnly());
        gathering.Do("bob", new UnlinkRoom(), AdminThere).Recorded.ShouldBe(new RoomUnlinked(2, Gathering.Member("bob")));
        gathering.Do("bob", new UnlinkRoom(), AdminThere).Refusal.ShouldBe(new Refusal.NotInTheRoom());
        // Its number is not given again.
        gathering.Do("alice", new LinkRoom(Account("alice")), AdminThere).Recorded.ShouldBeOfType<RoomLinked>().Number.ShouldBe(3);
    }

    private static AccountId Account(string name) => new($"practice:@{name}");

    private static Occasion There(Occasion occasion) => occasion with
    {
        In = new RoomId("telegram:-1"),
        Standing = occasion.Standing with { Place = new RoomId("telegram:-1"), PlaceName = "Allotment", Present = false },
    };

    private static Occasion AdminThere(Occasion occasion) => Gathering.AsAdmin(There(occasion));
}
