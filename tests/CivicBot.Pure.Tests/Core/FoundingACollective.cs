using CivicBot.Core;
using static CivicBot.Pure.Tests.Cores.Gathering;

namespace CivicBot.Pure.Tests.Cores;

/// <summary>Who founds, what it begins with, and who may say it again.</summary>
public class FoundingACollective
{
    private readonly Gathering gathering = new();

    [Fact]
    public void By_its_command_takes_the_name_the_language_and_the_zone_that_are_given()
    {
        gathering.Do("alice", new Found("Garden", "fr", "Europe/Paris")).Events.Select(happened => happened.GetType())
            .ShouldBe([typeof(CollectiveFounded), typeof(RoomLinked), typeof(MemberJoined)]);

        gathering.Collective.IsFounded.ShouldBeTrue();
        (gathering.Collective.Name, gathering.Collective.Language, gathering.Collective.TimeZone).ShouldBe(("Garden", "fr", "Europe/Paris"));
        gathering.Collective.Founder.ShouldBe(Member("alice"));
        gathering.Collective.Rooms[1].ShouldBe(new LinkedRoom(1, new RoomId("practice:room"), new RoomId("practice:room"), "Garden room"));
        gathering.Collective.MemberOf(new AccountId("practice:@alice")).ShouldBe(Member("alice"));
        gathering.Collective.Members[Member("alice")].Name.ShouldBe("alice");
    }

    [Fact]
    public void With_nothing_said_takes_the_name_of_the_place_and_the_defaults()
    {
        gathering.Do("alice", new Found(null, null, null), occasion => occasion with { Defaults = ("fr", "Europe/Paris") });
        (gathering.Collective.Name, gathering.Collective.Language, gathering.Collective.TimeZone).ShouldBe(("Garden room", "fr", "Europe/Paris"));
    }

    [Fact]
    public void By_a_poll_founds_and_opens_in_one_ruling()
    {
        gathering.Do("alice", Where()).Events.Select(happened => happened.GetType())
            .ShouldBe([typeof(CollectiveFounded), typeof(RoomLinked), typeof(MemberJoined), typeof(DecisionOpened)]);
        gathering.Collective.Name.ShouldBe("Garden room");
        gathering.Collective.Founder.ShouldBe(Member("alice"));
        gathering.Poll.By.ShouldBe(Member("alice"));
    }

    [Fact]
    public void By_a_poll_that_is_refused_founds_nothing() =>
        gathering.Do("alice", Where() with { Title = " " }).Events.ShouldBeEmpty();

    /// <summary>SEMANTICS 3.12, line by line: a default that changes changes what every collective starts with.</summary>
    [Fact]
    public void Begins_with_the_default_rules_in_full()
    {
        var founded = gathering.Do("alice", new Found(null, null, null)).Events.OfType<CollectiveFounded>().Single();
        founded.Rules.ByKey.Select(rule => $"{rule.Key} = {rule.Value}").ShouldBe(
        [
            "change.majority = 2/3",
            "change.mode = sealed",
            "change.quorum = participation 1/2",
            "consent.answers = 1/2",
            "consent.fallback = 2/3",
            "consent.rounds = 3",
            "delegation = on",
            "delegation.cap = 3 1/10",
            "delegation.lasts = 180d",
            "delegation.window = 24h",
            "digest = monday 09:00",
            "direct_messages = 2",
            "durations.discussion = 7d",
            "durations.frozen = 24h",
            "durations.support = 14d",
            "durations.voting = 7d",
            "early_close = off",
            "idle = 180d",
            "level = 1",
            "majority = simple",
            "min_direct_voters = 3",
            "mode = sealed",
            "open_votes = 3",
            "polls.by = anyone",
            "polls.early_close = opener",
            "polls.level = 0",
            "proposals.by = member",
            "proposals.open = 2",
            "pushes = 3",
            "quiet_ending = off",
            "quiet_hours = 22-8",
            "quorum = participation 3/10",
            "rivals.method = schulze",
            "support = 1/20",
        ]);
    }

    /// <summary>SECURITY 3: in a room that is claimed, by somebody else.</summary>
    [Fact]
    public void Again_by_a_member_who_did_not_found_it_is_refused()
    {
        gathering.Do("alice", new Found("Garden", null, null));
        gathering.Do("bob", new Found("Bob’s own", null, null)).Refusal.ShouldBe(new Refusal.NotTheFounder("Garden"));
        gathering.Collective.Name.ShouldBe("Garden");
    }

    [Fact]
    public void Again_by_its_founder_changes_what_is_given_and_nothing_else()
    {
        gathering.Do("alice", new Found("Garden", "en", "Europe/Paris"));
        gathering.Do("alice", new Found(null, "fr", null)).Events.ShouldBe([new AdminActed(Member("alice"), "found", null, "fr", null)]);
        (gathering.Collective.Name, gathering.Collective.Language, gathering.Collective.TimeZone).ShouldBe(("Garden", "fr", "Europe/Paris"));
        gathering.Collective.Rules.ShouldBe(Rules.Default);
    }

    [Fact]
    public void Again_by_a_room_admin_is_a_public_act_and_makes_him_no_member()
    {
        gathering.Do("alice", new Found("Garden", null, null));
        gathering.Do("root", new Found("Orchard", null, null), AsAdmin).Events.ShouldBe([new AdminActed(null, "found", "Orchard", null, null)]);
        gathering.Collective.Name.ShouldBe("Orchard");
        gathering.Collective.Founder.ShouldBe(Member("alice"));
        gathering.Collective.Members.Count.ShouldBe(1);
    }

    [Fact]
    public void Again_is_possible_after_polls_were_opened()
    {
        gathering.Do("alice", Where());
        gathering.Do("alice", new Found("Garden", null, null)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Again_is_over_once_a_proposal_was_opened()
    {
        gathering.Do("alice", Where() with { Kind = "proposal" });
        gathering.Do("alice", new Found("Garden", null, null)).Refusal.ShouldBe(new Refusal.RulesChangeByProposal());
        gathering.Do("alice", new Found("Garden", null, null), AsAdmin).Refusal.ShouldBe(new Refusal.RulesChangeByProposal());
    }

    /// <summary>An erased founder is nobody: a stranger, who is nobody either, is not taken for him.</summary>
    [Fact]
    public void Again_by_a_stranger_is_refused_even_where_the_founder_is_unknown()
    {
        gathering.Collective = gathering.Collective.Apply(new CollectiveFounded(null, "en", "UTC", Rules.Default));
        gathering.Do("bob", new Found("Mine", null, null)).Refusal.ShouldBe(new Refusal.NotTheFounder(null));
    }

    [Theory]
    [InlineData("", typeof(Refusal.EmptyText))]
    [InlineData("\u200b", typeof(Refusal.EmptyText))]
    [InlineData("a\u0000", typeof(Refusal.UnreadableText))]
    public void With_a_name_nobody_can_read_is_refused(string name, Type refusal) =>
        gathering.Do("alice", new Found(name, null, null)).Refusal.ShouldBeOfType(refusal);

    [Fact]
    public void Takes_a_name_of_a_hundred_characters_and_not_one_more()
    {
        gathering.Do("alice", new Found(new string('x', 101), null, null)).Refusal.ShouldBe(new Refusal.TextTooLong(100, 101));
        gathering.Do("alice", new Found(new string('x', 100), null, null)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Keeps_the_name_in_its_composed_form()
    {
        gathering.Do("alice", new Found(" Cafe\u0301 ", null, null));
        gathering.Collective.Name.ShouldBe("Café");
    }

    /// <summary>SECURITY 2 in 3: whatever is no command that founds says what to type.</summary>
    [Fact]
    public void Has_not_happened_yet_where_somebody_votes()
    {
        gathering.Vote("alice", 1).Refusal.ShouldBe(new Refusal.NothingFounded());
        gathering.Collective.ShouldBe(Collective.Empty);
    }
}
