using CivicBot.Chat;
using CivicBot.StandIns.Telegram;

namespace CivicBot.Telegram.Tests;

public class Sending
{
    [Fact]
    public async Task A_card_has_its_choices_as_buttons_with_the_counts_on_them()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        var (card, reference) = await running.CardAsync(group, Samples.Card(3));
        card.Buttons.ShouldBe([new TelegramButton("Park · 0", "ttokenPark", null), new TelegramButton("Café · 3", "ttokenCafe", null)]);
        reference.ShouldBe($"ours/{group.Id}/{card.Id}");
        running.Telegram.Requests.Last(request => request.Method == "sendMessage").Body["link_preview_options"]!.ToJsonString().ShouldBe("""{"is_disabled":true}""");
    }

    [Fact]
    public async Task A_change_edits_the_card_and_no_change_is_as_good()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        var (card, reference) = await running.CardAsync(group);
        for (var twice = 0; twice < 2; twice++)
        {
            (await running.ToRoomAsync(group, Samples.Card(1), Purpose.Card, reference)).ShouldBe(new Delivered.Sent(reference));
        }

        card.Edits.ShouldBe(1);
        (await running.ToRoomAsync(group, Samples.Card(1, open: false), Purpose.Card, reference)).ShouldBe(new Delivered.Sent(reference));
        card.Buttons.ShouldBeEmpty(); // closed: nothing to tap any more
        group.FromBot.Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_card_that_was_deleted_stands_anew()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        var (card, reference) = await running.CardAsync(group);
        group.Deletes(card);
        (await running.ToRoomAsync(group, Samples.Card(1), Purpose.Card, reference)).ShouldBe(new Delivered.Sent($"ours/{group.Id}/{group.FromBot.Single().Id}"));
    }

    [Fact]
    public async Task Waits_as_long_as_it_is_told()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        running.Telegram.Faults.Throttles("sendMessage", 17);
        (await running.ToRoomAsync(group, Samples.Recorded)).ShouldBe(new Delivered.Later(TimeSpan.FromSeconds(17)));
        running.Time.Advance(TimeSpan.FromSeconds(5));
        (await running.ToRoomAsync(group, Samples.Recorded)).ShouldBe(new Delivered.Later(TimeSpan.FromSeconds(12))); // and does not ask before
        running.Telegram.Requests.Count(request => request.Method == "sendMessage").ShouldBe(1);
    }

    [Fact]
    public async Task Is_put_off_while_Telegram_is_away()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        running.Telegram.Faults.Drops("sendMessage");
        (await running.ToRoomAsync(group, Samples.Recorded)).ShouldBe(new Delivered.Later(TimeSpan.FromSeconds(10)));
        running.Telegram.Faults.Refuses("sendMessage", 502, "Bad Gateway");
        (await running.ToRoomAsync(group, Samples.Recorded)).ShouldBe(new Delivered.Later(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Where_we_may_not_write_is_given_up()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        group.Silences();
        (await running.ToRoomAsync(group, Samples.Recorded)).ShouldBeOfType<Delivered.Never>().Why.ShouldBe("Telegram answered 400 (NotAllowed).");
        (await running.DeliverAsync(new Destination.ToRoom("telegram:-7"), Samples.Recorded, Purpose.Result, "en")).ShouldBeOfType<Delivered.Never>();
        (await running.DeliverAsync(new Destination.ToRoom("matrix:!x:hs"), Samples.Recorded, Purpose.Result, "en")).ShouldBeOfType<Delivered.Never>();
    }

    [Fact]
    public async Task To_a_member_is_impossible_before_he_has_pressed_Start_and_after_he_blocked_us()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        (await running.ToMemberAsync(ana, Samples.Recorded)).ShouldBeOfType<Delivered.Never>();
        await ana.Starts();
        (await running.ToMemberAsync(ana, Samples.Recorded)).ShouldBeOfType<Delivered.Sent>();
        await ana.Blocks();
        (await running.ToMemberAsync(ana, Samples.Recorded)).ShouldBeOfType<Delivered.Never>();
    }

    [Fact]
    public async Task To_a_topic_stays_there_and_ends_with_it()
    {
        await using var running = await Running.StartedAsync();
        var forum = running.Telegram.Supergroup("Town", running.Telegram.Person("Ana"));
        var topic = forum.OpensTopic();
        var (card, _) = await running.CardAsync(forum, topic: topic);
        card.Topic.ShouldBe(topic);
        forum.DeletesTopic(topic);
        (await running.ToRoomAsync(forum, Samples.Recorded, topic: topic)).ShouldBeOfType<Delivered.Never>();
    }

    [Fact]
    public async Task A_small_file_stands_in_the_text_and_a_large_one_below_it()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        await running.ToRoomAsync(group, new Document(new Part.Text(Line.Of("Closed.")), new Part.Attachment("checkpoint.txt", "civicbot\n14\n<hash>\n")), Purpose.Result);
        group.FromBot.Single().Text.ShouldBe("Closed.\n\n\u2068checkpoint.\u2060txt\u2069:\ncivicbot\n14\n<hash>");

        var large = new string('x', 5_000);
        await running.ToRoomAsync(group, new Document(new Part.Text(Line.Of("All of it.")), new Part.Attachment("all.json", large)), Purpose.Answer);
        var (text, file) = (group.FromBot.ElementAt(1), group.FromBot.ElementAt(2));
        (text.Text, file.FileName, file.FileText, file.ReplyTo).ShouldBe(("All of it.", "all.json", large, text.Id));
    }

    [Fact]
    public async Task Before_we_know_who_we_are_is_put_off()
    {
        await using var running = await Running.NotYetAsync();
        running.Telegram.Faults.Outage = true;
        _ = running.Start();
        (await running.ToRoomAsync(running.Telegram.Group("Housing"), Samples.Recorded)).ShouldBeOfType<Delivered.Later>();
    }
}
