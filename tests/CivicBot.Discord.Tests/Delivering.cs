using CivicBot.Chat;
using CivicBot.StandIns.Discord;
using Microsoft.Extensions.Time.Testing;

namespace CivicBot.Discord.Tests;

public class Delivering
{
    private static readonly Document Card = SomeDocuments.Card("Park", "Café");

    [Fact]
    public async Task A_card_puts_one_message_there_however_often_it_is_tried()
    {
        await using var scene = await Scene.StartedAsync();
        var (_, first) = await scene.CardAsync(Card);
        var (_, second) = await scene.CardAsync(Card);
        scene.Room.Messages.Count.ShouldBe(1);
        second.ShouldBe(first);
    }

    [Fact]
    public async Task A_card_after_a_long_stop_finds_the_one_that_stands()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.StartedAsync(time);
        scene.Discord.Faults.LoseAnswers(1);
        var opening = new Delivery("card-1", new Destination.ToRoom("discord:" + scene.Room.Id), Purpose.Opening, Card, "en");
        (await scene.DeliverAsync(opening)).ShouldBeOfType<Delivered.Later>();
        await scene.StopAsync();
        time.Advance(TimeSpan.FromHours(2));
        await scene.StartAsync();
        var (message, reference) = await scene.CardAsync(Card);
        scene.Room.Messages.ShouldBe([message]);
        reference.ShouldEndWith(message.Id);
    }

    [Fact]
    public async Task A_card_once_more_because_somebody_asked_posts_it_once_more()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.StartedAsync(time);
        var (_, first) = await scene.CardAsync(Card);
        await scene.StopAsync();
        time.Advance(TimeSpan.FromHours(2));
        await scene.StartAsync();
        var (_, second) = await scene.CardAsync(Card, "card-again");
        scene.Room.Messages.Count.ShouldBe(2);
        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task A_card_anew_edits_it()
    {
        await using var scene = await Scene.StartedAsync();
        var (message, reference) = await scene.CardAsync(Card);
        (await EditAsync(scene, reference, SomeDocuments.Card("Park", "Café", "Online"))).ShouldBe(new Delivered.Sent(reference));
        message.Buttons.ShouldBe(["Park", "Café", "Online"]);
        message.Edits.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_card_that_was_deleted_posts_it_anew()
    {
        await using var scene = await Scene.StartedAsync();
        var (message, reference) = await scene.CardAsync(Card);
        scene.Room.Loses(message);
        var sent = (await EditAsync(scene, reference, Card)).ShouldBeOfType<Delivered.Sent>();
        sent.Message.ShouldNotBe(reference);
        (await EditAsync(scene, sent.Message!, Card, "card-3")).ShouldBe(sent);
        scene.Room.Messages.Single().Edits.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_old_card_is_edited_once_a_minute()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.StartedAsync(time);
        var (message, reference) = await scene.CardAsync(Card);
        time.Advance(TimeSpan.FromHours(2));
        (await EditAsync(scene, reference, Card)).ShouldBeOfType<Delivered.Sent>();
        (await EditAsync(scene, reference, Card)).ShouldBe(new Delivered.Later(TimeSpan.FromMinutes(1)));
        time.Advance(TimeSpan.FromMinutes(1));
        (await EditAsync(scene, reference, Card)).ShouldBeOfType<Delivered.Sent>();
        message.Edits.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_old_card_after_a_restart_is_put_off_and_holds_up_no_other()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.StartedAsync(time);
        var (_, reference) = await scene.CardAsync(Card);
        time.Advance(TimeSpan.FromHours(2));
        var (_, young) = await scene.CardAsync(SomeDocuments.Words("Another."), "card-young");
        await EditAsync(scene, reference, Card);
        await scene.StopAsync();
        await scene.StartAsync();
        (await EditAsync(scene, reference, Card)).ShouldBe(new Delivered.Later(TimeSpan.FromHours(1)));
        (await EditAsync(scene, young, Card)).ShouldBeOfType<Delivered.Sent>();
    }

    [Fact]
    public async Task In_front_of_everyone_takes_the_thinking_away()
    {
        await using var scene = await Scene.StartedAsync();
        var exchange = await scene.Room.Invokes(scene.Ana, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        var asked = scene.Inbox.Received[0];
        await scene.DeliverAsync(new Delivery("d", new Destination.ToRoom(asked.In.Key, asked.Event), Purpose.Answer, SomeDocuments.Words("Two are open."), "en"));
        scene.Room.Messages.Single().Text.ShouldBe("Two are open.");
        (exchange.IsThinking, exchange.Answers.Count).ShouldBe((false, 0));
    }

    [Fact]
    public async Task Several_answers_shows_them_one_after_the_other()
    {
        await using var scene = await Scene.StartedAsync();
        var exchange = await scene.Room.Invokes(scene.Ana, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[0], SomeDocuments.Words("One."), id: "a-1"));
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[0], SomeDocuments.Words("Two."), id: "a-2"));
        exchange.Answers.Select(message => (message.Text, message.IsEphemeral)).ShouldBe([("One.", true), ("Two.", true)]);
    }

    [Fact]
    public async Task An_answer_after_a_restart_still_takes_the_place_of_the_thinking()
    {
        await using var scene = await Scene.StartedAsync();
        var exchange = await scene.Room.Invokes(scene.Ana, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        await scene.StopAsync();
        await scene.StartAsync();
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[0], SomeDocuments.Words("One."), id: "a-1"));
        await scene.StopAsync();
        await scene.StartAsync();
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[0], SomeDocuments.Words("Two."), id: "a-2"));
        exchange.Answers.Select(message => message.Text).ShouldBe(["One.", "Two."]);
    }

    [Fact]
    public async Task An_answer_after_a_restart_comes_even_where_the_thinking_was_taken_away()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Inbox.Answer = _ => new Ignored();
        var exchange = await scene.Room.Invokes(scene.Ana, "decisions");
        await DiscordStandIn.UntilAsync(() => !exchange.IsThinking && scene.Inbox.Received.Count == 1);
        await scene.StopAsync();
        await scene.StartAsync();
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[0], SomeDocuments.Words("One.")));
        (exchange.Answers.Single().Text, exchange.Answers.Single().IsEphemeral).ShouldBe(("One.", true));
    }

    [Fact]
    public async Task An_answer_after_more_than_a_quarter_of_an_hour_is_given_up()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await Scene.StartedAsync(time);
        await scene.Room.Invokes(scene.Ana, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        time.Advance(TimeSpan.FromMinutes(16));
        (await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[0], SomeDocuments.Words("One.")))).ShouldBeOfType<Delivered.Never>();
        scene.Ana.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_attaches_it()
    {
        await using var scene = await Scene.StartedAsync();
        var exchange = await scene.Room.Invokes(scene.Ana, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[0], new Document(new Part.Text(Line.Of("Your receipt.")), new Part.Attachment("receipt.json", "{\"é\": 1}"))));
        exchange.Answers.Single().Files.ShouldBe(new Dictionary<string, string> { ["receipt.json"] = "{\"é\": 1}" });
    }

    [Fact]
    public async Task To_a_member_opens_a_conversation_only_if_it_matters()
    {
        await using var scene = await Scene.StartedAsync();
        (await ToMemberAsync(scene, opens: false, "m-1")).ShouldBeOfType<Delivered.Never>();
        (await ToMemberAsync(scene, opens: true, "m-2")).ShouldBeOfType<Delivered.Sent>();
        (await ToMemberAsync(scene, opens: false, "m-3")).ShouldBeOfType<Delivered.Sent>();
        scene.Ana.Private.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task To_a_member_who_takes_no_messages_is_given_up()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Ana.TakesNoMessages = true;
        (await ToMemberAsync(scene, opens: true, "m-1")).ShouldBeOfType<Delivered.Never>();
    }

    private static Task<Delivered> EditAsync(Scene scene, string reference, Document document, string id = "card-2") =>
        scene.DeliverAsync(new Delivery(id, new Destination.ToRoom("discord:" + scene.Room.Id), Purpose.Card, document, "en", reference));

    private static Task<Delivered> ToMemberAsync(Scene scene, bool opens, string id) =>
        scene.DeliverAsync(new Delivery(id, new Destination.ToMember("discord:" + scene.Ana.Id, "Ana", opens), Purpose.Message, SomeDocuments.Words("Your delegate voted."), "en"));
}
