using CivicBot.Chat;

namespace CivicBot.Telegram.Tests;

public class APressThatComesLate
{
    [Fact]
    public async Task After_a_crash_is_the_same_press()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var (card, _) = await running.CardAsync(running.Telegram.Group("Housing", ana));
        running.Inbox.Answer = _ => new Busy(TimeSpan.FromHours(1));
        var toast = ana.Presses(card, "Café");
        var first = await running.HeardAsync<Pressed>();

        await running.StopAsync();
        running.Inbox.Answer = _ => new Committed(1);
        await running.StartAsync();
        var second = await running.HeardAsync<Pressed>(2);
        second.EventKey.ShouldBe(first.EventKey);
        await running.ToAskerAsync(second, Samples.Recorded);
        (await toast).Text.ShouldStartWith("Recorded");
    }

    [Fact]
    public async Task Is_answered_once_though_its_answer_comes_before_it_is_delivered_again()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var (card, _) = await running.CardAsync(running.Telegram.Group("Housing", ana));
        running.Inbox.Answer = _ => new Busy(TimeSpan.FromHours(1));
        var toast = ana.Presses(card, "Café");
        var pressed = await running.HeardAsync<Pressed>();
        await running.StopAsync();

        running.Telegram.Faults.Refuses("getUpdates", 502, "Bad Gateway");
        await running.StartAsync();
        await running.ToAskerAsync(pressed, Samples.Recorded);
        (await toast).Text.ShouldStartWith("Recorded");
        running.Inbox.Answer = _ => new Committed(1, Again: true);
        await running.PassUntilAsync(() => running.Telegram.Unconfirmed == 0, "it is delivered again");
        running.Time.Advance(TimeSpan.FromSeconds(6));
        ana.Toasts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Too_late_for_a_toast_is_answered_in_private_or_not_at_all()
    {
        await using var running = await Running.StartedAsync();
        var (ana, bob) = (running.Telegram.Person("Ana"), running.Telegram.Person("Bob"));
        await ana.Starts();
        var (card, _) = await running.CardAsync(running.Telegram.Group("Housing", ana, bob));
        foreach (var person in new[] { ana, bob }) _ = person.Presses(card, "Café");
        await running.HeardAsync<Pressed>(2);
        running.Time.Advance(TimeSpan.FromSeconds(11));
        foreach (var pressed in running.Inbox.Of<Pressed>())
        {
            (await running.ToAskerAsync(pressed, Samples.Recorded)).ShouldBe(new Delivered.Sent(null));
            (await running.ToAskerAsync(pressed, Samples.Long, Purpose.Answer)).ShouldBeOfType<Delivered.Sent>();
        }

        ana.Private.FromBot.Last().Text.ShouldEndWith("word80");
        ana.Private.FromBot.ShouldNotContain(message => message.Text.StartsWith("Recorded"));
    }

    [Fact]
    public async Task Is_forgotten_when_the_platform_no_longer_takes_an_answer()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var (card, _) = await running.CardAsync(running.Telegram.Group("Housing", ana));
        running.Telegram.Faults.Refuses("answerCallbackQuery", 400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
        _ = ana.Presses(card, "Café");
        await running.ToAskerAsync(await running.HeardAsync<Pressed>(), Samples.Recorded);
        await Running.UntilAsync(() => running.Telegram.Requests.Any(request => request.Method == "answerCallbackQuery"), "the answer");
        running.Log.Lines.ShouldBeEmpty();
    }
}
