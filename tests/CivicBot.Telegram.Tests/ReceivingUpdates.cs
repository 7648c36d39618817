using CivicBot.Adapters.Telegram;
using CivicBot.Chat;

namespace CivicBot.Telegram.Tests;

public class ReceivingUpdates
{
    [Fact]
    public async Task Confirms_what_is_on_disk_and_no_more()
    {
        await using var running = await Running.StartedAsync();
        running.Inbox.Answer = said => said is Said { Text: "polls" } ? new Busy(TimeSpan.FromHours(1)) : new Committed(1);
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        await group.Says(ana, "/my");
        running.Telegram.Unconfirmed.ShouldBe(0);

        _ = group.Says(ana, "/polls");
        _ = group.Says(ana, "/help"); // his next waits for that
        await running.HeardAsync<Said>(2);
        await running.StopAsync();
        running.Telegram.Unconfirmed.ShouldBe(2);
        running.Inbox.Answer = _ => new Committed(1);
        await running.StartAsync();
        await running.HeardAsync<Said>(4);
        running.Inbox.Of<Said>().Select(said => said.Text).ShouldBe(["my", "polls", "polls", "help"]);
    }

    [Fact]
    public async Task Hands_in_again_what_could_not_be_taken_yet()
    {
        await using var running = await Running.StartedAsync();
        var tries = 0;
        running.Inbox.Answer = _ => ++tries < 3 ? new Busy(TimeSpan.FromSeconds(2)) : new Committed(1);
        var ana = running.Telegram.Person("Ana");
        var said = running.Telegram.Group("Housing", ana).Says(ana, "/my");
        await running.PassUntilAsync(() => said.IsCompleted, "the line is taken");
        running.Inbox.Received.Select(one => one.EventKey).Distinct().Count().ShouldBe(1);
        tries.ShouldBe(3);
    }

    [Fact]
    public async Task Goes_on_for_others_while_one_is_held_up()
    {
        await using var running = await Running.StartedAsync();
        var (ana, bob) = (running.Telegram.Person("Ana"), running.Telegram.Person("Bob"));
        running.Inbox.Answer = one => one.From.Name == "Ana" ? new Busy(TimeSpan.FromHours(1)) : new Committed(1);
        _ = running.Telegram.Group("Housing", ana).Says(ana, "/polls");
        await running.HeardAsync<Said>();
        var other = running.Telegram.Group("Garden", bob);
        _ = other.Says(bob, "/my");
        _ = other.Says(bob, "/help");
        await running.PassUntilAsync(() => running.Inbox.Of<Said>().Count(said => said.From.Name == "Bob") == 2, "the others are heard");
        running.Inbox.Of<Said>().Where(said => said.From.Name == "Bob").Select(said => said.Text).ShouldBe(["my", "help"]);
        running.Telegram.Unconfirmed.ShouldBe(3); // nothing behind the one that is held up may be forgotten
    }

    [Fact]
    public async Task Processes_what_people_did_while_we_were_away_but_for_what_Telegram_has_dropped()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        await running.StopAsync();
        _ = group.Says(ana, "/old");
        running.Time.Advance(TimeSpan.FromHours(13));
        _ = group.Says(ana, "/new");
        running.Time.Advance(TimeSpan.FromHours(12));
        await running.StartAsync();
        (await running.HeardAsync<Said>()).Text.ShouldBe("new");
    }

    [Fact]
    public async Task Hears_on_when_the_ids_begin_anew_after_a_quiet_week()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        await group.Says(ana, "/before");
        var polls = () => running.Telegram.Requests.Count(request => request.Method == "getUpdates");
        var before = polls();
        await running.PassUntilAsync(() => polls() > before + 1, "asking goes on", TimeSpan.FromSeconds(51));
        running.Time.Advance(TimeSpan.FromDays(8));
        await group.Says(ana, "/after");
        running.Inbox.Of<Said>().Select(said => said.Text).ShouldBe(["before", "after"]);
    }

    [Fact]
    public async Task Asks_each_time_for_what_we_need_and_first_ends_a_webhook()
    {
        await using var running = await Running.StartedAsync();
        running.Telegram.Requests.Select(request => request.Method).ShouldContain("deleteWebhook");
        running.Telegram.Requests.First(request => request.Method == "getUpdates").Body["allowed_updates"]!.ToJsonString()
            .ShouldBe("""["message","callback_query","my_chat_member","chat_member"]""");
    }

    [Fact]
    public async Task Mends_a_lost_connection()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        running.Telegram.Faults.Drops("getUpdates");
        running.Telegram.Faults.Refuses("getUpdates", 502, "Bad Gateway");
        running.Telegram.Faults.Throttles("getUpdates", 30);
        var group = running.Telegram.Group("Housing", ana);
        var (first, second) = (group.Says(ana, "/my"), group.Says(ana, "/help"));
        await running.PassUntilAsync(() => first.IsCompleted && second.IsCompleted, "both are heard");
        running.Inbox.Of<Said>().Select(said => said.Text).Distinct().ShouldBe(["my", "help"]);
        running.Log.Lines.Count(line => line.Contains("Trying again", StringComparison.Ordinal)).ShouldBe(3);
        running.Log.Lines.ShouldContain(line => line.Contains("429 (TooMany). Trying again in 30 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explains_that_somebody_else_receives_with_the_same_token()
    {
        await using var running = await Running.StartedAsync();
        using var other = new HttpClient();
        var theirs = other.GetAsync(new Uri($"{running.Telegram.Address}/bot{running.Telegram.Token}/getUpdates"));
        await Running.UntilAsync(() => running.Log.Lines.Any(line => line.Contains("somebody else receives", StringComparison.Ordinal)), "the explanation");
        await theirs;
        var ana = running.Telegram.Person("Ana");
        var said = running.Telegram.Group("Housing", ana).Says(ana, "/my");
        await running.PassUntilAsync(() => said.IsCompleted, "the other stopped, and we go on");
    }

    [Fact]
    public async Task Ends_with_a_reason_and_without_the_token_where_the_token_is_wrong()
    {
        await using var running = await Running.NotYetAsync();
        var adapter = new TelegramAdapter(new TelegramOptions { Token = "4242:canary-wrong", Api = running.Telegram.Address }, running.Memory, running.Time, running.Log);
        var thrown = await Should.ThrowAsync<InvalidOperationException>(() => adapter.RunAsync(running.Inbox, CancellationToken.None));
        thrown.Message.ShouldContain("does not accept the bot's token");
        thrown.ToString().ShouldNotContain("canary");
        adapter.Dispose();
    }

    [Fact]
    public void Wants_a_token_that_looks_like_one()
    {
        var memory = new CivicBot.Adapters.Tests.KeptInMemory();
        var log = new CivicBot.Adapters.Tests.Heard<TelegramAdapter>();
        Should.Throw<InvalidOperationException>(() => new TelegramAdapter(new TelegramOptions(), memory, TimeProvider.System, log)).Message.ShouldContain("/newbot");
        Should.Throw<InvalidOperationException>(() => new TelegramAdapter(new TelegramOptions { Token = "canary" }, memory, TimeProvider.System, log)).ToString().ShouldNotContain("canary");
        $"{new Secret("canary")}".ShouldBe("***");
    }

    [Theory]
    [InlineData("http://127.0.0.1:8081", true)]
    [InlineData("http://192.168.1.5:8081", true)]
    [InlineData("https://api.telegram.org", true)]
    [InlineData("http://93.184.216.34", false)]
    [InlineData("ftp://telegram", false)]
    [InlineData("https://me:secret@telegram", false)]
    public void Speaks_in_the_clear_only_to_private_addresses(string address, bool fine)
    {
        if (fine) Adapters.Telegram.Wire.ApiAddress.Read(address);
        else Should.Throw<InvalidOperationException>(() => Adapters.Telegram.Wire.ApiAddress.Read(address));
    }

    [Fact]
    public async Task Loses_no_token_in_what_goes_wrong()
    {
        await using var running = await Running.StartedAsync();
        running.Telegram.Faults.Refuses(null, 400, $"Bad Request: canary {running.Telegram.Token}", times: 3);
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        (await running.ToRoomAsync(group, Samples.Recorded)).ToString().ShouldNotContain("canary");
        running.Telegram.Faults.Drops(null, times: 3);
        (await running.ToRoomAsync(group, Samples.Recorded)).ToString()!.ShouldNotContain("canary");
    }
}
