using CivicBot.Chat;

namespace CivicBot.Telegram.Tests;

public class PressingAButton
{
    [Fact]
    public async Task Is_handed_in_with_the_token_and_answered_by_the_receipt()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana", "fr");
        var group = running.Telegram.Group("Housing", ana);
        var (card, _) = await running.CardAsync(group);

        var toast = ana.Presses(card, "Café");
        var pressed = await running.HeardAsync<Pressed>();
        toast.IsCompleted.ShouldBeFalse();
        await running.ToAskerAsync(pressed, Samples.Recorded);

        (await toast).Text.ShouldBe("Recorded in poll 1: \u2068Café\u2069. You can change it until 14:00. Your code: 7F3K-92MX");
        (pressed.Token, pressed.From, pressed.In, pressed.SeenBy).ShouldBe(
            ("tokenCafe", new Account($"telegram:{ana.Id}", "Ana", "fr"), new Room($"telegram:{group.Id}", $"telegram:{group.Id}", "Housing"), SeenBy.Bot));
        group.FromBot.Count().ShouldBe(1); // nothing was said to the group
    }
}
