using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Engine;
using CivicBot.Testing;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>Deadlines and reminders: at their time, in order, once, however long nobody was there.</summary>
public class TimeRunningOut
{
    [Fact]
    public async Task While_the_bot_is_down_is_caught_up_in_order_each_at_its_own_time()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Third?\" Park Café closes:3h");
        await stage.SayAsync("alice", "/poll \"First?\" Park Café closes:1h");
        await stage.SayAsync("alice", "/poll \"Second?\" Park Café closes:2h");
        await stage.RestartAsync();
        stage.Clock.Advance(TimeSpan.FromHours(5));
        await stage.Play.CatchUpAsync();

        var closed = (await stage.EntriesAsync()).Select(TheAudit.Text).Where(line => line.Contains("\"t\":\"close\"")).ToList();
        closed.Select(line => line[line.IndexOf("\"d\":", StringComparison.Ordinal) + 4]).ShouldBe(['2', '3', '1']);
        closed[0].ShouldContain("\"ends\":\"2026-11-23T10:00:00Z\"");
        closed.ShouldAllBe(line => line.Contains("\"ts\":\"2026-11-23T14:00:00Z\""));
        stage.Fresh().Count(seen => seen.Purpose == Purpose.Result).ShouldBe(3);
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
    }

    /// <summary>Whether a ballot is in time is decided when it arrives, with or without the tick.</summary>
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task Decides_of_each_ballot_when_it_arrives(int seconds, bool counts)
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café closes:1h");
        stage.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(seconds));
        var seen = await stage.SayAsync("bob", "/vote 1 1");
        seen.Count(one => one.Only == "bob" && one.Purpose == (counts ? Purpose.Receipt : Purpose.Refusal)).ShouldBe(1);
        seen.Count(one => one.Purpose == Purpose.Result).ShouldBe(counts ? 0 : 1, "the deadline happens even though the vote is refused");
        (await stage.WaitAsync(TimeSpan.FromHours(2))).Count(one => one.Purpose == Purpose.Result).ShouldBe(counts ? 1 : 0);
        (await stage.PollAsync()).Result!.Direct.ShouldBe(counts ? 1 : 0);
    }

    [Fact]
    public async Task Reminds_once_a_day_before_and_only_where_it_runs_over_two_days()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Long?\" Park Café closes:49h");
        await stage.SayAsync("alice", "/poll \"Short?\" Park Café closes:48h");
        await stage.SayAsync("bob", "/vote 1 1");
        (await stage.WaitAsync(TimeSpan.FromHours(25) - TimeSpan.FromSeconds(1))).ShouldNotContain(seen => seen.Purpose == Purpose.Notice);
        var reminder = (await stage.WaitAsync(TimeSpan.FromSeconds(1))).Where(seen => seen.Purpose == Purpose.Notice).ShouldHaveSingleItem();
        reminder.To.ShouldBeOfType<Destination.ToRoom>();
        reminder.Text.ShouldContain("Long?");
        reminder.Text.ShouldNotContain("bob");
        await stage.RestartAsync();
        await stage.Play.CatchUpAsync();
        (await stage.WaitAsync(TimeSpan.FromDays(3))).ShouldNotContain(seen => seen.Purpose == Purpose.Notice);
    }

    [Fact]
    public async Task Does_not_remind_of_what_was_closed_early()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Long?\" Park Café closes:72h");
        await stage.SayAsync("alice", "/close 1");
        (await stage.WaitAsync(TimeSpan.FromDays(4))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Follows_a_closing_time_that_was_mended()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café closes:72h");
        await stage.SayAsync("alice", "/edit 1 closes:1h");
        (await stage.WaitAsync(TimeSpan.FromHours(1))).Count(seen => seen.Purpose == Purpose.Result).ShouldBe(1);
        (await stage.WaitAsync(TimeSpan.FromDays(4))).ShouldBeEmpty();
    }

    /// <summary>SECURITY 1, room admins: what a platform's clock says decides nothing; ours never goes back, either.</summary>
    [Fact]
    public async Task Never_runs_back()
    {
        var storage = new MemoryStorage();
        await using (var before = new Stage(storage: storage))
        {
            await before.SayAsync("alice", "/poll \"Where?\" Park Café closes:1h");
            await before.WaitAsync(TimeSpan.FromMinutes(30));
            await before.SayAsync("bob", "/vote 1 1");
        }
        await using var after = new Stage(storage: storage, clock: new MovableClock(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero))) { Process = "after/" };
        await after.SayAsync("carol", "/vote 1 2");
        var poll = await after.PollAsync();
        poll.Ballots.Count.ShouldBe(2);
        poll.Ballots.ByMember.Select(cast => cast.Value.At).ShouldAllBe(at => at == poll.OpenedAt.AddMinutes(30));
        (await after.AuditAsync()).Findings.ShouldBeEmpty();
    }

    /// <summary>SECURITY 50: one collective whose ledger is damaged holds up no other’s deadlines.</summary>
    [Fact]
    public async Task Comes_to_all_others_where_one_ledger_is_damaged()
    {
        var tampered = new Tampered(new MemoryStorage());
        await using (var before = new Stage(storage: tampered))
        {
            await before.SayAsync("alice", "/poll \"Where?\" Park Café closes:1h");
            await before.SayAsync("olga", "/poll \"Else?\" Barn Shed closes:2h", "orchard");
        }
        await using var stage = new Stage(storage: tampered);
        tampered.Line(0, line => line.Replace("\"lang\":\"en\"", "\"lang\":\"fr\"", StringComparison.Ordinal), await stage.CollectiveAsync());
        stage.Clock.Advance(TimeSpan.FromHours(3));
        await stage.Play.CatchUpAsync().WaitAsync(TimeSpan.FromSeconds(30), Stage.Patience);
        stage.Fresh().Where(seen => seen.Purpose == Purpose.Result).ShouldHaveSingleItem().Text.ShouldContain("Else?");
    }
}

/// <summary>Two processes on one ledger, by mistake: each decides on what is there.</summary>
public class TwoWritersOfOneLedger
{
    [Fact]
    public async Task Decide_again_what_was_decided_on_an_older_state()
    {
        var storage = new MemoryStorage();
        await using var one = new Stage(storage: storage);
        await using var other = new Stage(storage: storage) { Process = "other/" };
        await one.SayAsync("alice", "/poll \"Where?\" Park Café");
        await other.SayAsync("bob", "/vote 1 1");
        await one.SayAsync("carol", "/vote 1 2");
        await other.SayAsync("bob", "/vote 1 2");
        await one.SayAsync("bob", "/withdraw 1");
        (await one.BallotsAsync()).ShouldBe(new Dictionary<string, Ballot?> { ["carol"] = new Ballot.Chosen(2) });
        (await one.AuditAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Do_not_both_do_what_can_be_done_once()
    {
        var storage = new MemoryStorage();
        await using var one = new Stage(storage: storage);
        await using var other = new Stage(storage: storage) { Process = "other/" };
        await one.SayAsync("alice", "/poll \"Where?\" Park Café change:no closes:1h");
        await other.SayAsync("bob", "/vote 1 1");
        var refused = await one.SayAsync("bob", "/vote 1 2");
        refused.ShouldContain(seen => seen.Purpose == Purpose.Refusal);
        one.Clock.Advance(TimeSpan.FromHours(2));
        other.Clock.Advance(TimeSpan.FromHours(2));
        await one.Play.CatchUpAsync();
        await other.Play.CatchUpAsync();
        (await one.EntriesAsync()).Select(TheAudit.Text).Count(line => line.Contains("\"t\":\"result\"")).ShouldBe(1);
        (await one.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(1));
        (await one.AuditAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_one_event_once()
    {
        var storage = new MemoryStorage();
        await using var one = new Stage(storage: storage);
        await using var other = new Stage(storage: storage) { Process = "other/" };
        await one.SayAsync("alice", "/poll \"Where?\" Park Café");
        await other.SayAsync("olga", "/my");
        var vote = one.Line("bob", "/vote 1 1") with { EventKey = "practice:the same" };
        await one.DoAsync(vote);
        (await other.Play.ReceiveAsync(vote)).ShouldBeOfType<Committed>().Again.ShouldBeTrue();
    }
}
