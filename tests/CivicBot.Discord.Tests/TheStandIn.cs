using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CivicBot.StandIns.Discord;

namespace CivicBot.Discord.Tests;

/// <summary>It refuses what Discord refuses: asked by hand, without the adapter.</summary>
public sealed class TheStandIn : IAsyncLifetime
{
    private DiscordStandIn _discord = null!;
    private HttpClient _http = null!;
    private Channel _room = null!;
    private Person _ana = null!;
    private JsonNode? _received;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordStandIn.StartAsync();
        _room = _discord.Server("Garden").Channel("general");
        _ana = _discord.Person("Ana");
        _http = new HttpClient { BaseAddress = new Uri(_discord.Api) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", _discord.Token);
        _discord.Endpoint = body =>
        {
            _received = JsonNode.Parse(body);
            return Task.FromResult(202);
        };
        await _http.PutAsJsonAsync($"applications/{_discord.ApplicationId}/commands", JsonNode.Parse("""[{"type":1,"name":"help","description":"x"}]"""));
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _discord.DisposeAsync();
    }

    [Fact]
    public async Task Takes_one_first_answer()
    {
        _ = Invoke();
        (await CallbackAsync("""{"type":5}""")).ShouldBe((204, 0));
        (await CallbackAsync("""{"type":5}""")).ShouldBe((400, 40060));
    }

    [Fact]
    public async Task Shows_no_form_after_a_first_answer_and_none_after_a_form()
    {
        const string form = """{"type":9,"data":{"custom_id":"f","title":"t","components":[{"type":18,"label":"l","component":{"type":4,"custom_id":"a","style":1,"required":false}}]}}""";
        var invoking = Invoke();
        (await CallbackAsync(form)).ShouldBe((204, 0));
        (await CallbackAsync(form)).ShouldBe((400, 40060));
        _ = _ana.Fills(await invoking);
        (await CallbackAsync(form)).ShouldBe((400, 50035));
    }

    [Theory]
    [InlineData("""{"type":6}""")]
    [InlineData("""{"type":5,"data":{"flags":4096}}""")]
    [InlineData("""{"type":9,"data":{"custom_id":"f","title":"t","components":[]}}""")]
    public async Task Takes_no_first_answer_that_does_not_fit(string answer)
    {
        _ = Invoke();
        (await CallbackAsync(answer)).ShouldBe((400, 50035));
        _discord.Violations.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Knows_no_original_before_the_first_answer()
    {
        _ = Invoke();
        (await AskAsync(HttpMethod.Patch, $"webhooks/{_discord.ApplicationId}/{_received!["token"]}/messages/@original", """{"content":"x"}""")).ShouldBe((404, 10015));
    }

    [Fact]
    public async Task Keeps_a_private_answer_private()
    {
        var invoking = Invoke();
        await CallbackAsync("""{"type":5,"data":{"flags":64}}""");
        await AskAsync(HttpMethod.Patch, $"webhooks/{_discord.ApplicationId}/{_received!["token"]}/messages/@original", """{"content":"x","flags":0,"allowed_mentions":{"parse":[]}}""");
        (await invoking).Answers.Single().IsEphemeral.ShouldBeTrue();
        _room.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Notes_whoever_may_ping()
    {
        await AskAsync(HttpMethod.Post, $"channels/{_room.Id}/messages", """{"content":"x","allowed_mentions":{"parse":[]}}""");
        _discord.Pings.ShouldBeEmpty();
        await AskAsync(HttpMethod.Patch, $"channels/{_room.Id}/messages/{_room.Messages[0].Id}", """{"content":"@everyone"}""");
        _discord.Pings.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Shows_no_history_without_the_right_and_no_words_of_others()
    {
        _room.Says(_ana, "hello");
        (await _http.GetFromJsonAsync<JsonArray>($"channels/{_room.Id}/messages"))!.Select(message => (string?)message!["content"]).ShouldBe([""]);
        _room.Rights &= ~(1UL << 16);
        (await _http.GetFromJsonAsync<JsonArray>($"channels/{_room.Id}/messages"))!.ShouldBeEmpty();
    }

    [Fact]
    public async Task Limits_what_is_sent()
    {
        for (var n = 0; n < 5; n++) (await AskAsync(HttpMethod.Post, $"channels/{_room.Id}/messages", """{"content":"x"}""")).Status.ShouldBe(200);
        (await AskAsync(HttpMethod.Post, $"channels/{_room.Id}/messages", """{"content":"x"}""")).Status.ShouldBe(429);
    }

    [Fact]
    public async Task Wants_the_token()
    {
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", "another");
        (await AskAsync(HttpMethod.Get, "gateway/bot", null)).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("""[{"name":"Help","description":"x"}]""", "upper case")]
    [InlineData("""[{"name":"it's me","description":"x"}]""", "a space")]
    [InlineData("""[{"name":"help"}]""", "no description")]
    [InlineData("""[{"name":"a","description":"x"},{"name":"a","description":"y"}]""", "one name twice")]
    [InlineData("""[{"name":"a","description":"x","name_localizations":{"fr":"b"}},{"name":"b","description":"y"}]""", "a French name that is another's English one")]
    [InlineData("""[{"name":"a","description":"x","options":[{"type":3,"name":"b","description":"x"},{"type":3,"name":"c","description":"x","required":true}]}]""", "required behind optional")]
    public async Task Takes_no_commands_that_break_its_rules(string commands, string why) =>
        (await AskAsync(HttpMethod.Put, $"applications/{_discord.ApplicationId}/commands", commands)).ShouldBe((400, 50035), why);

    [Fact]
    public async Task Holds_requests_against_the_description()
    {
        if (!DiscordStandIn.HasDescription) Assert.Skip("Discord's description (shared/platform-specs) is not beside this checkout, so requests are not held against it.");
        (await AskAsync(HttpMethod.Post, $"channels/{_room.Id}/messages", """{"embeds":[{"title":3}]}""")).ShouldBe((400, 50035));
        (await AskAsync(HttpMethod.Get, "guilds", null)).Status.ShouldBe(404);
        _discord.Violations.Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    private Task<Exchange> Invoke() => _room.Invokes(_ana, "help");

    private Task<(int Status, int Code)> CallbackAsync(string answer) => AskAsync(HttpMethod.Post, $"interactions/{_received!["id"]}/{_received["token"]}/callback", answer);

    private async Task<(int Status, int Code)> AskAsync(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        using var response = await _http.SendAsync(request);
        var json = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, json.Length > 0 && JsonNode.Parse(json) is JsonObject answer ? (int?)answer["code"] ?? 0 : 0);
    }
}
