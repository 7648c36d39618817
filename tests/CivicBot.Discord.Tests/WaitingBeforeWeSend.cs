using CivicBot.Chat;

namespace CivicBot.Discord.Tests;

public class WaitingBeforeWeSend
{
    private static readonly Document Card = SomeDocuments.Card("Park", "Café");

    [Fact]
    public async Task During_an_outage_it_is_put_off()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Discord.Faults.Outage = true;
        (await ToRoomAsync(scene, "d-1")).ShouldBeOfType<Delivered.Later>();
        scene.Discord.Faults.Outage = false;
        (await ToRoomAsync(scene, "d-1")).ShouldBeOfType<Delivered.Sent>();
    }

    [Fact]
    public async Task More_than_a_channel_takes_is_put_off()
    {
        await using var scene = await Scene.StartedAsync();
        var outcomes = new List<Delivered>();
        for (var n = 0; n < 12; n++) outcomes.Add(await ToRoomAsync(scene, $"d-{n}"));
        outcomes.OfType<Delivered.Sent>().Count().ShouldBe(5);
        outcomes.OfType<Delivered.Later>().ShouldAllBe(later => later.RetryAfter > TimeSpan.Zero && later.RetryAfter <= TimeSpan.FromSeconds(5));
        scene.Discord.Requests.ShouldNotContain(request => request.Status == 429);
    }

    [Fact]
    public async Task As_long_as_Discord_asks_nothing_is_sent()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Discord.Faults.AskToWait("/messages", 7);
        (await ToRoomAsync(scene, "d-1")).ShouldBe(new Delivered.Later(TimeSpan.FromSeconds(7)));
        var before = scene.Discord.Requests.Count;
        (await ToRoomAsync(scene, "d-1")).ShouldBeOfType<Delivered.Later>();
        scene.Discord.Requests.Count.ShouldBe(before);
    }

    [Fact]
    public async Task What_others_used_up_is_not_counted_against_us()
    {
        await using var scene = await Scene.NewAsync();
        scene.Options.MostInvalidRequests = 1;
        await scene.StartAsync();
        scene.Discord.Faults.AskToWait("/messages", 7, shared: true);
        (await ToRoomAsync(scene, "d-1")).ShouldBe(new Delivered.Later(TimeSpan.FromSeconds(7)));
        var other = scene.Garden.Channel("other");
        (await scene.DeliverAsync(new Delivery("d-2", new Destination.ToRoom("discord:" + other.Id), Purpose.Notice, SomeDocuments.Words("Hello"), "en"))).ShouldBeOfType<Delivered.Sent>();
    }

    [Fact]
    public async Task When_asked_to_wait_everywhere_nothing_is_sent_anywhere()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Discord.Faults.AskToWait("/messages", 7, everywhere: true);
        await ToRoomAsync(scene, "d-1");
        var other = scene.Garden.Channel("other");
        (await scene.DeliverAsync(new Delivery("d-2", new Destination.ToRoom("discord:" + other.Id), Purpose.Notice, SomeDocuments.Words("Hello"), "en"))).ShouldBeOfType<Delivered.Later>();
    }

    [Fact]
    public async Task After_too_many_refusals_first_answers_alone_are_sent()
    {
        await using var scene = await Scene.NewAsync();
        scene.Options.MostInvalidRequests = 3;
        await scene.StartAsync();
        scene.Room.Rights = 0;
        for (var n = 0; n < 3; n++) (await ToRoomAsync(scene, $"d-{n}")).ShouldBeOfType<Delivered.Never>();
        (await ToRoomAsync(scene, "d-3")).ShouldBeOfType<Delivered.Later>().RetryAfter.ShouldBeGreaterThan(TimeSpan.FromMinutes(9));
        (await scene.Room.Invokes(scene.Bo, "decisions")).FirstAnswer.ShouldBe(5);
    }

    [Fact]
    public async Task Before_we_run_it_is_put_off()
    {
        await using var scene = await Scene.NewAsync();
        using var adapter = new CivicBot.Adapters.Discord.DiscordAdapter(scene.Options, scene.Memory, scene.Time, scene.Log);
        (await adapter.DeliverAsync(new Delivery("d", new Destination.ToRoom("discord:1"), Purpose.Notice, Card, "en"), CancellationToken.None)).ShouldBeOfType<Delivered.Later>();
        await scene.StartAsync();
    }

    private static Task<Delivered> ToRoomAsync(Scene scene, string id) =>
        scene.DeliverAsync(new Delivery(id, new Destination.ToRoom("discord:" + scene.Room.Id), Purpose.Notice, SomeDocuments.Words("Hello"), "en"));
}
