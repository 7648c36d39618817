using CivicBot.Chat;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>SECURITY 49: thirty acts a minute, then one sentence, then silence; the others do not notice.</summary>
public class SpendingABudget
{
    [Fact]
    public async Task Beyond_thirty_acts_in_a_minute_is_answered_once_and_then_no_more()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café");
        for (var i = 0; i < 30; i++) (await stage.SayAsync("bob", $"/vote 1 {(i % 2) + 1}")).ShouldContain(seen => seen.Purpose == Purpose.Receipt);
        var entries = (await stage.EntriesAsync()).Count;

        var over = (await stage.SayAsync("bob", "/vote 1 1")).ShouldHaveSingleItem();
        (over.Purpose, over.Only).ShouldBe((Purpose.Refusal, "bob"));
        over.Text.ShouldContain("Wait a minute");
        for (var i = 0; i < 5; i++) (await stage.SayAsync("bob", "/vote 1 1")).ShouldBeEmpty();
        (await stage.EntriesAsync()).Count.ShouldBe(entries);

        (await stage.AskAsync("carol", "/vote 1 1")).Purpose.ShouldBe(Purpose.Receipt);
        await stage.WaitAsync(TimeSpan.FromMinutes(1));
        (await stage.AskAsync("bob", "/vote 1 1")).Purpose.ShouldBe(Purpose.Receipt);
    }

    [Fact]
    public async Task Beyond_five_hundred_acts_in_a_day_is_answered_once_and_then_no_more()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café closes:10d");
        for (var i = 0; i < 500; i++)
        {
            if (i % 25 == 0) await stage.WaitAsync(TimeSpan.FromMinutes(2));
            (await stage.SayAsync("bob", "/my")).ShouldNotBeEmpty($"{i}");
        }
        await stage.WaitAsync(TimeSpan.FromMinutes(2));
        (await stage.SayAsync("bob", "/my")).ShouldHaveSingleItem().Purpose.ShouldBe(Purpose.Refusal);
        await stage.WaitAsync(TimeSpan.FromMinutes(2));
        (await stage.SayAsync("bob", "/my")).ShouldBeEmpty();
        await stage.WaitAsync(TimeSpan.FromDays(1));
        (await stage.AskAsync("bob", "/my")).Purpose.ShouldBe(Purpose.Answer);
    }

    /// <summary>A platform that repeats itself costs nobody his budget.</summary>
    [Fact]
    public async Task Is_not_done_by_the_same_event_again()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café");
        var vote = stage.Line("bob", "/vote 1 1");
        for (var i = 0; i < 40; i++) await stage.DoAsync(vote);
        (await stage.AskAsync("bob", "/vote 1 2")).Purpose.ShouldBe(Purpose.Receipt);
    }

    [Fact]
    public async Task Is_not_asked_of_the_clock()
    {
        await using var stage = new Stage();
        for (var i = 0; i < 40; i++) await stage.SayAsync($"person-{i}", $"/poll \"Question {i}?\" Park Café closes:1h");
        (await stage.WaitAsync(TimeSpan.FromHours(1))).Count(seen => seen.Purpose == Purpose.Result).ShouldBe(40);
    }

    [Fact]
    public async Task Is_not_possible_where_people_practise()
    {
        await using var stage = new Stage(options: new CivicBot.Engine.BotOptions { Budgets = false });
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café");
        for (var i = 0; i < 60; i++) (await stage.AskAsync("bob", $"/vote 1 {(i % 2) + 1}")).Purpose.ShouldBe(Purpose.Receipt);
    }
}
