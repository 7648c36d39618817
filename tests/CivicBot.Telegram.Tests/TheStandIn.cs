using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CivicBot.StandIns.Telegram;
using Microsoft.Extensions.Time.Testing;

namespace CivicBot.Telegram.Tests;

/// <summary>Each of its guards is fed a violation: a stand-in that takes everything would prove nothing.</summary>
public class TheStandIn : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _http = new();
    private TelegramStandIn _telegram = null!;
    private TelegramPerson _ana = null!;
    private TelegramRoom _group = null!;

    public async ValueTask InitializeAsync()
    {
        _telegram = await TelegramStandIn.StartAsync(_time);
        _ana = _telegram.Person("Ana");
        _group = _telegram.Group("Housing", _ana);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _telegram.DisposeAsync();
    }

    [Theory]
    [InlineData("sendMessage", """{"chat_id":GROUP,"text":"x","mood":"good"}""", "mood is unknown")]
    [InlineData("sendMessage", """{"chat_id":GROUP}""", "text is missing")]
    [InlineData("sendMessage", """{"chat_id":GROUP,"text":7}""", "text is not String")]
    [InlineData("sendMessage", """{"chat_id":GROUP,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"y","color":"red"}]]}}""", "reply_markup is not")]
    [InlineData("sendMassage", "{}", "no such method")]
    public async Task Checks_requests_against_the_description(string method, string body, string why)
    {
        if (!_telegram.ChecksAgainstDescription) Assert.Skip("../shared/platform-specs is not there.");
        (await AskAsync(method, body)).ShouldContain(why);
        _telegram.Violations.Single().ShouldContain(why);
    }

    [Theory]
    [InlineData("sendMessage", """{"chat_id":GROUP,"text":""}""", "is empty")]
    [InlineData("sendMessage", """{"chat_id":GROUP,"text":"LONG"}""", "is too long")]
    [InlineData("sendMessage", """{"chat_id":GROUP,"text":"<b>x","parse_mode":"HTML"}""", "can't parse entities")]
    [InlineData("sendMessage", """{"chat_id":GROUP,"text":"<x>x</x>","parse_mode":"HTML"}""", "Unsupported start tag")]
    [InlineData("sendMessage", """{"chat_id":GROUP,"text":"<i>x<code>y</code></i>","parse_mode":"HTML"}""", "is no entity")]
    [InlineData("sendMessage", """{"chat_id":GROUP,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"y","callback_data":"12345678901234567890123456789012345678901234567890123456789012345"}]]}}""", "BUTTON_DATA_INVALID")]
    [InlineData("answerCallbackQuery", """{"callback_query_id":"PRESS","text":"LONG"}""", "MESSAGE_TOO_LONG")]
    [InlineData("deleteWebhook", """{"drop_pending_updates":true}""", "true")]
    public async Task Notes_what_a_bot_must_never_send(string method, string body, string why)
    {
        (await AskAsync(method, body)).ShouldContain(why);
        _telegram.Violations.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("sendMessage", """{"chat_id":ANA,"text":"x"}""", "403:Forbidden: bot can't initiate conversation")]
    [InlineData("sendMessage", """{"chat_id":-7,"text":"x"}""", "400:Bad Request: chat not found")]
    [InlineData("sendMessage", """{"chat_id":GROUP,"text":"x","message_thread_id":9}""", "message thread not found")]
    [InlineData("sendMessage", """{"chat_id":GROUP,"text":"x","reply_parameters":{"message_id":99}}""", "message to be replied not found")]
    [InlineData("sendMessage", """{"chat_id":GROUP,"text":"x","ephemeral_message_parameters":{"receiver_user_id":ANA}}""", "ephemeral message can't be sent")]
    [InlineData("editMessageText", """{"chat_id":GROUP,"message_id":99,"text":"x"}""", "message to edit not found")]
    [InlineData("getChatMember", """{"chat_id":GROUP,"user_id":ANA}""", "CHAT_ADMIN_REQUIRED")]
    [InlineData("answerCallbackQuery", """{"callback_query_id":"unheard"}""", "query is too old")]
    [InlineData("setWebhook", """{"url":"http://x","secret_token":"y"}""", "HTTPS URL")]
    [InlineData("setMyCommands", """{"commands":[{"command":"Vote-Now","description":"x"}]}""", "BOT_COMMAND_INVALID")]
    public async Task Refuses_what_Telegram_refuses(string method, string body, string why)
    {
        (await AskAsync(method, body)).ShouldContain(why);
        _telegram.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_one_answer_to_a_press_and_that_within_fifteen_seconds()
    {
        var query = await PressAsync();
        (await AskAsync("answerCallbackQuery", $$"""{"callback_query_id":"{{query}}"}""")).ShouldBe("true");
        (await AskAsync("answerCallbackQuery", $$"""{"callback_query_id":"{{query}}"}""")).ShouldContain("too old");
        _telegram.Violations.ShouldBe(["answerCallbackQuery: answered twice"]);
        var late = await PressAsync();
        _time.Advance(TimeSpan.FromSeconds(16));
        (await AskAsync("answerCallbackQuery", $$"""{"callback_query_id":"{{late}}"}""")).ShouldContain("too old");
    }

    [Fact]
    public async Task Takes_whispers_for_fifteen_seconds_and_uses_their_ids_again()
    {
        var query = await PressAsync();
        var whisper = $$$"""{"chat_id":GROUP,"text":"x","ephemeral_message_parameters":{"receiver_user_id":ANA,"callback_query_id":"{{{query}}}"}}""";
        var ids = new List<int>();
        for (var n = 0; n < 4; n++) ids.Add((int)JsonNode.Parse(await AskAsync("sendMessage", whisper))!["ephemeral_message_id"]!);
        ids.Distinct().Count().ShouldBe(3);
        _ana.Whispers.ShouldAllBe(message => message.Id == 0);
        _time.Advance(TimeSpan.FromSeconds(16));
        (await AskAsync("sendMessage", whisper)).ShouldContain("can't be sent");
    }

    [Fact]
    public async Task Lets_twenty_pass_a_minute_and_group()
    {
        for (var n = 0; n < 20; n++) (await AskAsync("sendMessage", """{"chat_id":GROUP,"text":"x"}""")).ShouldContain("message_id");
        (await AskAsync("sendMessage", """{"chat_id":GROUP,"text":"x"}""")).ShouldBe("429:Too Many Requests: retry after 60");
        _telegram.Throttled.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(60));
        (await AskAsync("sendMessage", """{"chat_id":GROUP,"text":"x"}""")).ShouldContain("message_id");
    }

    [Fact]
    public async Task Keeps_the_kinds_of_updates_that_were_asked_for_last()
    {
        await AskAsync("getUpdates", """{"allowed_updates":["message"]}""");
        _ = _group.Says(_ana, "/my");
        _ = _ana.Blocks(); // of a kind that nobody wants
        await AskAsync("getUpdates", """{"offset":0}""");
        _telegram.Unconfirmed.ShouldBe(1);
    }

    [Fact]
    public async Task Leaves_nothing_of_a_group_that_moved()
    {
        var next = await _group.BecomesSupergroup(told: false);
        (await AskAsync("sendMessage", """{"chat_id":GROUP,"text":"x"}""")).ShouldBe("400:Bad Request: group chat was upgraded to a supergroup chat");
        (await AskAsync("sendMessage", $$"""{"chat_id":{{next.Id}},"text":"x"}""")).ShouldContain("\"message_id\":1");
    }

    [Fact]
    public async Task Knows_one_token() => (await _http.GetAsync(new Uri($"{_telegram.Address}/bot4242:other/getMe"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);

    private async Task<string> PressAsync()
    {
        await AskAsync("sendMessage", """{"chat_id":GROUP,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"y","callback_data":"z"}]]}}""");
        _ = _ana.Presses(_group.FromBot.Last(), "y");
        var updates = JsonNode.Parse(await AskAsync("getUpdates", "{}"))!.AsArray();
        return (string)updates.Last()!["callback_query"]!["id"]!;
    }

    /// <returns>The result; where it was refused, code and words.</returns>
    private async Task<string> AskAsync(string method, string body)
    {
        if (body.Contains("PRESS", StringComparison.Ordinal)) body = body.Replace("PRESS", await PressAsync(), StringComparison.Ordinal);
        body = body.Replace("GROUP", $"{_group.Id}", StringComparison.Ordinal).Replace("ANA", $"{_ana.Id}", StringComparison.Ordinal).Replace("LONG", new string('x', 5_000), StringComparison.Ordinal);
        using var response = await _http.PostAsync(new Uri($"{_telegram.Address}/bot{_telegram.Token}/{method}"), new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        return answer["result"]?.ToJsonString() ?? $"{answer["error_code"]}:{answer["description"]}";
    }
}
