using CivicBot.Chat;
using CivicBot.StandIns.Telegram;

namespace CivicBot.Telegram.Tests;

public class WhoPresses
{
    [Fact]
    public async Task In_a_private_group_is_there_and_has_no_rights_that_Telegram_does_not_confirm()
    {
        await using var running = await Running.StartedAsync();
        var pressed = await PressedAsync(running, running.Telegram.Group("Housing", running.Telegram.Person("Ana")));
        (pressed.Present, pressed.Admin).ShouldBe((true, false));
    }

    [Fact]
    public async Task Is_an_admin_if_Telegram_says_so()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        group.MakesAdmin(ana);
        await group.MakesBotAdmin();
        (await PressedAsync(running, group, ana)).Admin.ShouldBeTrue();
    }

    [Fact]
    public async Task Is_asked_about_once_a_minute()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        await group.MakesBotAdmin();
        var asked = () => running.Telegram.Requests.Count(request => request.Method == "getChatMember");
        await PressedAsync(running, group, ana);
        await PressedAsync(running, group, ana, 2);
        asked().ShouldBe(1);
        running.Time.Advance(TimeSpan.FromSeconds(61));
        await PressedAsync(running, group, ana, 3);
        asked().ShouldBe(2);
    }

    [Fact]
    public async Task In_a_public_group_may_be_a_stranger()
    {
        await using var running = await Running.StartedAsync();
        var (ana, eve) = (running.Telegram.Person("Ana"), running.Telegram.Person("Eve"));
        var group = running.Telegram.Supergroup("Town", ana).IsPublicAs("town");
        await group.MakesBotAdmin();
        (await PressedAsync(running, group, eve)).Present.ShouldBeFalse();
        (await PressedAsync(running, group, ana, 2)).Present.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_strangers_come_and_we_may_not_ask_is_told_what_is_missing(bool linked)
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Supergroup("Town", ana);
        _ = linked ? group.IsLinkedToAChannel() : group.IsPublicAs("town");
        var (card, _) = await running.CardAsync(group);
        var toast = await ana.Presses(card, "Café");
        toast.Text.ShouldContain("Ask an admin to make me an admin here");
        toast.Alert.ShouldBeTrue();
        running.Inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Anonymously_is_told_once_that_his_name_will_show()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Supergroup("Housing", ana);
        group.MakesAdmin(ana, anonymous: true);
        await group.MakesBotAdmin();
        var (card, _) = await running.CardAsync(group);

        (await ana.Presses(card, "Café")).Text.ShouldContain("Tap again if that is right");
        running.Inbox.Received.ShouldBeEmpty();
        (await PressedAsync(running, group, ana)).From.Name.ShouldBe("Ana");

        await running.StopAsync();
        await running.StartAsync();
        await PressedAsync(running, group, ana, 2); // not asked again, ever
    }

    [Fact]
    public async Task Is_told_the_same_where_Telegram_does_not_say_whether_he_is_anonymous()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Supergroup("Housing", ana);
        var (card, _) = await running.CardAsync(group);
        (await ana.Presses(card, "Café")).Text.ShouldContain("your own name");
        (await PressedAsync(running, group, ana)).Admin.ShouldBeFalse();
    }

    [Fact]
    public async Task Must_be_told_again_when_the_second_tap_comes_much_later()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Supergroup("Housing", ana);
        var (card, _) = await running.CardAsync(group);
        await ana.Presses(card, "Café");
        running.Time.Advance(TimeSpan.FromMinutes(11));
        (await ana.Presses(card, "Café")).Text.ShouldContain("Tap again");
    }

    private static async Task<Pressed> PressedAsync(Running running, TelegramRoom group, TelegramPerson? who = null, int count = 1)
    {
        var card = group.FromBot.FirstOrDefault(message => message.Buttons.Any()) ?? (await running.CardAsync(group)).Message;
        var toast = (who ?? running.Telegram.Person("Somebody")).Presses(card, "Café");
        var pressed = await running.HeardAsync<Pressed>(count);
        await running.ToAskerAsync(pressed, Samples.Recorded);
        await toast;
        return pressed;
    }
}
