using CivicBot.Chat;

namespace CivicBot.Discord.Tests;

public class TheThreadOnACard
{
    private static readonly Document Card = SomeDocuments.Card("Park", "Café");

    [Fact]
    public async Task Is_made_on_the_card_once()
    {
        await using var scene = await Scene.StartedAsync();
        var (card, reference) = await scene.CardAsync(Card);
        await ToThreadAsync(scene, reference, "t-1");
        await ToThreadAsync(scene, reference, "t-2");
        var thread = scene.Room.Threads.Single();
        (thread.Id, thread.Name, thread.Messages.Count).ShouldBe((card.Id, "Suggestion 7.1", 2));
        scene.Room.Messages.ShouldBe([card]);
    }

    [Fact]
    public async Task Without_a_heading_is_called_by_its_first_sentence()
    {
        await using var scene = await Scene.StartedAsync();
        var (_, reference) = await scene.CardAsync(Card);
        await scene.DeliverAsync(new Delivery("t", new Destination.ToRoom("discord:" + scene.Room.Id, reference), Purpose.Notice, SomeDocuments.Words("Proposal 2 is discussed here. What should it hold?"), "en"));
        scene.Room.Threads.Single().Name.ShouldBe("Proposal 2 is discussed here");
    }

    [Fact]
    public async Task That_somebody_made_before_is_used()
    {
        await using var scene = await Scene.StartedAsync();
        var (_, reference) = await scene.CardAsync(Card);
        await ToThreadAsync(scene, reference, "t-1");
        scene.Memory.Values.Clear(); // as if we had not made it
        await ToThreadAsync(scene, reference, "t-2");
        scene.Room.Threads.Single().Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task In_a_forum_is_the_post_itself()
    {
        await using var scene = await Scene.StartedAsync();
        var post = scene.Garden.Forum("ideas").Thread("An idea");
        var sent = (Delivered.Sent)await scene.DeliverAsync(new Delivery("c", new Destination.ToRoom("discord:" + post.Id), Purpose.Opening, Card, "en"));
        await scene.DeliverAsync(new Delivery("t", new Destination.ToRoom("discord:" + post.Id, sent.Message), Purpose.Notice, SomeDocuments.Words("Suggestion 7.1"), "en"));
        post.Messages.Select(message => message.Text.Length > 0).ShouldBe([true, true]);
    }

    private static Task<Delivered> ToThreadAsync(Scene scene, string card, string id) => scene.DeliverAsync(
        new Delivery(id, new Destination.ToRoom("discord:" + scene.Room.Id, card), Purpose.Notice, new Document(new Part.Heading(Line.Of("Suggestion 7.1")), new Part.Text(Line.Of("Make it red."))), "en"));
}
