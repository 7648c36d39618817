using CivicBot.Core;

namespace CivicBot.Pure.Tests.Cores;

public class BecomingAMember
{
    private static readonly MemberId Bo = Gathering.Member("bo");

    [Fact]
    public void By_saying_so()
    {
        var gathering = Garden();
        gathering.Do("bo", new JoinCollective(false)).Recorded.ShouldBeOfType<MemberJoined>().Id.ShouldBe(Bo);
        gathering.Do("bo", new JoinCollective(false)).ShouldBe(Ruling.Unchanged);
        gathering.Do("cleo", new JoinCollective(false), Gathering.Absent).Refusal.ShouldBe(new Refusal.NotInTheRoom());
        new JoinCollective(false).Decide(Collective.Empty, Gathering.By("bo", Gathering.Noon)).Refusal.ShouldBe(new Refusal.NothingFounded());
    }

    [Fact]
    public void An_observer_is_on_no_roll_until_he_joins()
    {
        var gathering = Garden();
        gathering.Do("bo", new JoinCollective(true)).Events.Select(happened => happened.GetType()).ShouldBe([typeof(MemberJoined), typeof(RoleTaken)]);
        WhyNot(gathering).ShouldBe(Ineligible.Observer);
        gathering.Do("bo", new JoinCollective(true)).ShouldBe(Ruling.Unchanged);
        gathering.Do("bo", new JoinCollective(false)).Recorded.ShouldBe(new RoleTaken(Bo, false, Gathering.Noon));
        WhyNot(gathering).ShouldBeNull();
    }

    /// <summary>Who was gone or idle for long is on rolls again by saying that he is there.</summary>
    [Fact]
    public void Again_after_having_left_or_been_idle()
    {
        var gathering = Garden();
        gathering.Do("bo", new JoinCollective(false));
        gathering.Do("bo", new LeaveRooms());
        WhyNot(gathering).ShouldBe(Ineligible.Left);
        gathering.Do("bo", new JoinCollective(false)).Recorded.ShouldBe(new RoleTaken(Bo, false, Gathering.Noon));
        WhyNot(gathering).ShouldBeNull();
        gathering.Time += TimeSpan.FromDays(181);
        WhyNot(gathering).ShouldBe(Ineligible.Idle);
        gathering.Do("bo", new JoinCollective(false)).Refusal.ShouldBeNull();
        WhyNot(gathering).ShouldBeNull();
    }

    [Fact]
    public void Others_vouch()
    {
        var gathering = Garden();
        gathering.Do("bo", new JoinCollective(false));
        gathering.Do("alice", new Vouch(Bo)).Recorded.ShouldBe(new Vouched(Gathering.Member("alice"), Bo, Gathering.Noon));
        gathering.Collective.Members[Bo].Vouchers.ShouldBe([0]);
        gathering.Do("alice", new Vouch(Bo)).ShouldBe(Ruling.Unchanged);
        gathering.Do("bo", new Vouch(Bo)).Refusal.ShouldBe(new Refusal.NotForYourself());
        gathering.Do("alice", new Vouch(Gathering.Member("cleo"))).Refusal.ShouldBe(new Refusal.NoSuchMember());
        gathering.Do("stranger", new Vouch(Bo)).Refusal.ShouldBe(new Refusal.MembersOnly());
    }

    private static Ineligible? WhyNot(Gathering gathering) =>
        Eligibility.Of(gathering.Collective.Members[Bo], gathering.Collective.Rules.Level, gathering.Collective.Rules.Idle, gathering.Time);

    private static Gathering Garden()
    {
        var gathering = new Gathering();
        gathering.Do("alice", new Found("Garden", "en", "Europe/Paris"));
        return gathering;
    }
}
