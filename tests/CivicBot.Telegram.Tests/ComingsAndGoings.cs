using CivicBot.Chat;

namespace CivicBot.Telegram.Tests;

public class ComingsAndGoings
{
    [Fact]
    public async Task We_say_how_to_begin_once_in_both_languages()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        await group.SendsBotAway();
        await group.AddsBot();
        await group.MakesBotAdmin();
        var hello = group.FromBot.Single().Text;
        hello.ShouldContain("/poll@civicbot_bot");
        hello.ShouldContain("/sondage@civicbot_bot");
    }

    [Fact]
    public async Task Sent_away_we_write_there_no_more_until_we_are_back()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        await group.SendsBotAway();
        (await running.ToRoomAsync(group, Samples.Recorded)).ShouldBe(new Delivered.Never("The bot was sent away from that group."));
        running.Telegram.Requests.ShouldNotContain(request => request.Method == "sendMessage");
        await group.AddsBot();
        (await running.ToRoomAsync(group, Samples.Recorded)).ShouldBeOfType<Delivered.Sent>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_leaves_is_told_of_once(bool admin)
    {
        await using var running = await Running.StartedAsync();
        var (ana, bob) = (running.Telegram.Person("Ana"), running.Telegram.Person("Bob"));
        var group = running.Telegram.Group("Housing", ana, bob);
        if (admin) await group.MakesBotAdmin();
        await group.Loses(bob);
        var left = running.Inbox.Of<Left>().DistinctBy(one => one.EventKey).Single(); // told twice where we are admin, by the same key
        (left.From.Key, left.In.Key, left.Present).ShouldBe(($"telegram:{bob.Id}", $"telegram:{group.Id}", false));
    }

    [Fact]
    public async Task Who_left_is_no_longer_there_when_he_presses()
    {
        await using var running = await Running.StartedAsync();
        var (ana, bob) = (running.Telegram.Person("Ana"), running.Telegram.Person("Bob"));
        var group = running.Telegram.Group("Housing", ana, bob);
        await group.MakesBotAdmin();
        var (card, _) = await running.CardAsync(group);
        await group.Loses(bob);
        _ = bob.Presses(card, "Café");
        (await running.HeardAsync<Pressed>()).Present.ShouldBeFalse();
    }
}
