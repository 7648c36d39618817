using System.Text.Json.Nodes;
using CivicBot.Adapters.Tests;
using CivicBot.Chat;
using CivicBot.StandIns.Discord;

namespace CivicBot.Discord.Tests;

public class PublishingCommands
{
    [Fact]
    public async Task Happens_once_until_they_change()
    {
        await using var scene = await Scene.StartedAsync();
        await scene.StopAsync();
        await scene.StartAsync();
        Publications(scene).ShouldBe(1);
        await scene.StopAsync();
        scene.Memory.Values["commands"] = "the hash of others";
        await scene.StartAsync();
        Publications(scene).ShouldBe(2);
    }

    [Fact]
    public async Task For_some_servers_publishes_them_there_alone()
    {
        await using var scene = await Scene.NewAsync();
        scene.Options.CommandsIn = [scene.Garden.Id];
        await scene.StartAsync();
        scene.Discord.Commands.Keys.ShouldBe([scene.Garden.Id]);
    }

    [Fact]
    public async Task That_Discord_refuses_leaves_the_bot_running()
    {
        await using var scene = await Scene.NewAsync();
        scene.Provokes = true;
        var bad = new Inbox { Commands = [new CommandDescription(new("Shouting", "Crier"), new("x", "x"), new("x", "x"))] };
        using var adapter = new CivicBot.Adapters.Discord.DiscordAdapter(scene.Options, new KeptInMemory(), scene.Time, scene.Log);
        using var stop = new CancellationTokenSource();
        var run = adapter.RunAsync(bad, stop.Token);
        await DiscordStandIn.UntilAsync(() => scene.Discord.Door.IsConnected);
        scene.Log.Lines.ShouldContain(line => line.StartsWith("Error: Discord: publishing the commands", StringComparison.Ordinal));
        await stop.CancelAsync();
        await run.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    [Fact]
    public async Task Beyond_what_a_day_allows_is_left_for_another_start()
    {
        await using var scene = await Scene.NewAsync();
        scene.Discord.Faults.AskToWait("/commands", 40_000);
        await scene.StartAsync();
        await scene.StopAsync();
        await scene.StartAsync();
        Publications(scene).ShouldBe(2);
    }

    [Fact]
    public async Task Demands_nothing_that_a_form_asks_for_and_puts_the_rest_first()
    {
        await using var scene = await Scene.StartedAsync();
        Options(scene, "poll").ShouldAllBe(option => option["required"] == null);
        Options(scene, "vote").Select(option => ((string?)option["name"], (bool?)option["required"])).ShouldBe([("decision", true), ("choice", null)]);
    }

    [Fact]
    public async Task Makes_a_list_into_ten_options_and_words_into_choices()
    {
        await using var scene = await Scene.StartedAsync();
        Options(scene, "poll").Select(option => (string?)option["name"]).ShouldBe(["question", .. Enumerable.Range(1, 10).Select(n => $"option-{n}"), "method", "closes"]);
        var method = Options(scene, "poll").Single(option => (string?)option["name"] == "method");
        method["choices"]!.AsArray().Select(choice => (string?)choice!["name_localizations"]!["fr"]).ShouldBe(["choix", "approbation"]);
        ((string?)method["name_localizations"]!["fr"]).ShouldBe("méthode");
    }

    [Fact]
    public async Task Leaves_a_French_name_out_that_is_taken()
    {
        await using var scene = await Scene.StartedAsync();
        Command(scene, "decisions")["name_localizations"]!["fr"].ShouldBeNull();
        ((string?)Command(scene, "poll")["name_localizations"]!["fr"]).ShouldBe("sondage");
        Options(scene, "vote").Single(option => (string?)option["name"] == "decision")["name_localizations"]!["fr"].ShouldBeNull();
    }

    [Fact]
    public void Shortens_what_is_too_long_so_that_it_says_so()
    {
        var summary = new Localized(new string('e', 101), new string('é', 100));
        var drawn = CivicBot.Adapters.Discord.Receiving.CommandDrawing.Of([new CommandDescription(new("a", "b"), summary, new("a", "b"))])[0]!;
        ((string?)drawn["description"]).ShouldBe(new string('e', 99) + "…");
        ((string?)drawn["description_localizations"]!["fr"]).ShouldBe(summary.Fr);
    }

    [Fact]
    public async Task Gathers_second_words_under_their_first()
    {
        await using var scene = await Scene.StartedAsync();
        Options(scene, "room").Select(option => ((int?)option["type"], (string?)option["name"])).ShouldBe([(1, "link"), (1, "unlink")]);
    }

    [Fact]
    public async Task Offers_what_could_be_meant_while_typing()
    {
        await using var scene = await Scene.StartedAsync();
        Unfinished? asked = null;
        scene.Inbox.Completions = unfinished =>
        {
            asked = unfinished;
            return [new Completion("7 · Buy a cargo bike", "7")];
        };
        var exchange = await scene.Room.BeginsToType(scene.Ana, "vote", "decision", "bi");
        exchange.Completions.ShouldBe([("7 · Buy a cargo bike", "7")]);
        (asked!.Command, asked.Parameter, asked.Typed, asked.From.Name).ShouldBe(("vote", "decision", "bi", "Ana"));
    }

    private static int Publications(Scene scene) => scene.Discord.Requests.Count(request => request.Request.StartsWith("PUT", StringComparison.Ordinal));

    private static JsonNode Command(Scene scene, string name) => scene.Discord.Commands[""].Single(command => (string?)command!["name"] == name)!;

    private static List<JsonNode> Options(Scene scene, string name) => [.. Command(scene, name)["options"]!.AsArray().Select(option => option!)];
}
