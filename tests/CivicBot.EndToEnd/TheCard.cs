using CivicBot.EndToEnd.Tools;

namespace CivicBot.EndToEnd;

public sealed class TheCard : Scene
{
    [Fact]
    public async Task Is_a_formatted_message_with_the_same_in_plain_text_and_pings_nobody()
    {
        await Bot.StartAsync();
        var room = await RoomAsync(null);
        await Ana.SayAsync(room.Id, "!poll \"<b>Tea</b> & @room?\" \"*Tea*\" Coffee");
        var card = await room.CardAsync(1);
        card.Content["msgtype"]!.ToString().ShouldBe("m.text");
        card.Content["format"]!.ToString().ShouldBe("org.matrix.custom.html");
        card.Html.ShouldContain("&lt;b&gt;Tea&lt;/b&gt; &amp;");
        card.Html.ShouldNotContain("<b>Tea</b>");
        card.Html.ShouldContain("<code>!vote 1 ");
        card.Body.ShouldContain("!vote 1 ");
        card.Content["m.mentions"]!.AsObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task Comes_with_a_number_to_tap_for_each_option()
    {
        await Bot.StartAsync();
        var room = await RoomAsync(null);
        await Ana.SayAsync(room.Id, "!poll \"Where?\" Park Café Online");
        var card = await room.CardAsync(1);
        await Wait.ForAsync("three reactions", async () => (await room.MarksAsync(card.Id)).Count == 3);
        (await room.MarksAsync(card.Id)).ShouldBe(["1️⃣", "2️⃣", "3️⃣"]);
        (await room.StoryAsync(1)).ShouldContain("Nobody has voted yet");
    }

    [Fact]
    public async Task Takes_a_reaction_as_a_ballot_and_another_one_as_its_change()
    {
        await Bot.StartAsync();
        var room = await RoomAsync(null, Bob);
        await Ana.SayAsync(room.Id, "!poll \"Tap?\" Tea Coffee");
        var card = await room.CardAsync(1);
        await Bob.ReactAsync(room.Id, card.Id, "1️⃣");
        (await room.StoryAsync(1)).ShouldContain("bob: Tea");
        var second = await Bob.ReactAsync(room.Id, card.Id, "2️⃣");
        (await room.StoryAsync(1)).ShouldContain("bob: Coffee");
        await Bob.RedactAsync(room.Id, second);
        (await room.StoryAsync(1)).ShouldNotContain("bob: Coffee");
    }

    [Fact]
    public async Task Is_edited_in_place_and_seldom_however_many_vote()
    {
        await Bot.StartAsync();
        var voters = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => PersonAsync($"voter{i}")));
        var room = await RoomAsync(null, voters);
        await Ana.SayAsync(room.Id, "!poll \"Busy?\" Tea Coffee");
        var card = await room.CardAsync(1);
        foreach (var voter in voters) await voter.ReactAsync(room.Id, card.Id, "1️⃣");
        await Wait.ForAsync("an edit that shows them all", async () =>
            (await room.EditsAsync(card)).Any(edit => edit.NewBody.Contains("12 people have voted")));
        var edits = await room.EditsAsync(card);
        edits.Count.ShouldBeLessThanOrEqualTo(4);
        edits.ShouldAllBe(edit => edit.Content["m.new_content"]!["msgtype"]!.ToString() == "m.text");
        (await room.MessagesAsync()).Count(one => one.IsCard(1)).ShouldBe(1);
    }

    [Fact]
    public async Task Counts_who_reacts_before_the_bot_knows_its_own_card()
    {
        await Bot.StartAsync();
        var carl = await PersonAsync("carl");
        var room = await RoomAsync(null, Bob, carl);

        // The homeserver has the card, the bot does not know; later it knows, and has not noted yet for which poll.
        var (reacted, again) = (new TaskCompletionSource(), new TaskCompletionSource());
        Wire.Answered = one => IsCardOnItsWay(one) ? reacted.Task : IsNumberOnItsWay(one) ? again.Task : Task.CompletedTask;
        await Ana.SayAsync(room.Id, "!poll \"Quick?\" Tea Coffee");
        var card = await room.MessageAsync("the card", one => one.IsCard(1));
        await Bob.ReactAsync(room.Id, card.Id, "1️⃣");
        await ReadAsync();
        reacted.SetResult();
        await carl.ReactAsync(room.Id, card.Id, "2️⃣");
        await ReadAsync();
        again.SetResult();
        await TellsAsync(room, "bob: Tea", "carl: Coffee");

        Task ReadAsync()
        {
            var syncs = Wire.Passed.Count(one => one.Path.Contains("/sync"));
            return Wait.ForAsync("a sync", () => Task.FromResult(
                Wire.Passed.Count(one => one.Path.Contains("/sync")) > syncs || Wire.Passed.Last().Answer.Contains("m.annotation")));
        }
    }

    [Fact]
    public async Task Counts_who_reacts_while_the_bot_lies_dead_after_sending_it()
    {
        await Bot.StartAsync();
        var room = await RoomAsync(null, Bob);
        var struck = new TaskCompletionSource();
        Wire.Answered = one =>
        {
            if (!IsCardOnItsWay(one)) return Task.CompletedTask;
            Bot.Kill();
            struck.TrySetResult();
            throw new IOException("The bot has gone.");
        };
        await Ana.SayAsync(room.Id, "!poll \"Dead?\" Tea Coffee");
        await struck.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Wire.Answered = null;
        var card = await room.MessageAsync("the card", one => one.IsCard(1));
        await Bob.ReactAsync(room.Id, card.Id, "1️⃣");
        await Bot.StartAsync();
        await TellsAsync(room, "bob: Tea");
        (await room.MessagesAsync()).Count(one => one.IsCard(1)).ShouldBe(1);
        (await room.MarksAsync(card.Id)).ShouldBe(["1️⃣", "2️⃣"]);
    }

    /// <summary>Sooner or later, without asking too often.</summary>
    private static async Task TellsAsync(Place room, params string[] votes)
    {
        var story = "";
        for (var i = 0; i < 10 && !votes.All(vote => story.Contains(vote)); i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            story = await room.StoryAsync(1);
        }
        foreach (var vote in votes) story.ShouldContain(vote);
    }

    private static bool IsCardOnItsWay(Passing one) =>
        one.Method == "PUT" && one.Path.Contains("/send/m.room.message/") && one.Body.Contains("\"Poll 1 ") && one.Body.Contains("m.text");

    private static bool IsNumberOnItsWay(Passing one) => one.Method == "PUT" && one.Path.Contains("/send/m.reaction/");
}
