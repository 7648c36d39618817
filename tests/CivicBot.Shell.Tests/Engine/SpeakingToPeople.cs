using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>How often people are spoken to without having asked (SEMANTICS 3.10): seldom, at a decent hour, and about what they can still do something about.</summary>
public class SpeakingToMembers
{
    [Fact]
    public async Task Tells_each_at_most_two_things_in_seven_days_and_a_restart_forgives_none()
    {
        await using var stage = Plenum.Stage();
        await stage.ProposeAsync(["bob", "carol", "dave", "erin"]);
        (await stage.SayAsync("carol", "/delegate @bob")).ToldTo("bob").ShouldHaveSingleItem();
        await stage.WaitAsync(TimeSpan.FromDays(1));
        (await stage.SayAsync("dave", "/delegate @bob")).ToldTo("bob").ShouldHaveSingleItem();
        await stage.RestartAsync();
        (await stage.SayAsync("erin", "/delegate @bob")).ToldTo("bob").ShouldBeEmpty();
        // Seven days after the first, one more may come; not two.
        await stage.WaitAsync(TimeSpan.FromDays(6) - TimeSpan.FromSeconds(1));
        (await stage.SayAsync("alice", "/delegate @bob")).ToldTo("bob").ShouldBeEmpty();
        await stage.WaitAsync(TimeSpan.FromSeconds(1));
        (await stage.SayAsync("frank", "/delegate @bob")).ToldTo("bob").ShouldHaveSingleItem();
        (await stage.SayAsync("gil", "/delegate @bob")).ToldTo("bob").ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_besides_what_concerns_a_vote_of_ones_own_each_once()
    {
        await using var stage = Plenum.Stage();
        await stage.ProposeAsync(["bob", "carol", "dave", "erin"]);
        await stage.EntrustAsync("carol", "dave");
        await stage.EntrustAsync("erin", "bob");
        var seen = new List<Seen>(await stage.WaitAsync(Plenum.ToTheVote));
        // Both of them have had what they get in a week.
        foreach (var to in new[] { "carol", "dave" })
        {
            foreach (var from in new[] { "hans", "ines", "jan" }) await stage.SayAsync(from, $"/delegate @{to}");
        }
        await stage.VoteAsync("1 for", "alice", "bob");
        seen.AddRange(await stage.WaitAsync(TimeSpan.FromDays(5)));
        seen.ToldTo("dave").Where(one => one.Text.Contains("follow", StringComparison.Ordinal)).ShouldHaveSingleItem("Carol’s voice counts only if he votes within a day");
        seen.ToldTo("bob").ShouldNotContain(one => one.Text.Contains("only if you vote", StringComparison.Ordinal), "he has voted");
        await stage.RestartAsync();
        seen.Clear();
        seen.AddRange(await stage.WaitAsync(TimeSpan.FromDays(1)));
        var window = seen.ToldTo("carol").ShouldHaveSingleItem();
        window.Text.ShouldContain("dave had not voted");
        seen.ToldTo("erin").ShouldHaveSingleItem().Text.ShouldContain("bob", Case.Insensitive);
        await stage.RestartAsync();
        (await stage.WaitAsync(TimeSpan.FromDays(2))).Where(one => one.Told is not null).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_once_in_a_running_vote_that_a_delegate_is_gone()
    {
        await using var stage = Plenum.Stage();
        await stage.ProposeAsync(["bob", "carol", "dave"]);
        await stage.EntrustAsync("carol", "dave");
        await stage.WaitAsync(Plenum.ToTheVote);
        foreach (var from in new[] { "hans", "ines", "jan" }) await stage.SayAsync(from, "/delegate @carol");
        var seen = new List<Seen>();
        for (var times = 0; times < 4; times++)
        {
            seen.AddRange(await stage.DoAsync(stage.Platform.Leaves("dave") with { In = Stage.Place("garden"), EventKey = $"practice:leaves/{times}" }));
            await stage.SayAsync("dave", "/join");
        }
        seen.ToldTo("carol").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Tells_the_drawn_peers_each_once()
    {
        await using var stage = Plenum.Stage();
        await stage.ProposeAsync(["bob", "carol", "dave", "erin"], "as:consent");
        await stage.WaitAsync(TimeSpan.FromDays(2));
        await stage.SayAsync("bob", "/object 1 \"Safety\" \"Park it outside\"");
        await stage.SayAsync("alice", "/contest 1.1");
        var seen = await stage.WaitAsync(TimeSpan.FromHours(12));
        seen.Where(one => one.Told is not null).Select(one => one.Told!).Order().ShouldBe(["carol", "dave", "erin"]);
        await stage.RestartAsync();
        (await stage.WaitAsync(TimeSpan.FromHours(30))).Where(one => one.Told is not null).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reminds_only_who_may_vote_has_not_and_for_whom_nobody_does()
    {
        await using var stage = Plenum.Stage();
        await stage.ProposeAsync(["bob", "carol", "dave", "erin", "fay"]);
        await stage.SayAsync("gil", "/join observer");
        await stage.EntrustAsync("carol", "dave");
        await stage.EntrustAsync("fay", "erin");
        await stage.WaitAsync(Plenum.ToTheVote);
        await stage.SayAsync("zoe", "/join");
        await stage.VoteAsync("1 for", "alice", "dave");
        await stage.WaitAsync(Plenum.ToTheWindow - TimeSpan.FromSeconds(1));
        var told = (await stage.WaitAsync(TimeSpan.FromSeconds(1))).Where(one => one.Told is not null).ToList();
        told.Select(one => one.Told!).Order().ShouldBe(["bob", "carol", "erin", "fay"]);
        told.Where(one => one.Told is "bob" or "erin").ShouldAllBe(one => one.Text.Contains("you have not voted"));
        // These two are told at the same moment how their voices are counted, which says it already.
        told.Where(one => one.Told is "carol" or "fay").ShouldAllBe(one => !one.Text.Contains("you have not voted"));
    }

    [Fact]
    public async Task Waits_for_the_morning_and_loses_nothing_over_a_restart()
    {
        await using var stage = Plenum.Stage();
        await stage.ProposeAsync(["bob", "carol"]);
        await stage.UntilAsync(22);
        (await stage.SayAsync("carol", "/delegate @bob")).ToldTo("bob").ShouldBeEmpty();
        await stage.RestartAsync();
        (await stage.WaitAsync(TimeSpan.FromHours(10) - TimeSpan.FromSeconds(1))).ToldTo("bob").ShouldBeEmpty();
        await stage.RestartAsync();
        (await stage.WaitAsync(TimeSpan.FromSeconds(1))).ToldTo("bob").ShouldHaveSingleItem();
        (await stage.WaitAsync(TimeSpan.FromDays(3))).ToldTo("bob").ShouldBeEmpty();
    }

    [Fact]
    public async Task Waits_for_the_morning_where_the_collective_lives()
    {
        await using var stage = Plenum.Stage();
        await stage.SayAsync("alice", "/found \"Garden\" timezone:Europe/Paris");
        await stage.ProposeAsync(["bob", "carol"]);
        await stage.UntilAsync(21);
        (await stage.SayAsync("carol", "/delegate @bob")).ToldTo("bob").ShouldBeEmpty("in Paris it is ten in the evening");
        (await stage.WaitAsync(TimeSpan.FromHours(10) - TimeSpan.FromSeconds(1))).ToldTo("bob").ShouldBeEmpty();
        (await stage.WaitAsync(TimeSpan.FromSeconds(1))).ToldTo("bob").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Says_in_the_morning_only_what_still_matters()
    {
        await using var stage = Plenum.Stage();
        await stage.UntilAsync(23);
        await stage.ProposeAsync(["bob", "carol", "dave"]);
        await stage.EntrustAsync("dave", "bob");
        await stage.WaitAsync(TimeSpan.FromDays(14));
        // The reminder and the window's word came due at 23:00; meanwhile two of the three vote.
        await stage.VoteAsync("1 for", "carol", "dave");
        var morning = await stage.UntilAsync(8);
        morning.Where(one => one.Told is not null).Select(one => one.Told!).Order().ShouldBe(["alice", "bob"]);
    }

    [Fact]
    public async Task Tells_how_a_voice_is_counted_within_twelve_hours_however_long_the_night()
    {
        await using var stage = Plenum.Stage();
        await stage.RuleAsync("quiet_hours", "20-12");
        await stage.UntilAsync(21);
        await stage.ProposeAsync(["bob", "carol"]);
        await stage.EntrustAsync("carol", "bob");
        await stage.WaitAsync(TimeSpan.FromDays(8));
        await stage.VoteAsync("2 for", "bob");
        var night = await stage.WaitAsync(TimeSpan.FromDays(6) + TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        night.ToldTo("carol").ShouldNotContain(one => one.Text.Contains("Buy a cargo bike", StringComparison.Ordinal));
        await stage.RestartAsync();
        (await stage.WaitAsync(TimeSpan.FromSeconds(1))).ToldTo("carol").ShouldHaveSingleItem();
        (await stage.WaitAsync(TimeSpan.FromHours(11))).ToldTo("carol").ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_silent_towards_who_asked_for_it_and_lets_his_voice_go_on()
    {
        await using var stage = Plenum.Stage();
        await stage.ProposeAsync(["bob", "carol", "dave"]);
        await stage.EntrustAsync("carol", "bob");
        await stage.SayAsync("carol", "/snooze 30d");
        await stage.SayAsync("dave", "/snooze 30d");
        await stage.WaitAsync(Plenum.ToTheVote);
        (await stage.SayAsync("bob", "/delegate @carol topic:yard newtopic:yes")).ToldTo("carol").ShouldBeEmpty();
        await stage.VoteAsync("1 for", "alice", "bob");
        await stage.RestartAsync();
        (await stage.WaitAsync(Plenum.Voting)).Where(one => one.Told is not null).ShouldBeEmpty();
        (await stage.PollAsync()).Result!.Represented.ShouldBe(1);
    }

    [Fact]
    public async Task Asks_before_a_delegation_ends_where_nothing_was_ever_proposed()
    {
        await using var stage = Plenum.Stage();
        await stage.SayAsync("alice", "/found \"Garden\"");
        await stage.SayAsync("bob", "/join");
        await stage.SayAsync("alice", "/delegate @bob until:20d");
        await stage.SayAsync("bob", "/delegations accept @alice");
        (await stage.WaitAsync(TimeSpan.FromDays(20))).ToldTo("alice").Where(one => one.Text.Contains("end", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }
}

/// <summary>What a room hears of a decision: its card, its vote, its result, and hardly anything besides.</summary>
public class SpeakingToARoom
{
    [Fact]
    public async Task Posts_at_most_three_messages_beside_the_first_card_and_the_result_always()
    {
        await using var stage = Plenum.Stage();
        await stage.RuleAsync("early_close", "on");
        var seen = new List<Seen>();
        seen.AddRange(await stage.SayAsync("alice", "/propose \"Buy a cargo bike\" \"For 800 €\""));
        foreach (var who in new[] { "bob", "carol", "dave" }) seen.AddRange(await stage.SayAsync(who, "/join"));
        seen.AddRange(await stage.WaitAsync(Plenum.ToTheVote));
        seen.AddRange(await stage.VoteAsync("2 for", "alice", "bob"));
        // Decided, and not, and again: its close is announced each time, the room is told once.
        for (var times = 0; times < 3; times++)
        {
            seen.AddRange(await stage.SayAsync("carol", "/vote 2 for"));
            await stage.RestartAsync();
            seen.AddRange(await stage.SayAsync("carol", "/withdraw 2"));
        }
        seen.AddRange(await stage.SayAsync("carol", "/vote 2 for"));
        seen.AddRange(await stage.WaitAsync(TimeSpan.FromHours(1)));
        (await stage.PollAsync(2)).Outcome.ShouldBe(Outcome.Adopted);
        // Of the ballots that were taken back nothing is left, and yet nothing is strange.
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
        var about = seen.Posts().Where(one => one.Text.Contains("Buy a cargo bike", StringComparison.Ordinal) && !one.Text.Contains("The week", StringComparison.Ordinal)).Select(one => one.Purpose).ToList();
        about.ShouldBe([Purpose.Opening, Purpose.Opening, Purpose.Notice, Purpose.Result]);
        // Three months later it is asked about in the digest: the room has had its share.
        var later = await stage.WaitAsync(TimeSpan.FromDays(100));
        later.Posts().Where(one => one.Text.Contains("did it", StringComparison.OrdinalIgnoreCase) && one.Text.Contains("cargo", StringComparison.Ordinal)).ShouldBeEmpty();
        later.Posts().ShouldContain(one => one.Text.Contains("To look at again", StringComparison.Ordinal) && one.Text.Contains("cargo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asks_at_the_review_where_there_is_a_message_left()
    {
        await using var stage = Plenum.Stage();
        await stage.ProposeAsync([]);
        await stage.WaitAsync(Plenum.ToTheVote);
        await stage.VoteAsync("1 for", "alice");
        await stage.WaitAsync(Plenum.Voting);
        var later = await stage.WaitAsync(TimeSpan.FromDays(90));
        later.Posts().Where(one => !one.Text.Contains("The week", StringComparison.Ordinal)).ShouldHaveSingleItem().Text.ShouldContain("Buy a cargo bike");
    }

    [Fact]
    public async Task Posts_the_result_even_where_nothing_else_may_be_posted()
    {
        await using var stage = Plenum.Stage();
        await stage.RuleAsync("pushes", "0");
        await stage.ProposeAsync(["bob"]);
        (await stage.WaitAsync(Plenum.ToTheVote)).Posts().Where(one => !one.Text.Contains("The week", StringComparison.Ordinal)).ShouldBeEmpty();
        (await stage.WaitAsync(Plenum.Voting)).Posts().Where(one => one.Purpose is Purpose.Result).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Never_posts_because_a_card_changes()
    {
        await using var stage = Plenum.Stage();
        await stage.ProposeAsync(["bob", "carol", "dave"]);
        var seen = new List<Seen>();
        foreach (var (who, line) in new[]
        {
            ("bob", "/support 1"), ("carol", "/suggest 1 must \"With lights\""), ("dave", "/amend 1 \"For 900 €, kept in the yard\""), ("alice", "/accept 1.2"), ("alice", "/edit 1 \"Buy a bike\" \"For 700 €\""),
            ("bob", "/case 1 against \"No shed\""), ("bob", "/rival 1 \"A trailer\" \"For 200 €\""), ("carol", "/support 1.3"),
        })
        {
            seen.AddRange(await stage.SayAsync(who, line));
        }
        seen.Count(one => one is { Changed: true, Purpose: Purpose.Card }).ShouldBeGreaterThanOrEqualTo(8);
        seen.Posts().ShouldBeEmpty();
        await stage.WaitAsync(Plenum.ToTheVote + TimeSpan.FromDays(2));
        (await stage.VoteAsync("1 1, 2", "alice", "bob", "carol")).Posts().ShouldBeEmpty();
    }

    /// <summary>A platform that was away gets the newest drawing last, in the newest message.</summary>
    [Fact]
    public async Task Does_not_cover_the_card_of_a_vote_with_an_older_drawing()
    {
        await using var stage = Plenum.Stage();
        await stage.ProposeAsync(["bob"]);
        await stage.Bot.Reception.ReceiveAsync(stage.Line("bob", "/suggest 1 must \"With lights\""), Stage.Patience);
        stage.Clock.Advance(Plenum.ToTheVote);
        await stage.Bot.Deadlines.CatchUpAsync(Stage.Patience);
        await stage.Play.DeliverAsync();
        var cards = stage.Standing().Where(one => one.Purpose is Purpose.Opening or Purpose.Card).ToList();
        cards.Count.ShouldBe(2);
        cards[1].Text.ShouldContain("[For]");
    }

    [Fact]
    public async Task Sums_up_the_week_once_in_the_main_room_and_only_if_there_is_something()
    {
        await using var stage = Plenum.Stage();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café closes:20d");
        (await stage.WaitAsync(TimeSpan.FromDays(10))).ShouldNotContain(one => one.Text.Contains("The week", StringComparison.Ordinal), "a poll alone plans no week");
        await stage.ProposeAsync(["bob"]);
        await stage.RestartAsync();
        for (var week = 0; week < 3; week++)
        {
            var seen = await stage.WaitAsync(TimeSpan.FromDays(7));
            seen.Posts().Where(one => one.Text.Contains("The week", StringComparison.Ordinal)).ShouldHaveSingleItem();
        }
        // Nobody voted: it is decided, said so in one more digest, and then there is nothing left to say.
        (await stage.PollAsync(2)).IsRunning.ShouldBeFalse();
        (await stage.WaitAsync(TimeSpan.FromDays(60))).Posts().ShouldBeEmpty();
    }
}

/// <summary>Only so much is voted on at a time, and nobody proposes without end.</summary>
public class TheLineOfOpenVotes
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Holds_a_fourth_until_another_closes_and_opens_it_at_that_moment(bool down)
    {
        await using var stage = Plenum.Stage();
        await FiveAsync(stage);
        await stage.WaitAsync(TimeSpan.FromDays(8));
        var state = await stage.StateAsync();
        state.Decisions.Values.Select(one => one.Phase).ShouldBe([Phase.Voting, Phase.Voting, Phase.Voting, Phase.Frozen, Phase.Frozen]);
        stage.Card(4).Text.ShouldContain("first in line");
        stage.Card(5).Text.ShouldContain("second in line");
        if (down)
        {
            await stage.RestartAsync();
            stage.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromHours(5));
            await stage.Play.CatchUpAsync();
        }
        else
        {
            await stage.WaitAsync(TimeSpan.FromDays(7) - TimeSpan.FromHours(4.5));
            stage.Card(5).Text.ShouldContain("first in line", customMessage: "one has closed, and the line went on");
            await stage.WaitAsync(TimeSpan.FromHours(6));
        }
        state = await stage.StateAsync();
        state.Decisions[new DecisionId(4)].PhaseBegan.ShouldBe(state.Decisions[new DecisionId(1)].ClosesAt);
        state.Decisions[new DecisionId(5)].PhaseBegan.ShouldBe(state.Decisions[new DecisionId(2)].ClosesAt);
        state.Decisions[new DecisionId(4)].ClosesAt.ShouldBe(state.Decisions[new DecisionId(1)].ClosesAt.AddDays(7));
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_two_proposals_of_a_member_and_a_third_when_one_of_them_has_ended()
    {
        await using var stage = Plenum.Stage();
        await stage.ProposeAsync([]);
        await stage.SayAsync("alice", "/propose \"Second\"");
        (await stage.AskAsync("alice", "/propose \"Third\"")).Purpose.ShouldBe(Purpose.Refusal);
        await stage.SayAsync("alice", "/abandon 1");
        (await stage.SayAsync("alice", "/propose \"Third\"")).ShouldNotContain(one => one.Purpose == Purpose.Refusal);
        (await stage.StateAsync()).Decisions.Count.ShouldBe(3);
    }

    /// <summary>Five proposals, an hour apart, so that their votes would open an hour apart.</summary>
    private static async Task FiveAsync(Stage stage)
    {
        // Only members propose.
        await stage.SayAsync("alice", "/found Garden");
        foreach (var name in new[] { "bob", "carol", "dave" }) await stage.SayAsync(name, "/join");
        foreach (var (who, title) in new[] { ("alice", "First"), ("bob", "Second"), ("carol", "Third"), ("dave", "Fourth"), ("alice", "Fifth") })
        {
            await stage.SayAsync(who, $"/propose \"{title}\"");
            var number = (await stage.StateAsync()).Decisions.Count;
            foreach (var other in new[] { "alice", "bob", "carol" }) await stage.SayAsync(other, $"/support {number}");
            await stage.WaitAsync(TimeSpan.FromHours(1));
        }
    }
}

/// <summary>From the moment when routes are fixed.</summary>
public class TheOverrideWindow
{
    [Fact]
    public async Task Begins_by_the_clock_even_while_nobody_is_there()
    {
        await using var stage = Plenum.Stage();
        await stage.ProposeAsync(["bob", "carol", "dave", "erin"]);
        await stage.EntrustAsync("carol", "dave");
        await stage.EntrustAsync("erin", "bob");
        await stage.WaitAsync(Plenum.ToTheVote);
        await stage.VoteAsync("1 for", "alice", "dave");
        await stage.RestartAsync();
        stage.Clock.Advance(Plenum.ToTheWindow + TimeSpan.FromHours(2));
        // The first who comes after it changes only his own voice, and Bob comes too late for Erin’s.
        await stage.VoteAsync("1 against", "dave", "bob");
        (await stage.PollAsync()).Fixed!.At.ShouldBe((await stage.PollAsync()).ClosesAt.AddDays(-1));
        await stage.RestartAsync();
        await stage.WaitAsync(TimeSpan.FromDays(1));
        var result = (await stage.PollAsync()).Result!;
        (result.Counts, result.Represented).ShouldBe((new Values<long>([2, 2, 0]), 1L));
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_not_cut_short_by_an_early_close()
    {
        await using var stage = Plenum.Stage();
        await stage.RuleAsync("early_close", "on");
        await stage.ProposeAsync(["bob", "carol", "dave"]);
        await stage.WaitAsync(Plenum.ToTheVote + Plenum.ToTheWindow - TimeSpan.FromMinutes(30));
        // Half an hour before it, a close in an hour would fall into it; in it, none is announced either.
        await stage.VoteAsync("2 for", "alice", "bob", "carol");
        (await stage.PollAsync(2)).ClosesEarlyAt.ShouldBeNull();
        await stage.WaitAsync(TimeSpan.FromHours(2));
        await stage.VoteAsync("2 for", "dave");
        (await stage.PollAsync(2)).ClosesEarlyAt.ShouldBeNull();
        await stage.WaitAsync(TimeSpan.FromHours(22));
        (await stage.PollAsync(2)).IsRunning.ShouldBeTrue();
        await stage.WaitAsync(TimeSpan.FromHours(1));
        (await stage.PollAsync(2)).Outcome.ShouldBe(Outcome.Adopted);
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
    }
}
