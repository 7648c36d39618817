using System.Diagnostics;
using CivicBot.EndToEnd.Tools;
using CivicBot.StandIns.Discord;
using CivicBot.StandIns.Telegram;

namespace CivicBot.EndToEnd;

/// <summary>The host as it is shipped, set up by its settings alone, against the stand-ins of both platforms.</summary>
public sealed class TheHostOnTelegramAndDiscord : IAsyncLifetime
{
    private const int People = 10_000;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(10);
    private readonly string folder = Directory.CreateTempSubdirectory("civicbot-e2e-").FullName;
    private DiscordStandIn discord = null!;
    private TelegramStandIn telegram = null!;
    private BotProcess bot = null!;

    public async ValueTask InitializeAsync()
    {
        Surroundings.SkipWithoutHost();
        (discord, telegram) = (await DiscordStandIn.StartAsync(), await TelegramStandIn.StartAsync());
        bot = new BotProcess(Path.Combine(folder, "data"), new()
        {
            ["CIVICBOT_TELEGRAM__TOKEN"] = telegram.Token, ["CIVICBOT_TELEGRAM__API"] = telegram.Address,
            ["CIVICBOT_DISCORD__TOKEN"] = discord.Token, ["CIVICBOT_DISCORD__API"] = discord.Api,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is not null) await bot.DisposeAsync();
        if (discord is not null) await discord.DisposeAsync();
        if (telegram is not null) await telegram.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Serves_both_keeps_its_secrets_and_leaves_cleanly()
    {
        var (ana, bo) = (telegram.Person("Ana", "fr"), discord.Person("Bo"));
        var group = telegram.Group("Jardin", ana);
        var server = discord.Server("Garden");
        var room = server.Channel("general");
        server.Joins(bo);
        await bot.StartAsync();
        await DiscordStandIn.UntilAsync(() => discord.Door.IsConnected && discord.Commands.Count > 0, seconds: 30);

        await group.Says(ana, $"/sondage@{telegram.BotName} \"Thé ou café ?\" Thé Café");
        await room.Invokes(bo, "poll", ("question", "Tea or coffee?"), ("option-1", "Tea"), ("option-2", "Coffee"));
        await DiscordStandIn.UntilAsync(() => group.FromBot.Any(message => message.Buttons.Any()) && room.Messages.Count > 0, seconds: 30);
        var card = group.FromBot.Last(message => message.Buttons.Any());
        (await ana.Presses(card, "Thé")).Text.ShouldContain("Thé");
        await bo.Presses(room.Messages[0], "Coffee");
        await DiscordStandIn.UntilAsync(() => bo.Answers.Any(answer => answer.Text.Contains("Recorded", StringComparison.Ordinal)), seconds: 30);

        (await bot.StopAsync()).ShouldBe(0);
        bot.Log.ShouldNotContain(telegram.Token);
        bot.Log.ShouldNotContain(discord.Token);
        foreach (var file in Directory.EnumerateFiles(bot.Data, "civicbot.db*")) System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain(discord.Token);
        telegram.Violations.ShouldBeEmpty();
        discord.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_ten_thousand_clicks_on_one_card_in_ten_seconds()
    {
        var server = discord.Server("Garden");
        var room = server.Channel("general");
        var people = Enumerable.Range(0, People).Select(n => discord.Person($"P{n}")).ToList();
        foreach (var person in people) server.Joins(person);
        await bot.StartAsync();
        await DiscordStandIn.UntilAsync(() => discord.Door.IsConnected && discord.Commands.Count > 0, seconds: 30);
        await room.Invokes(people[0], "poll", ("question", "Tea or coffee?"), ("option-1", "Tea"), ("option-2", "Coffee"));
        await DiscordStandIn.UntilAsync(() => room.Messages.Count > 0, seconds: 30);
        var card = room.Messages[0];

        var pressing = new List<Task<Exchange>>(People);
        var clock = Stopwatch.StartNew();
        foreach (var person in people)
        {
            var due = Span * (pressing.Count / (double)People);
            if (due > clock.Elapsed) await Task.Delay(TimeSpan.FromMilliseconds(10));
            pressing.Add(person.Presses(card, "Coffee"));
        }
        var exchanges = await Task.WhenAll(pressing);
        var slowest = exchanges.Max(exchange => exchange.AnsweredAfter)!.Value;
        TestContext.Current.TestOutputHelper?.WriteLine($"the slowest first answer after {slowest}; all pressed after {clock.Elapsed}");
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        exchanges.ShouldAllBe(exchange => !exchange.Failed);
        await DiscordStandIn.UntilAsync(() => card.Text.Contains("10,000", StringComparison.Ordinal) || card.Text.Contains("10000", StringComparison.Ordinal), seconds: 60);
        // Everybody is told alone, as fast as it goes.
        await DiscordStandIn.UntilAsync(() => exchanges.All(exchange => exchange.Answers.Count == 1), seconds: 120);
        TestContext.Current.TestOutputHelper?.WriteLine($"all told after {clock.Elapsed}");
        card.Edits.Zip(card.Edits.Skip(1), (one, next) => next - one).ShouldAllBe(apart => apart > TimeSpan.FromSeconds(1.9));
        discord.Requests.ShouldNotContain(request => request.Status == 429);
        discord.Violations.ShouldBeEmpty();

        (await bot.StopAsync()).ShouldBe(0);
        var (code, said) = await Surroundings.RunAsync("dotnet", [Surroundings.Host!, "verify", "--data", bot.Data]);
        said.ShouldMatch("10.?000");
        code.ShouldBe(0, said);
    }
}
