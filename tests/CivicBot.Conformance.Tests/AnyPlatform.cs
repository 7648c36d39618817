namespace CivicBot.Conformance.Tests;

/// <summary>What people can count on, whichever platform they are on. Each platform is held to all of it.</summary>
public abstract class AnyPlatform
{
    [Fact]
    public async Task Opens_a_poll_takes_votes_changes_and_withdrawals_and_keeps_the_card_current()
    {
        var platform = await OpenAsync();
        await using var bot = await Whole.StartAsync(platform);
        await platform.GivesAsync("olga", "poll", Poll("Where do we meet?"));
        await bot.UntilAsync(() => platform.Count("Park") == 0, "the card");
        await platform.PressesAsync("ana", "Park");
        await platform.PressesAsync("bo", "Café");
        await bot.UntilAsync(() => (platform.Count("Park"), platform.Count("Café")) == (1, 1), "two votes");
        await platform.PressesAsync("ana", "Café");
        await bot.UntilAsync(() => (platform.Count("Park"), platform.Count("Café")) == (0, 2), "a change");
        await platform.GivesAsync("bo", "withdraw", ("number", "1"));
        await bot.UntilAsync(() => (platform.Count("Park"), platform.Count("Café")) == (0, 1), "a withdrawal");
        await platform.GivesAsync("cleo", "vote", ("number", "1"), ("choice", "Park"));
        await bot.UntilAsync(() => (platform.Count("Park"), platform.Count("Café")) == (1, 1), "a typed vote");
        await EndAsync(bot, platform, voters: 2);
    }

    [Fact]
    public async Task Tells_each_voter_alone_what_was_recorded()
    {
        var platform = await OpenAsync();
        await using var bot = await Whole.StartAsync(platform);
        await platform.GivesAsync("olga", "poll", Poll("Where do we meet?"));
        await bot.UntilAsync(() => platform.Card is not null, "the card");
        await platform.MeetsTheBotAsync("ana");
        await platform.PressesAsync("ana", "Park");
        await bot.UntilAsync(() => platform.ShownTo("ana").Any(text => text.Contains("Recorded", StringComparison.Ordinal) && text.Contains("Park", StringComparison.Ordinal)), "a receipt");
        platform.ShownTo("bo").ShouldBeEmpty();
        platform.InTheRoom.ShouldNotContain(text => text.Contains("Recorded", StringComparison.Ordinal));
        await EndAsync(bot, platform, voters: 1);
    }

    [Fact]
    public async Task Asks_for_what_a_bare_command_leaves_out()
    {
        var platform = await OpenAsync();
        await using var bot = await Whole.StartAsync(platform);
        await platform.GivesAsync("olga", "poll", Poll("Where do we meet?"));
        await bot.UntilAsync(() => platform.Card is not null, "the first card");
        await platform.FillsAsync("olga", "poll", ("question", "Tea or coffee?"), ("options", "Tea\nCoffee"), ("method", "single"), ("closes", "2h"), ("secrecy", "open"));
        await bot.UntilAsync(() => platform.Card!.Contains("Tea or coffee?", StringComparison.Ordinal) && platform.Count("Coffee") == 0, "the second card");
        await EndAsync(bot, platform, voters: 0, decisions: 2);
    }

    [Fact]
    public async Task Counts_everyone_who_presses_at_once()
    {
        var platform = await OpenAsync();
        await using var bot = await Whole.StartAsync(platform);
        await platform.GivesAsync("olga", "poll", Poll("Where do we meet?"));
        await bot.UntilAsync(() => platform.Card is not null, "the card");
        var people = Enumerable.Range(0, 30).Select(n => $"p{n}").ToList();
        // Everyone is in the room before anybody presses.
        foreach (var who in people) platform.ShownTo(who).ShouldBeEmpty();
        await Task.WhenAll(people.Select((who, n) => platform.PressesAsync(who, n % 3 == 0 ? "Park" : "Café")));
        await bot.UntilAsync(() => (platform.Count("Park"), platform.Count("Café")) == (10, 20), "all counts");
        await EndAsync(bot, platform, voters: 30);
    }

    [Fact]
    public async Task Goes_on_over_a_restart_between_any_two_steps()
    {
        var platform = await OpenAsync();
        await using var bot = await Whole.StartAsync(platform);
        await platform.GivesAsync("olga", "poll", Poll("Where do we meet?"));
        await bot.RestartAsync();
        await bot.UntilAsync(() => platform.Card is not null, "the card");
        await platform.PressesAsync("ana", "Park");
        await bot.RestartAsync();
        await platform.PressesAsync("bo", "Park");
        await bot.RestartAsync();
        await bot.UntilAsync(() => platform.Count("Park") == 2, "both votes");
        await platform.GivesAsync("ana", "withdraw", ("number", "1"));
        await bot.RestartAsync();
        await bot.UntilAsync(() => platform.Count("Park") == 1, "the withdrawal");
        platform.InTheRoom.Count(text => text.Contains("Where do we meet?", StringComparison.Ordinal) && text.Contains("Café", StringComparison.Ordinal)).ShouldBeInRange(1, platform.MostOfOne);
        await EndAsync(bot, platform, voters: 1);
    }

    [Fact]
    public async Task Posts_a_card_anew_that_somebody_deleted()
    {
        var platform = await OpenAsync();
        await using var bot = await Whole.StartAsync(platform);
        await platform.GivesAsync("olga", "poll", Poll("Where do we meet?"));
        await bot.UntilAsync(() => platform.Card is not null, "the card");
        platform.DeletesTheCard();
        await platform.GivesAsync("ana", "vote", ("number", "1"), ("choice", "Park"));
        await bot.UntilAsync(() => platform.Count("Park") == 1, "a new card");
        await platform.PressesAsync("bo", "Park");
        await bot.UntilAsync(() => platform.Count("Park") == 2, "a vote on the new card");
        await EndAsync(bot, platform, voters: 2);
    }

    [Fact]
    public async Task Records_votes_though_it_may_not_write()
    {
        var platform = await OpenAsync();
        await using var bot = await Whole.StartAsync(platform);
        await platform.GivesAsync("olga", "poll", Poll("Where do we meet?"));
        await bot.UntilAsync(() => platform.Card is not null, "the card");
        platform.Silences(true);
        await platform.PressesAsync("ana", "Park");
        await platform.PressesAsync("bo", "Park");
        platform.Silences(false);
        await platform.PressesAsync("cleo", "Park");
        await bot.UntilAsync(() => platform.Count("Park") == 3, "all three votes");
        await EndAsync(bot, platform, voters: 3);
    }

    private protected abstract Task<PlatformStage> OpenAsync();

    internal static (string Option, string Value)[] Poll(string question) => [("question", question), ("option-1", "Park"), ("option-2", "Café")];

    private static async Task EndAsync(Whole bot, PlatformStage platform, int voters, int decisions = 1)
    {
        var (states, findings) = await bot.AuditAsync();
        findings.ShouldBeEmpty();
        var state = states.ShouldHaveSingleItem();
        state.Decisions.Count.ShouldBe(decisions);
        state.Decisions.Values.Sum(decision => decision.Ballots.Count).ShouldBe(voters);
        platform.Violations.ShouldBeEmpty();
    }
}
