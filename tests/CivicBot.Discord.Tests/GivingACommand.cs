using CivicBot.Chat;
using CivicBot.StandIns.Discord;

namespace CivicBot.Discord.Tests;

public class GivingACommand
{
    [Fact]
    public async Task Hands_in_its_arguments_apart()
    {
        await using var scene = await Scene.StartedAsync();
        await scene.Room.Invokes(scene.Ana, "poll", ("question", "Tea?"), ("option-2", "No"), ("option-1", "Yes"), ("method", "approval"));
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        var invoked = scene.Inbox.Of<Invoked>().Single();
        invoked.Command.ShouldBe("poll");
        invoked.Arguments["question"].ShouldBe(["Tea?"]);
        invoked.Arguments["options"].ShouldBe(["Yes", "No"]);
        invoked.Arguments["method"].ShouldBe(["approval"]);
        invoked.From.ShouldBe(new Account("discord:" + scene.Ana.Id, "Ana", "fr"));
        invoked.In.ShouldBe(new Room("discord:" + scene.Room.Id, "discord:" + scene.Garden.Id, "Garden"));
        (invoked.SeenBy, invoked.Admin, invoked.Present).ShouldBe((SeenBy.Bot, false, true));
        invoked.EventKey.ShouldBe("discord:" + scene.Ana.Exchanges.Single().Id);
    }

    [Fact]
    public async Task Is_answered_with_a_thinking_that_only_the_asker_sees()
    {
        await using var scene = await Scene.StartedAsync();
        var exchange = await scene.Room.Invokes(scene.Bo, "decisions");
        (exchange.FirstAnswer, exchange.IsThinking, scene.Room.Messages.Count).ShouldBe((5, true, 0));
    }

    [Fact]
    public async Task Of_two_words_is_one_command()
    {
        await using var scene = await Scene.StartedAsync();
        await scene.Room.Invokes(scene.Bo, "room link", ("code", "7F3K-92MX"));
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        var invoked = scene.Inbox.Of<Invoked>().Single();
        (invoked.Command, invoked.Arguments["code"].Single()).ShouldBe(("room link", "7F3K-92MX"));
    }

    [Fact]
    public async Task Names_a_person_by_account()
    {
        await using var scene = await Scene.StartedAsync();
        await scene.Room.Invokes(scene.Bo, "delegate", ("person", scene.Ana));
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        scene.Inbox.Of<Invoked>().Single().Arguments["person"].ShouldBe(["discord:" + scene.Ana.Id]);
    }

    [Fact]
    public async Task By_who_may_manage_the_server_is_an_admins()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Bo.IsAdmin = true;
        await scene.Room.Invokes(scene.Bo, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        scene.Inbox.Received.Single().Admin.ShouldBeTrue();
    }

    [Fact]
    public async Task In_a_thread_is_in_its_channel()
    {
        await using var scene = await Scene.StartedAsync();
        await scene.Room.Thread("talk").Invokes(scene.Bo, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        scene.Inbox.Received.Single().In.Key.ShouldBe("discord:" + scene.Room.Id);
    }

    [Fact]
    public async Task In_a_forums_post_is_in_the_post()
    {
        await using var scene = await Scene.NewAsync();
        var post = scene.Garden.Forum("ideas").Thread("An idea");
        await scene.StartAsync();
        await post.Invokes(scene.Bo, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        scene.Inbox.Received.Single().In.ShouldBe(new Room("discord:" + post.Id, "discord:" + scene.Garden.Id, "Garden"));
    }

    [Fact]
    public async Task In_private_names_the_servers_that_he_is_in()
    {
        await using var scene = await Scene.NewAsync();
        scene.Discord.Server("Elsewhere");
        scene.Garden.Joins(scene.Ana);
        await scene.StartAsync();
        await scene.Ana.Private.Invokes(scene.Ana, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        var invoked = scene.Inbox.Received.Single();
        invoked.In.Private.ShouldBeTrue();
        invoked.Shares.ShouldBe(["discord:" + scene.Garden.Id]);
    }

    [Fact]
    public async Task That_nothing_is_said_about_leaves_no_thinking_behind()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Inbox.Answer = _ => new Ignored();
        var exchange = await scene.Room.Invokes(scene.Bo, "decisions");
        await DiscordStandIn.UntilAsync(() => !exchange.IsThinking);
        exchange.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_host_is_busy_is_handed_in_again()
    {
        await using var scene = await Scene.StartedAsync();
        var times = 0;
        scene.Inbox.Answer = _ => ++times < 3 ? new Busy(TimeSpan.FromMilliseconds(1)) : new Committed(1);
        await scene.Room.Invokes(scene.Bo, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 3);
        scene.Inbox.Received.Select(one => one.EventKey).Distinct().Count().ShouldBe(1);
    }
}
