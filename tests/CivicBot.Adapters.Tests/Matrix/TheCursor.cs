using CivicBot.Adapters.Matrix.Wire;
using CivicBot.Chat;
using Microsoft.Extensions.Time.Testing;
using static CivicBot.Adapters.Tests.Matrix.Recorded;

namespace CivicBot.Adapters.Tests.Matrix;

public class TheCursor
{
    [Fact]
    public async Task The_first_sync_ever_is_not_executed()
    {
        await using var running = await Running.WithAsync();
        running.Inbox.Received.ShouldBeEmpty();
        running.Memory.Values["cursor"].ShouldBe("s1");
    }

    [Fact]
    public async Task After_a_restart_everything_since_is_executed_in_order()
    {
        await using var running = new Running();
        running.Memory.Values["cursor"] = "s7";
        running.Homeserver.Syncs(Sync("s8", Message("$1", "@ana:hs", "!a"), Message("$2", "@bob:hs", "!b")));
        await running.StartAsync();
        running.Homeserver.Asked.First(one => one.Line.Contains("/sync?")).Line.ShouldContain("&since=s7&full_state=true");
        running.Inbox.Of<Said>().Select(one => one.Text).ShouldBe(["a", "b"]);
        running.Memory.Values["cursor"].ShouldBe("s8");
    }

    [Fact]
    public async Task What_was_said_before_we_came_is_never_executed()
    {
        await using var running = await Running.WithAsync(SyncOf("s2", "!new:hs", true, Message("$1", "@ana:hs", "!before"), Arrival, Message("$2", "@ana:hs", "!after")));
        running.Inbox.Of<Said>().Select(one => one.Text).ShouldBe(["after"]);
        running.Homeserver.Asked.ShouldNotContain(one => one.Line.Contains("/messages"));
    }

    [Fact]
    public async Task A_limited_timeline_is_healed_back_to_what_was_seen()
    {
        await using var running = new Running();
        running.Homeserver
            .On("/messages?dir=b&limit=100&from=p-s2", 200, $$"""{"end":"p2","chunk":[{{Message("$4", "@ana:hs", "!four")}},{{Message("$3", "@ana:hs", "!three")}}]}""")
            .On("/messages?dir=b&limit=100&from=p2", 200, $$"""{"end":"p3","chunk":[{{Message("$2", "@ana:hs", "!two")}},{{Message("$old", "@ana:hs", "!poll old")}}]}""")
            .Syncs(First(), SyncOf("s2", Recorded.Room, true, Message("$5", "@ana:hs", "!five")));
        await running.StartAsync();
        running.Inbox.Of<Said>().Select(one => one.Text).ShouldBe(["two", "three", "four", "five"]);
        running.Memory.Values["seen/!room:hs"].ShouldBe("$5");
    }

    [Fact]
    public async Task It_moves_only_when_all_was_dealt_with()
    {
        await using var running = new Running();
        running.Inbox.Answer = one => one.EventKey == "matrix:$2" ? throw new InvalidOperationException("disk full") : new Committed(1);
        running.Homeserver.Syncs(First(), Sync("s2", Message("$1", "@ana:hs", "!a"), Message("$2", "@ana:hs", "!b")));
        await Should.ThrowAsync<InvalidOperationException>(running.StartAsync);
        running.Memory.Values["cursor"].ShouldBe("s1");
        running.Memory.Values["seen/!room:hs"].ShouldBe("$old");
    }

    [Fact]
    public async Task Whoever_is_busy_is_asked_again_with_the_same()
    {
        var tries = 0;
        await using var running = new Running();
        running.Inbox.Answer = _ => ++tries < 3 ? new Busy(TimeSpan.FromMilliseconds(1)) : new Committed(1);
        running.Homeserver.Syncs(First(), Sync("s2", Message("$1", "@ana:hs", "!a")), Sync("s3", Message("$2", "@ana:hs", "!b")));
        await running.StartAsync();
        running.Inbox.Received.Select(one => one.EventKey).ShouldBe(["matrix:$1", "matrix:$1", "matrix:$1", "matrix:$2"]);
    }

    [Fact]
    public async Task A_server_that_is_away_or_asks_to_wait_is_asked_again()
    {
        var time = new FakeTimeProvider();
        var answers = new Queue<(int, string)>([(0, ""), (502, "<html>"), (429, """{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":60000}"""), (-1, "")]);
        await using var running = new Running { Time = time };
        running.Homeserver.On("/sync?", _ => answers.Count > 1 ? answers.Dequeue() : answers.Peek()).Syncs(First());
        var started = running.StartAsync();
        while (!started.IsCompleted)
        {
            await Task.Delay(5);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        await started;
        running.Memory.Values["cursor"].ShouldBe("s1");
        running.Log.Lines.Count(line => line.Contains("Trying again")).ShouldBe(3);
        running.Log.Lines.ShouldContain(line => line.Contains("M_LIMIT_EXCEEDED") && line.Contains("60 s"));
    }

    [Fact]
    public async Task A_bad_token_ends_it_with_the_reason_and_without_the_token()
    {
        await using var running = new Running();
        running.Homeserver.On("/whoami", 401, """{"errcode":"M_UNKNOWN_TOKEN","error":"canary-token"}""");
        var thrown = await Should.ThrowAsync<InvalidOperationException>(running.Start);
        thrown.ToString().ShouldNotContain("canary");
        thrown.Message.ShouldContain("does not accept the access token (M_UNKNOWN_TOKEN)");
        running.Log.Lines.ShouldNotContain(line => line.Contains("canary"));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(404)]
    public async Task A_wrong_address_ends_it_and_no_redirect_is_followed(int status)
    {
        await using var running = new Running();
        running.Homeserver.On("/whoami", status, "<html>");
        (await Should.ThrowAsync<InvalidOperationException>(running.Start)).Message.ShouldContain("Is the homeserver's address right?");
        HomeserverAddress.Handler(new Uri("https://hs")).ShouldBeOfType<SocketsHttpHandler>().AllowAutoRedirect.ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://example.org", true)] // looked up when connecting
    [InlineData("http://192.168.1.5:8008", true)]
    [InlineData("http://[::1]:8008", true)]
    [InlineData("https://93.184.216.34", true)]
    [InlineData("http://93.184.216.34", false)]
    [InlineData("ftp://hs", false)]
    [InlineData("https://user:password@hs", false)]
    [InlineData("hs", false)]
    public void Only_private_addresses_may_be_spoken_to_in_the_clear(string address, bool fine)
    {
        if (fine) HomeserverAddress.Read(address);
        else Should.Throw<InvalidOperationException>(() => HomeserverAddress.Read(address));
    }

    [Fact]
    public void Secrets_are_not_shown() => $"{new CivicBot.Adapters.Matrix.Secret("canary")}".ShouldBe("***");
}
