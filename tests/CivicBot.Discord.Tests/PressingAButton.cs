using CivicBot.Chat;
using CivicBot.StandIns.Discord;
using Microsoft.Extensions.Time.Testing;

namespace CivicBot.Discord.Tests;

public class PressingAButton
{
    [Fact]
    public async Task Hands_in_its_token_and_is_answered_in_private()
    {
        await using var scene = await Scene.StartedAsync();
        var (card, _) = await scene.CardAsync(SomeDocuments.Card("Park", "Café"));
        var exchange = await scene.Ana.Presses(card, "Café");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        var pressed = scene.Inbox.Of<Pressed>().Single();
        pressed.Token.ShouldBe("token-2");
        pressed.SeenBy.ShouldBe(SeenBy.Bot);
        await scene.DeliverAsync(Scene.Answer(pressed, SomeDocuments.Words("Recorded: Café."), Purpose.Receipt));
        exchange.Answers.Single().Text.ShouldBe("Recorded: Café.");
        exchange.Answers.Single().IsEphemeral.ShouldBeTrue();
        scene.Room.Messages.ShouldBe([card]);
    }

    [Fact]
    public async Task On_a_private_message_redraws_it()
    {
        await using var scene = await Scene.StartedAsync();
        var first = await scene.Room.Invokes(scene.Ana, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[0], SomeDocuments.Preview));
        var second = await scene.Ana.Presses(first.Answers.Single(), "Open it");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 2);
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[1], SomeDocuments.Words("Opened."), id: "answer-2"));
        second.FirstAnswer.ShouldBe(6);
        first.Answers.Single().Text.ShouldBe("Opened.");
        first.Answers.Single().Buttons.ShouldBeEmpty();
        second.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task That_is_refused_leaves_the_private_message_and_says_why_beside_it()
    {
        await using var scene = await Scene.StartedAsync();
        var first = await scene.Room.Invokes(scene.Ana, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[0], SomeDocuments.Preview));
        var second = await scene.Ana.Presses(first.Answers.Single(), "Open it");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 2);
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[1], SomeDocuments.Words("Not yet."), Purpose.Refusal, "answer-2"));
        first.Answers.Single().Buttons.ShouldBe(["Open it", "Change"]);
        second.Answers.Single().Text.ShouldBe("Not yet.");
        second.Answers.Single().IsEphemeral.ShouldBeTrue();
    }

    [Fact]
    public async Task Among_many_is_picking_from_a_list()
    {
        await using var scene = await Scene.StartedAsync();
        var (card, _) = await scene.CardAsync(SomeDocuments.Card([.. Enumerable.Range(1, 30).Select(n => $"Place {n}")]));
        await scene.Bo.Presses(card, "Place 27");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        scene.Inbox.Of<Pressed>().Single().Token.ShouldBe("token-27");
    }

    [Fact]
    public async Task Whose_first_answer_comes_too_late_does_nothing()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.StartedAsync(time);
        var (card, _) = await scene.CardAsync(SomeDocuments.Card("Park", "Café"));
        scene.Discord.Door.IsShut = true;
        scene.Discord.Door.Drop();
        await DiscordStandIn.UntilAsync(() => !scene.Discord.Door.IsConnected);
        var pressing = scene.Ana.Presses(card, "Café");
        time.Advance(TimeSpan.FromSeconds(30));
        (await pressing).Failed.ShouldBeTrue();
        scene.Discord.Door.IsShut = false;
        await time.PassesUntilAsync(() => scene.Discord.Door.Resumed == 1);
        await scene.Bo.Presses(card, "Park");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count > 0);
        scene.Inbox.Of<Pressed>().Select(one => one.From.Name).ShouldBe(["Bo"]);
    }

    [Fact]
    public async Task Whose_first_answer_got_lost_on_the_way_back_counts_once()
    {
        await using var scene = await Scene.StartedAsync();
        var (card, _) = await scene.CardAsync(SomeDocuments.Card("Park", "Café"));
        scene.Discord.Faults.LoseAnswers(1);
        var exchange = await scene.Ana.Presses(card, "Café");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        exchange.FirstAnswer.ShouldBe(5);
        scene.Discord.Requests.Where(request => request.Request.EndsWith("callback", StringComparison.Ordinal)).Select(request => request.Status).ShouldBe([200, 400], ignoreOrder: true);
    }

    [Fact]
    public async Task That_is_sent_again_after_a_crash_keeps_the_answer_that_stands()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.StartedAsync(time);
        var (card, _) = await scene.CardAsync(SomeDocuments.Card("Park", "Café"));
        await DiscordStandIn.UntilAsync(() => scene.Memory.Values["session"].Contains("\"seq\":", StringComparison.Ordinal));
        var before = scene.Memory.Values["session"];
        var exchange = await scene.Ana.Presses(card, "Café");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[0], SomeDocuments.Words("Recorded: Café."), Purpose.Receipt));
        await scene.StopAsync();
        scene.Memory.Values["session"] = before; // as if the stop had come before it was written
        scene.Inbox.Answer = _ => new Committed(1, Again: true);
        await scene.StartAsync();
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 2);
        await time.PassesUntilAsync(() => scene.Discord.Requests.Any(request => request.Request.StartsWith("GET", StringComparison.Ordinal) && request.Request.EndsWith("@original", StringComparison.Ordinal)));
        exchange.Answers.Single().Text.ShouldBe("Recorded: Café.");
        scene.Discord.Requests.ShouldNotContain(request => request.Request.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whose_first_answer_has_to_wait_a_moment_still_counts()
    {
        await using var scene = await Scene.StartedAsync();
        var (card, _) = await scene.CardAsync(SomeDocuments.Card("Park", "Café"));
        scene.Discord.Faults.AskToWait("/callback", 0.2);
        (await scene.Ana.Presses(card, "Café")).AnsweredAfter!.Value.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.15));
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
    }

    [Fact]
    public async Task During_an_outage_does_nothing_and_fails_for_the_person()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.StartedAsync(time);
        var (card, _) = await scene.CardAsync(SomeDocuments.Card("Park", "Café"));
        scene.Discord.Faults.Outage = true;
        var pressing = scene.Ana.Presses(card, "Café");
        await time.PassesUntilAsync(() => pressing.IsCompleted, TimeSpan.FromMilliseconds(100));
        (await pressing).Failed.ShouldBeTrue();
        scene.Inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Twice_keeps_the_order_of_one_person_and_holds_up_no_other()
    {
        await using var scene = await Scene.StartedAsync();
        var (card, _) = await scene.CardAsync(SomeDocuments.Card("Park", "Café"));
        var free = false;
        scene.Inbox.Answer = one => one is Pressed { Token: "token-1", From.Name: "Ana" } && !free ? new Busy(TimeSpan.FromMilliseconds(10)) : new Committed(1);
        await scene.Ana.Presses(card, "Park");
        await scene.Ana.Presses(card, "Café");
        await scene.Bo.Presses(card, "Café");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Of<Pressed>().Any(one => one.From.Name == "Bo"));
        scene.Inbox.Of<Pressed>().ShouldNotContain(one => one.From.Name == "Ana" && one.Token == "token-2");
        free = true;
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Of<Pressed>().Any(one => one.From.Name == "Ana" && one.Token == "token-2"));
    }
}
