using CivicBot.Chat;
using CivicBot.StandIns.Discord;

namespace CivicBot.Discord.Tests;

public class FillingAForm
{
    [Fact]
    public async Task Begins_with_what_was_given_and_is_asked_for_at_once()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Inbox.Forms = _ => SomeDocuments.Poll;
        var shown = await scene.Room.Invokes(scene.Ana, "poll");
        shown.FirstAnswer.ShouldBe(9);
        shown.Form!.Title.ShouldBe("A new poll");
        shown.Form.Fields.ShouldBe(
        [
            new FormField("question", "Question", "What do you ask?", "Tea?", Required: true, Long: false),
            new FormField("options", "Options", "One per line.", "", Required: true, Long: true),
            new FormField("closes", "Closes", "2h, 3d, tomorrow 18:00", "", Required: false, Long: false),
        ]);
        scene.Inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hands_in_what_was_filled_with_what_was_given()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Inbox.Forms = _ => SomeDocuments.Poll;
        var shown = await scene.Room.Invokes(scene.Ana, "poll");
        var sent = await scene.Ana.Fills(shown, ("options", "Yes\n\n No \n"));
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        var invoked = scene.Inbox.Of<Invoked>().Single();
        sent.FirstAnswer.ShouldBe(5);
        invoked.Command.ShouldBe("poll");
        invoked.Arguments.ToDictionary(one => one.Key, one => string.Join('|', one.Value)).ShouldBe(new Dictionary<string, string> { ["method"] = "approval", ["question"] = "Tea?", ["options"] = "Yes|No" }, ignoreOrder: true);
    }

    [Fact]
    public async Task After_a_restart_still_works()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Inbox.Forms = _ => SomeDocuments.Poll;
        var shown = await scene.Room.Invokes(scene.Ana, "poll");
        await scene.StopAsync();
        await scene.StartAsync();
        await scene.Ana.Fills(shown, ("options", "Yes\nNo"));
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        scene.Inbox.Of<Invoked>().Single().Arguments["method"].ShouldBe(["approval"]);
    }

    [Fact]
    public async Task That_is_no_longer_known_says_so_and_does_nothing()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Inbox.Forms = _ => SomeDocuments.Poll;
        var shown = await scene.Room.Invokes(scene.Ana, "poll");
        scene.Memory.Values.Clear();
        var sent = await scene.Ana.Fills(shown, ("options", "Yes\nNo"));
        sent.Answers.Single().Text.ShouldStartWith("Je n’ai plus ce formulaire.");
        scene.Inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_offered_by_a_button_too()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Inbox.Forms = asked => asked is Pressed { Token: "change-token" } ? SomeDocuments.Poll : null;
        var first = await scene.Room.Invokes(scene.Ana, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[0], SomeDocuments.Preview));
        var shown = await scene.Ana.Presses(first.Answers.Single(), "Change");
        shown.Form!.Fields.Count.ShouldBe(3);
        scene.Inbox.Received.Count.ShouldBe(1);

        // Filled anew, the preview is drawn anew where it stands.
        await scene.Ana.Fills(shown, ("options", "Yes\nNo"));
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 2);
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[1], SomeDocuments.Words("This is how it would open now."), id: "answer-2"));
        scene.Ana.Answers.Single().Text.ShouldBe("This is how it would open now.");
    }

    [Fact]
    public async Task Can_begin_from_a_message()
    {
        await using var scene = await Scene.StartedAsync();
        Interaction? asked = null;
        scene.Inbox.Forms = one =>
        {
            asked = one;
            return SomeDocuments.Poll;
        };
        var message = scene.Room.Says(scene.Bo, "We could buy a cargo bike.");
        await scene.Room.PicksFromMenu(scene.Ana, message, "Make it a proposal");
        var invoked = asked.ShouldBeOfType<Invoked>();
        (invoked.Command, invoked.Arguments["text"].Single()).ShouldBe(("propose", "We could buy a cargo bike."));
    }

    [Fact]
    public async Task With_more_questions_than_fit_asks_what_must_be_known()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Inbox.Forms = _ => SomeDocuments.Poll with { Fields = [.. Enumerable.Range(1, 7).Select(n => new Field($"f{n}", $"Field {n}", Line.Of("?"), Skip: n is 2 or 3 ? "none" : null))] };
        var shown = await scene.Room.Invokes(scene.Ana, "poll");
        shown.Form!.Fields.Select(field => field.Name).ShouldBe(["f1", "f4", "f5", "f6", "f7"]);
    }

    [Fact]
    public async Task Of_one_field_answers_a_question()
    {
        await using var scene = await Scene.StartedAsync();
        var first = await scene.Room.Invokes(scene.Ana, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
        await scene.DeliverAsync(Scene.Answer(scene.Inbox.Received[0], new Document(new Part.Ask(Line.Of("Quelles options ?"), 2, 3)), language: "fr"));
        var shown = await scene.Ana.Presses(first.Answers.Single(), "Répondre");
        await scene.Ana.Fills(shown, ("said", "Parc"));
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 2);
        var said = scene.Inbox.Of<Said>().Single();
        (said.Text, said.Command, said.SeenBy, said.In.Key).ShouldBe(("Parc", false, SeenBy.Bot, "discord:" + scene.Room.Id));
    }

    [Fact]
    public async Task That_cannot_be_drawn_holds_up_nothing()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Inbox.Forms = _ => throw new InvalidOperationException("a plugin failed");
        var exchange = await scene.Room.Invokes(scene.Ana, "decisions");
        exchange.FirstAnswer.ShouldBe(5);
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
    }
}
