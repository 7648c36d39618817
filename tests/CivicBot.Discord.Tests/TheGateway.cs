using CivicBot.Chat;
using CivicBot.StandIns.Discord;
using Microsoft.Extensions.Time.Testing;

namespace CivicBot.Discord.Tests;

public class TheGateway
{
    [Fact]
    public async Task That_drops_us_is_gone_on_with()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Discord.Door.Drop();
        await DiscordStandIn.UntilAsync(() => scene.Discord.Door is { Resumed: 1, IsConnected: true });
        await scene.Room.Invokes(scene.Bo, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        scene.Discord.Door.Identified.ShouldBe(1);
    }

    [Fact]
    public async Task That_asks_us_to_connect_again_is_obeyed()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Discord.Door.AskToReconnect();
        await DiscordStandIn.UntilAsync(() => scene.Discord.Door.Resumed == 1);
        scene.Discord.Door.Identified.ShouldBe(1);
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4008)]
    [InlineData(1001)]
    public async Task That_closes_for_a_passing_reason_is_gone_on_with(int code)
    {
        await using var scene = await Scene.StartedAsync();
        scene.Discord.Door.Close(code);
        await DiscordStandIn.UntilAsync(() => scene.Discord.Door.Resumed == 1);
        scene.Discord.Door.Identified.ShouldBe(1);
    }

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task That_ends_the_session_gets_a_new_one(int code)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.StartedAsync(time);
        scene.Discord.Door.Close(code);
        await time.PassesUntilAsync(() => scene.Discord.Door.Identified == 2);
        scene.Discord.Door.Resumed.ShouldBe(0);
    }

    [Fact]
    public async Task That_no_longer_knows_the_session_gets_a_new_one()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.StartedAsync(time);
        scene.Discord.Door.Drop();
        scene.Discord.Door.ForgetSessions();
        await time.PassesUntilAsync(() => scene.Discord.Door.Identified == 2);
    }

    [Theory]
    [InlineData(4004, "token is not accepted")]
    [InlineData(4010, "shard does not exist")]
    [InlineData(4011, "too many servers")]
    [InlineData(4012, "version 10")]
    [InlineData(4014, "does not allow what we listen to")]
    public async Task That_will_never_take_us_ends_the_run_and_says_why(int code, string why)
    {
        await using var scene = await Scene.NewAsync();
        var run = scene.Start();
        await DiscordStandIn.UntilAsync(() => scene.Discord.Door.IsConnected);
        scene.Discord.Door.Close(code);
        (await Should.ThrowAsync<InvalidOperationException>(() => run.WaitAsync(TimeSpan.FromSeconds(8)))).Message.ShouldContain(why);
    }

    [Fact]
    public async Task That_no_longer_hears_us_is_left_and_gone_on_with()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.NewAsync(time);
        scene.Discord.Door.Heartbeat = TimeSpan.FromSeconds(2);
        scene.Discord.Faults.Deaf = true;
        await scene.StartAsync();
        await time.PassesUntilAsync(() => scene.Discord.Door.Resumed > 0);
        scene.Discord.Door.Identified.ShouldBe(1);
    }

    [Fact]
    public async Task Gets_a_heartbeat_when_it_asks_for_one()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.StartedAsync(time);
        scene.Discord.Door.AskForHeartbeat();
        await DiscordStandIn.UntilAsync(() => scene.Discord.Door.Heartbeats == 1);
    }

    [Fact]
    public async Task That_allows_no_more_sessions_today_is_waited_for()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.NewAsync(time);
        scene.Discord.Faults.SessionsLeft = 0;
        _ = scene.Start();
        await DiscordStandIn.UntilAsync(() => scene.Log.Lines.Any(line => line.Contains("no session may begin", StringComparison.Ordinal)));
        scene.Discord.Door.Identified.ShouldBe(0);
        scene.Discord.Faults.SessionsLeft = 1;
        time.Advance(TimeSpan.FromMinutes(1));
        await time.PassesUntilAsync(() => scene.Discord.Door.Identified == 1);
    }

    [Fact]
    public async Task Sends_again_after_a_stop_what_was_not_finished()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Inbox.Answer = one => one is Invoked { Command: "decisions" } ? new Busy(TimeSpan.FromMilliseconds(5)) : new Committed(1);
        await scene.Room.Invokes(scene.Ana, "decisions");
        await scene.Room.Invokes(scene.Bo, "vote", ("decision", "1"));
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Of<Invoked>().Any(one => one.Command == "vote") && scene.Inbox.Of<Invoked>().Any(one => one.Command == "decisions"));
        await scene.StopAsync();
        var before = scene.Inbox.Received.Count;
        scene.Inbox.Answer = _ => new Committed(1);
        await scene.StartAsync();

        // The first was acknowledged before the stop, and that it was (40060) is reason enough to do it now.
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Skip(before).Any(one => one is Invoked { Command: "decisions" }));
        await scene.StopAsync();
        before = scene.Inbox.Received.Count;
        await scene.StartAsync();
        await scene.Room.Invokes(scene.Bo, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count > before);
        scene.Inbox.Received.Skip(before).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Is_entered_by_each_shard_in_its_turn()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.NewAsync(time);
        (scene.Options.Shard, scene.Options.Shards) = (1, 2);
        _ = scene.Start();
        var began = time.GetUtcNow();
        await time.PassesUntilAsync(() => scene.Discord.Door.IsConnected);
        (time.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(-1, 1)]
    public async Task Has_no_place_for_a_shard_that_is_none(int shard, int shards)
    {
        await using var scene = await Scene.StartedAsync();
        (scene.Options.Shard, scene.Options.Shards) = (shard, shards);
        Should.Throw<InvalidOperationException>(() => new CivicBot.Adapters.Discord.DiscordAdapter(scene.Options, scene.Memory, scene.Time, scene.Log)).Message.ShouldContain("Shard must be");
    }

    [Fact]
    public async Task Is_listened_to_without_any_privilege()
    {
        // 1 servers, 512 lines, 4096 lines in private: the privileged ones are 2, 256 and 32768.
        CivicBot.Adapters.Discord.Receiving.Identifying.Intents.ShouldBe(1 + 512 + 4096);
        await using var scene = await Scene.StartedAsync();
        scene.Discord.Door.IsConnected.ShouldBeTrue();
    }
}
