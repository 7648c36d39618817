using System.Text.Json.Nodes;
using CivicBot.Adapters.Discord.Receiving;
using CivicBot.Adapters.Tests;

namespace CivicBot.Discord.Tests;

public class HowFarWeAre
{
    private readonly KeptInMemory _memory = new();

    [Fact]
    public async Task Is_kept_as_the_last_before_the_first_that_is_not_finished()
    {
        var session = Begun();
        var generation = session.Receive(2, finished: false);
        session.Receive(3, finished: true);
        session.Receive(4, finished: false);
        (await KeptAsync(session)).ShouldBe(1);
        session.Finish(generation, 4);
        (await KeptAsync(session)).ShouldBe(1);
        session.Finish(generation, 2);
        (await KeptAsync(session)).ShouldBe(4);
        session.Received.ShouldBe(4);
    }

    [Fact]
    public async Task Of_an_old_session_says_nothing_about_a_new_one()
    {
        var session = Begun();
        var old = session.Receive(2, finished: false);
        session.Forget();
        session.Begin("session-2", "wss://gateway.example.org", "4711");
        session.Receive(1, finished: true);
        session.Receive(2, finished: false);
        session.Finish(old, 2);
        (await KeptAsync(session)).ShouldBe(1);
    }

    [Fact]
    public async Task Is_read_again_after_a_restart()
    {
        var session = Begun();
        session.Receive(7, finished: true);
        await session.WriteAsync(CancellationToken.None);
        var again = new Session(_memory);
        await again.ReadAsync(CancellationToken.None);
        (again.Current, again.Received, again.Self).ShouldBe((("session-1", "wss://gateway.example.org"), 7, "4711"));
    }

    [Fact]
    public async Task Is_forgotten_with_its_session()
    {
        var session = Begun();
        await session.WriteAsync(CancellationToken.None);
        session.Forget();
        await session.WriteAsync(CancellationToken.None);
        _memory.Values.ShouldBeEmpty();
    }

    private Session Begun()
    {
        var session = new Session(_memory);
        session.Begin("session-1", "wss://gateway.example.org", "4711");
        session.Receive(1, finished: true);
        return session;
    }

    private async Task<long?> KeptAsync(Session session)
    {
        await session.WriteAsync(CancellationToken.None);
        return (long?)JsonNode.Parse(_memory.Values["session"])!["seq"];
    }
}
