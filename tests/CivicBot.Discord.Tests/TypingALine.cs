using CivicBot.Chat;
using CivicBot.StandIns.Discord;

namespace CivicBot.Discord.Tests;

public class TypingALine
{
    [Fact]
    public async Task That_mentions_us_is_a_command_that_others_see()
    {
        await using var scene = await Scene.StartedAsync();
        var line = scene.Room.Says(scene.Bo, $"<@{scene.Discord.ApplicationId}> delegate <@{scene.Ana.Id}> topic:housing");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        var said = scene.Inbox.Of<Said>().Single();
        (said.Text, said.Command, said.SeenBy).ShouldBe(($"delegate discord:{scene.Ana.Id} topic:housing", true, SeenBy.Room));
        await scene.DeliverAsync(Scene.Answer(said, SomeDocuments.Words("Your voice follows Ana.")));
        scene.Room.Messages[^1].AnswerTo.ShouldBe(line.Id);
    }

    [Fact]
    public async Task That_says_only_our_name_is_handed_in()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Room.Says(scene.Bo, $"<@{scene.Discord.ApplicationId}>");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        scene.Inbox.Of<Said>().Select(said => (said.Text, said.Command)).ShouldBe([("", true)]);
    }

    [Fact]
    public async Task Among_people_is_theirs()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Room.Says(scene.Bo, "poll Tea Coffee");
        scene.Room.Says(scene.Bo, $"<@{scene.Discord.ApplicationId}> help");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count > 0);
        scene.Inbox.Of<Said>().Single().Text.ShouldBe("help");
    }

    [Fact]
    public async Task In_answer_to_us_may_answer_a_question()
    {
        await using var scene = await Scene.StartedAsync();
        var (card, _) = await scene.CardAsync(SomeDocuments.Card("Park", "Café"));
        scene.Room.Says(scene.Bo, "Café", card);
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        scene.Inbox.Of<Said>().Single().Command.ShouldBeFalse();
    }

    [Fact]
    public async Task After_a_restart_is_still_read_and_its_place_known()
    {
        await using var scene = await Scene.NewAsync();
        var post = scene.Garden.Forum("ideas").Thread("An idea");
        scene.Garden.Joins(scene.Ana);
        await scene.StartAsync();
        await DiscordStandIn.UntilAsync(() => scene.Memory.Values.ContainsKey("guilds"));
        await scene.StopAsync();
        await scene.StartAsync();
        scene.Discord.Door.Resumed.ShouldBe(1);
        scene.Room.Says(scene.Bo, $"<@{scene.Discord.ApplicationId}> help");
        scene.Ana.Private.Says(scene.Ana, "help");
        await post.Invokes(scene.Bo, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 3);
        scene.Inbox.Of<Said>().Single(said => said.In.Private).Shares.ShouldBe(["discord:" + scene.Garden.Id]);
        scene.Inbox.Of<Said>().Single(said => !said.In.Private).In.PlaceName.ShouldBe("Garden");
        scene.Inbox.Of<Invoked>().Single().In.Key.ShouldBe("discord:" + post.Id);
    }

    [Fact]
    public async Task In_private_is_seen_by_us_alone()
    {
        await using var scene = await Scene.NewAsync();
        scene.Garden.Joins(scene.Ana);
        await scene.StartAsync();
        scene.Ana.Private.Says(scene.Ana, "/vote 1 Café");
        scene.Ana.Private.Says(scene.Ana, "Café");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 2);
        scene.Inbox.Of<Said>().Select(said => (said.Text, said.Command, said.SeenBy, said.In.Private)).ShouldBe([("vote 1 Café", true, SeenBy.Bot, true), ("Café", true, SeenBy.Bot, true)]);
        scene.Inbox.Received[0].Shares.ShouldBe(["discord:" + scene.Garden.Id]);
    }
}
