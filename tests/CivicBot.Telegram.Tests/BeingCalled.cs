using CivicBot.Adapters.Telegram;
using CivicBot.Chat;

namespace CivicBot.Telegram.Tests;

public class BeingCalled
{
    private const string Outside = "https://bot.example.org/";

    [Fact]
    public async Task Is_asked_for_with_the_secret_and_brings_the_updates()
    {
        await using var running = await Running.StartedAsync(Outside);
        await Running.UntilAsync(() => running.Telegram.Webhook is not null, "the webhook is set");
        running.Telegram.Webhook.ShouldBe(("https://bot.example.org/telegram", "a-secret"));
        var ana = running.Telegram.Person("Ana");
        var said = running.Telegram.Group("Housing", ana).Says(ana, "/my");
        await running.Telegram.CallAsync((secret, body) => CallAsync(running, secret, body));
        await said;
        running.Inbox.Of<Said>().Single().Text.ShouldBe("my");
        running.Telegram.Requests.ShouldNotContain(request => request.Method == "getUpdates");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secre")]
    [InlineData("a-secret2")]
    public async Task Without_the_right_secret_does_nothing(string? secret)
    {
        await using var running = await Running.StartedAsync(Outside);
        (await CallAsync(running, secret, """{"update_id":1,"message":{}}"""u8.ToArray())).ShouldBe(401);
        running.Inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_refused_where_we_ask_ourselves()
    {
        await using var running = await Running.StartedAsync();
        (await CallAsync(running, "a-secret", "{}"u8.ToArray())).ShouldBe(401);
    }

    [Fact]
    public async Task With_what_is_no_update_is_refused()
    {
        await using var running = await Running.StartedAsync(Outside);
        (await CallAsync(running, "a-secret", "<html>"u8.ToArray())).ShouldBe(400);
    }

    [Fact]
    public async Task Is_answered_only_when_it_is_on_disk()
    {
        await using var running = await Running.StartedAsync(Outside);
        await Running.UntilAsync(() => running.Telegram.Webhook is not null, "the webhook is set");
        running.Inbox.Answer = _ => new Busy(TimeSpan.FromHours(1));
        var ana = running.Telegram.Person("Ana");
        _ = running.Telegram.Group("Housing", ana).Says(ana, "/my");
        var calling = running.Telegram.CallAsync((secret, body) => CallAsync(running, secret, body));
        await running.HeardAsync<Said>();
        calling.IsCompleted.ShouldBeFalse();
        await running.PassUntilAsync(() => calling.IsCompleted, "the call is given up");
        running.Telegram.Unconfirmed.ShouldBe(1);
    }

    [Fact]
    public async Task Makes_a_secret_where_none_was_set_and_keeps_it()
    {
        await using var running = await Running.NotYetAsync();
        var options = new TelegramOptions { Token = running.Telegram.Token };
        var first = await Adapters.Telegram.Receiving.Hook.SecretAsync(options, running.Memory, CancellationToken.None);
        var second = await Adapters.Telegram.Receiving.Hook.SecretAsync(options, running.Memory, CancellationToken.None);
        (first.Reveal().Length, second.Reveal()).ShouldBe((64, first.Reveal()));
        options.WebhookSecret = "not a secret that Telegram takes";
        await Should.ThrowAsync<InvalidOperationException>(() => Adapters.Telegram.Receiving.Hook.SecretAsync(options, running.Memory, CancellationToken.None));
    }

    [Fact]
    public async Task Needs_an_address_that_Telegram_takes()
    {
        await using var running = await Running.NotYetAsync();
        Should.Throw<InvalidOperationException>(() => new TelegramAdapter(
            new TelegramOptions { Token = running.Telegram.Token, PublicUrl = "http://bot.example.org" }, running.Memory, running.Time, running.Log));
    }

    private static async Task<int> CallAsync(Running running, string? secret, byte[] body)
    {
        var headers = new Dictionary<string, string>();
        if (secret is not null) headers["x-telegram-bot-api-secret-token"] = secret;
        return (await running.Adapter.CallAsync(new WebhookCall(headers, body), CancellationToken.None)).Status;
    }
}
