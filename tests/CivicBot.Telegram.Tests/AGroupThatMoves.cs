using CivicBot.Chat;

namespace CivicBot.Telegram.Tests;

public class AGroupThatMoves
{
    [Fact]
    public async Task Is_handed_in_once_with_its_new_key()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        var next = await group.BecomesSupergroup();
        var moved = running.Inbox.Of<Moved>().DistinctBy(one => one.EventKey).Single();
        (moved.In.Key, moved.To.Key, moved.To.Place).ShouldBe(($"telegram:{group.Id}", $"telegram:{next.Id}", $"telegram:{next.Id}"));
    }

    [Fact]
    public async Task Gets_its_cards_anew_and_presses_on_the_old_ones_count()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        var (old, reference) = await running.CardAsync(group);
        var next = await group.BecomesSupergroup();
        await next.MakesBotAdmin();

        (await running.ToRoomAsync(group, Samples.Card(1), Purpose.Card, reference)).ShouldBe(new Delivered.Sent($"ours/{next.Id}/{next.FromBot.Single().Id}"));
        var toast = ana.Presses(old, "Café");
        var pressed = await running.HeardAsync<Pressed>();
        (pressed.Token, pressed.In.Place, pressed.Present).ShouldBe(("tokenCafe", $"telegram:{next.Id}", true));
        await running.ToAskerAsync(pressed, Samples.Recorded);
        await toast;
    }

    [Fact]
    public async Task Is_found_by_what_Telegram_refuses_where_nobody_told_us()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        var (_, reference) = await running.CardAsync(group);
        var next = await group.BecomesSupergroup(told: false);

        (await running.ToRoomAsync(group, Samples.Card(1), Purpose.Card, reference)).ShouldBe(new Delivered.Sent($"ours/{next.Id}/1"));
        running.Inbox.Of<Moved>().Single().To.Key.ShouldBe($"telegram:{next.Id}");
        (await running.ToRoomAsync(group, Samples.Recorded)).ShouldBeOfType<Delivered.Sent>(); // without asking the old one again
        running.Telegram.Requests.Count(request => (long?)request.Body["chat_id"] == group.Id && request.Method is "editMessageText" or "sendMessage").ShouldBe(2);
    }
}
