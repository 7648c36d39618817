using CivicBot.Adapters.Matrix;
using CivicBot.Adapters.Tests;
using CivicBot.Chat;

namespace CivicBot.EndToEnd.Adapter;

/// <summary>
/// The adapter among real users on a real homeserver. Opt-in: CIVICBOT_SYNAPSE is its address, where the accounts civicbot, ana and bob
/// have the password "password". CIVICBOT_SYNAPSE_FORCED: that server encrypts invite-only rooms by itself; CIVICBOT_SYNAPSE_LIMITED: it keeps its
/// default limit on messages. They are not part of `dotnet test`.
/// </summary>
public sealed class AgainstARealSynapse : IAsyncLifetime
{
    private static readonly string? Homeserver = Environment.GetEnvironmentVariable("CIVICBOT_SYNAPSE");

    private readonly KeptInMemory _memory = new();
    private readonly Inbox _inbox = new();
    private readonly Heard<MatrixAdapter> _log = new();
    private readonly string _run = Guid.NewGuid().ToString("N");
    private MatrixAdapter? _adapter;
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private Person _ana = null!;
    private Person _bob = null!;

    public async ValueTask InitializeAsync()
    {
        if (Homeserver is null) return;
        _ana = await Person.EnterAsync(Homeserver, "ana");
        _bob = await Person.EnterAsync(Homeserver, "bob");
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Homeserver is null) return;
        await StopAsync();
    }

    [Fact]
    public async Task Commands_reactions_edits_and_threads()
    {
        Assert.SkipWhen(Homeserver is null, "CIVICBOT_SYNAPSE is not set");
        var room = await _ana.MakeAsync(new { name = "Housing", preset = "private_chat", invite = new[] { _bob.Id } });
        await _bob.JoinAsync(room);
        await _ana.SayAsync(room, "!poll before the bot came");
        await InviteBotAsync(_ana, room);

        var asked = await _ana.SayAsync(room, "!poll \"Tea?\" yes no");
        var said = await UntilAsync(() => _inbox.Of<Said>().FirstOrDefault(one => one.Event == asked));
        said.Text.ShouldBe("poll \"Tea?\" yes no");
        (said.Command, said.Admin, said.In.PlaceName, said.From.Key, said.From.Name).ShouldBe((true, true, "Housing", $"matrix:{_ana.Id}", "ana"));
        _inbox.Of<Said>().ShouldNotContain(one => one.Text.Contains("before"));

        var card = await SendAsync(new Delivery(_run + "1", new Destination.ToRoom("matrix:" + room, asked), Purpose.Opening, Tea(0, 0), "en"));
        (await SendAsync(new Delivery(_run + "1", new Destination.ToRoom("matrix:" + room, asked), Purpose.Opening, Tea(0, 0), "en"))).ShouldBe(card);
        var shown = await _bob.EventAsync(room, card);
        ((string?)shown["content"]!["m.relates_to"]!["event_id"]).ShouldBe(asked);
        (await _bob.ReactionsAsync(room, card)).Select(one => (string?)one!["content"]!["m.relates_to"]!["key"]).ShouldBe(["1️⃣", "2️⃣"]);

        var reaction = await _bob.ReactAsync(room, card, "2️⃣");
        var reacted = await UntilAsync(() => _inbox.Of<Reacted>().FirstOrDefault(one => one.Reaction == reaction));
        (reacted.Message, reacted.Choice, reacted.TakenBack, reacted.From.Key, reacted.Admin).ShouldBe((card, 2, false, $"matrix:{_bob.Id}", false));
        (await SendAsync(new Delivery(_run + "2", new Destination.ToRoom("matrix:" + room), Purpose.Card, Tea(0, 1), "en", card))).ShouldBe(card);
        ((string?)(await _bob.EventAsync(room, card))["unsigned"]!["m.relations"]!["m.replace"]!["content"]!["m.new_content"]!["body"])!.ShouldContain("████████████  1");

        await _bob.RedactAsync(room, reaction);
        (await UntilAsync(() => _inbox.Of<Reacted>().FirstOrDefault(one => one.TakenBack))).Reaction.ShouldBe(reaction);
        var removed = await _bob.ReactAsync(room, card, "1️⃣");
        await UntilAsync(() => _inbox.Of<Reacted>().FirstOrDefault(one => one.Reaction == removed));
        await _ana.RedactAsync(room, removed);

        // A refusal of a reaction goes into the card's thread, of a line into its own; a receipt is a mark.
        await _bob.EditAsync(room, asked, "!vote 1 no");
        var line = await _bob.SayAsync(room, "CivicBot: vote 1 no");
        await UntilAsync(() => _inbox.Of<Said>().FirstOrDefault(one => one is { Text: "vote 1 no", Command: true } && one.Event == line));
        _inbox.Of<Reacted>().Count(one => one.TakenBack).ShouldBe(1);
        var refused = await SendAsync(Answer("3", Purpose.Refusal, room, line, _bob));
        ((string?)(await _bob.EventAsync(room, refused))["content"]!["m.relates_to"]!["event_id"]).ShouldBe(line);
        (await DeliverAsync(Answer("4", Purpose.Receipt, room, line, _bob))).ShouldBe(new Delivered.Sent(null));
        (await _bob.ReactionsAsync(room, line)).Select(one => (string?)one!["content"]!["m.relates_to"]!["key"]).ShouldBe(["✓"]);
        (await SendAsync(Answer("5", Purpose.Refusal, room, reaction, _bob))).ShouldNotBeNull();
        var nested = await _bob.SayInThreadAsync(room, line, "!help");
        await UntilAsync(() => _inbox.Of<Said>().FirstOrDefault(one => one.Event == nested));
        await SendAsync(Answer("6", Purpose.Answer, room, nested, _bob));
    }

    [Fact]
    public async Task A_gap_is_healed_in_order_and_nothing_twice()
    {
        Assert.SkipWhen(Homeserver is null, "CIVICBOT_SYNAPSE is not set");
        var room = await _ana.MakeAsync(new { name = "Gap", preset = "private_chat", invite = new[] { _bob.Id } });
        await _bob.JoinAsync(room);
        await InviteBotAsync(_ana, room);
        var card = await SendAsync(new Delivery(_run + "1", new Destination.ToRoom("matrix:" + room), Purpose.Opening, Tea(0, 0), "en"));
        var withdrawn = await _bob.ReactAsync(room, card, "1️⃣");
        var removed = await _ana.ReactAsync(room, card, "2️⃣");
        var moderated = await _bob.ReactAsync(room, card, "2️⃣");
        await UntilAsync(() => _inbox.Of<Reacted>().Count() == 3 ? "" : null);
        await StopAsync();

        await _bob.RedactAsync(room, withdrawn);
        await _ana.RedactAsync(room, removed);
        await _ana.RedactAsync(room, moderated);
        for (var i = 0; i < 130; i++) await _ana.SayAsync(room, $"!line {i}");
        var late = await _bob.ReactAsync(room, card, "2️⃣");
        for (var i = 0; i < 60; i++) await _ana.SayAsync(room, $"chat {i}");
        await StartAsync();
        await UntilAsync(() => _inbox.Of<Said>().FirstOrDefault(one => one.Text == "chat 59"));

        _inbox.Of<Said>().Where(one => one.Command).Select(one => one.Text).ShouldBe(Enumerable.Range(0, 130).Select(i => $"line {i}"));
        _inbox.Of<Said>().Select(one => one.EventKey).ShouldBeUnique();
        _inbox.Of<Reacted>().Where(one => one.TakenBack).Select(one => one.Reaction).ShouldBe([withdrawn, removed]); // both by their own hands
        _inbox.Of<Reacted>().Count(one => one.Reaction == late).ShouldBe(1);

        // Sent before the stop: not again, whatever the server remembers.
        (await SendAsync(new Delivery(_run + "1", new Destination.ToRoom("matrix:" + room), Purpose.Opening, Tea(0, 0), "en"))).ShouldBe(card);
    }

    [Fact]
    public async Task Private_rooms()
    {
        Assert.SkipWhen(Homeserver is null, "CIVICBOT_SYNAPSE is not set");
        var room = await _ana.MakeAsync(new { name = "Public", preset = "private_chat" });
        await InviteBotAsync(_ana, room);
        await _ana.SayAsync(room, "!privé");
        var invited = await UntilAsync(_ana.InvitationAsync);
        await _ana.JoinAsync(invited);
        (await _ana.StateAsync(invited, "m.room.encryption")).ShouldBeNull();
        var line = await _ana.SayAsync(invited, "vote 1 yes");
        var said = await UntilAsync(() => _inbox.Of<Said>().FirstOrDefault(one => one.Event == line));
        (said.In.Private, said.SeenBy, said.Command).ShouldBe((true, SeenBy.Bot, true));

        // Now that she reads there, what is for her goes there.
        var asked = await _ana.SayAsync(room, "!my");
        await UntilAsync(() => _inbox.Of<Said>().FirstOrDefault(one => one.Event == asked));
        var answer = await SendAsync(Answer("1", Purpose.Answer, room, asked, _ana));
        ((string?)(await _ana.EventAsync(invited, answer))["content"]!["body"]).ShouldBe("Recorded.");
        (await _ana.ReactionsAsync(room, asked)).Count.ShouldBe(1);

        // With a third person it is private no more.
        await _ana.InviteAsync(invited, _bob.Id);
        await _bob.JoinAsync(invited);
        var overheard = await _ana.SayAsync(invited, "!vote 1 no");
        (await UntilAsync(() => _inbox.Of<Said>().FirstOrDefault(one => one.Event == overheard))).SeenBy.ShouldBe(SeenBy.Room);
    }

    [Fact]
    public async Task A_direct_message_opens_a_private_room_only_where_it_matters()
    {
        Assert.SkipWhen(Homeserver is null, "CIVICBOT_SYNAPSE is not set");
        (await DeliverAsync(Message("1", _bob, opens: false))).ShouldBeOfType<Delivered.Never>();
        (await _bob.InvitationAsync()).ShouldBeNull();

        var told = await SendAsync(Message("2", _bob, opens: true));
        var invited = await UntilAsync(_bob.InvitationAsync);
        (await SendAsync(Message("2", _bob, opens: true))).ShouldBe(told);
        await _bob.JoinAsync(invited);
        ((string?)(await _bob.EventAsync(invited, told))["content"]!["body"]).ShouldBe("Recorded.");

        // He has come, so that what matters less is told him too; when he has gone again it is not.
        await _bob.EventAsync(invited, await SendAsync(Message("3", _bob, opens: false)));
        await _bob.LeaveAsync(invited);
        (await DeliverAsync(Message("4", _bob, opens: false))).ShouldBeOfType<Delivered.Never>();
    }

    [Fact]
    public async Task Who_leaves_or_is_removed_has_left_and_who_takes_another_name_has_not()
    {
        Assert.SkipWhen(Homeserver is null, "CIVICBOT_SYNAPSE is not set");
        var room = await _ana.MakeAsync(new { name = "Leaving", preset = "public_chat" });
        await InviteBotAsync(_ana, room);
        await _bob.JoinAsync(room);
        await _bob.RenameAsync(room, "Robert");
        await _bob.LeaveAsync(room);
        await UntilAsync(() => _inbox.Of<Left>().FirstOrDefault());
        await _bob.JoinAsync(room);
        await _ana.RemoveAsync(room, _bob.Id, "kick");
        await _ana.RemoveAsync(room, _bob.Id, "ban");
        await _ana.SayAsync(room, "!help");
        await UntilAsync(() => _inbox.Of<Said>().FirstOrDefault(one => one.In.Key == "matrix:" + room));
        _inbox.Of<Left>().Select(one => (one.From.Key, one.From.Name, one.In.Key)).ShouldBe(
            [($"matrix:{_bob.Id}", "Robert", "matrix:" + room), ($"matrix:{_bob.Id}", "bob", "matrix:" + room)]);
        _inbox.Of<Left>().Select(one => one.EventKey).ShouldBeUnique();
    }

    [Fact]
    public async Task A_server_that_forces_encryption_is_not_asked_for_a_room_again()
    {
        Assert.SkipWhen(Homeserver is null || Environment.GetEnvironmentVariable("CIVICBOT_SYNAPSE_FORCED") is null, "CIVICBOT_SYNAPSE_FORCED is not set");
        var room = await _ana.MakeAsync(new { name = "Readable", preset = "public_chat" });
        await InviteBotAsync(_ana, room);
        await _ana.SayAsync(room, "!private");
        await UntilAsync(async () => (await _ana.SaidByAsync(room, "@civicbot:localhost")).FirstOrDefault(body => body.Contains("encrypts every private room")));
        var invited = await UntilAsync(_ana.InvitationAsync);
        await _ana.JoinAsync(invited);
        await _ana.SayAsync(room, "!help");
        await UntilAsync(() => _inbox.Of<Said>().FirstOrDefault(one => one.Text == "help"));
        (await _ana.InvitationAsync()).ShouldBeNull();
        _log.Lines.ShouldContain(one => one.Contains("the homeserver encrypted a private room"));
    }

    [Fact]
    public async Task A_server_that_limits_us_is_obeyed_and_nothing_is_said_twice()
    {
        Assert.SkipWhen(Homeserver is null || Environment.GetEnvironmentVariable("CIVICBOT_SYNAPSE_LIMITED") is null, "CIVICBOT_SYNAPSE_LIMITED is not set");
        var room = await _ana.MakeAsync(new { name = "Limited", preset = "private_chat" });
        await InviteBotAsync(_ana, room);
        var document = new Document(new Part.Choices([.. Enumerable.Range(1, 10).Select(n => new Choice($"{n}", "x"))], Public: true, Line.Of("type")));
        var delivery = new Delivery(_run + "1", new Destination.ToRoom("matrix:" + room), Purpose.Opening, document, "en");
        var waited = 0;
        Delivered delivered;
        while ((delivered = await _adapter!.DeliverAsync(delivery, TestContext.Current.CancellationToken)) is Delivered.Later later)
        {
            waited++;
            await Task.Delay(later.RetryAfter);
        }

        waited.ShouldBeGreaterThan(0);
        (await _ana.SaidByAsync(room, "@civicbot:localhost")).Count.ShouldBe(1);
        (await _ana.ReactionsAsync(room, delivered.ShouldBeOfType<Delivered.Sent>().Message!)).Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_sealed_card_opens_the_way_by_its_lock()
    {
        Assert.SkipWhen(Homeserver is null, "CIVICBOT_SYNAPSE is not set");
        var room = await _ana.MakeAsync(new { name = "Sealed", preset = "private_chat", invite = new[] { _bob.Id } });
        await _bob.JoinAsync(room);
        await InviteBotAsync(_ana, room);
        var document = new Document(new Part.Choices([new Choice("yes", "vote 1 1")], Public: false, Line.Of("vote")));
        var card = await SendAsync(new Delivery(_run + "1", new Destination.ToRoom("matrix:" + room), Purpose.Opening, document, "en"));
        (await _bob.ReactionsAsync(room, card)).Select(one => (string?)one!["content"]!["m.relates_to"]!["key"]).ShouldBe(["🔒"]);
        await _bob.ReactAsync(room, card, "🔒");
        await UntilAsync(_bob.InvitationAsync);
        _inbox.Received.OfType<Reacted>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Encrypted_rooms_are_told_once()
    {
        Assert.SkipWhen(Homeserver is null, "CIVICBOT_SYNAPSE is not set");
        var encryption = new { type = "m.room.encryption", state_key = "", content = new { algorithm = "m.megolm.v1.aes-sha2" } };
        var room = await _ana.MakeAsync(new { name = "Encrypted", preset = "private_chat", initial_state = new[] { encryption } });
        await InviteBotAsync(_ana, room);
        await UntilAsync(async () => (await _ana.SaidByAsync(room, "@civicbot:localhost")).FirstOrDefault(body => body.Contains("cannot read")));
        await StopAsync();
        await StartAsync();
        await _ana.SayAsync(room, "!help");
        await UntilAsync(() => _inbox.Of<Said>().FirstOrDefault());
        (await _ana.SaidByAsync(room, "@civicbot:localhost")).Count.ShouldBe(1);

        // A direct one: she is invited to a readable one.
        var direct = await _bob.MakeAsync(new { preset = "trusted_private_chat", is_direct = true, invite = new[] { "@civicbot:localhost" }, initial_state = new[] { encryption } });
        var readable = await UntilAsync(_bob.InvitationAsync);
        await UntilAsync(async () => (await _bob.SaidByAsync(direct, "@civicbot:localhost")).FirstOrDefault(body => body.Contains("have invited you")));
        await _bob.JoinAsync(readable);
    }

    [Theory]
    [InlineData("11")]
    [InlineData("12")]
    public async Task An_upgraded_room_is_followed(string version)
    {
        Assert.SkipWhen(Homeserver is null, "CIVICBOT_SYNAPSE is not set");
        var room = await _ana.MakeAsync(new { name = "Old", preset = "public_chat", room_version = version });
        await InviteBotAsync(_ana, room);
        await _ana.SayAsync(room, "!first");
        (await UntilAsync(() => _inbox.Of<Said>().FirstOrDefault(one => one.Text == "first"))).Admin.ShouldBeTrue();
        var successor = await _ana.UpgradeAsync(room, version == "12" ? "12" : "11");
        var moved = await UntilAsync(() => _inbox.Of<Moved>().FirstOrDefault());
        (moved.In.Key, moved.To.Key, moved.Admin).ShouldBe(("matrix:" + room, "matrix:" + successor, true));
        await _ana.SayAsync(successor, "!second");
        await UntilAsync(() => _inbox.Of<Said>().FirstOrDefault(one => one.Text == "second" && one.In.Key == "matrix:" + successor));
    }

    [Fact]
    public async Task An_invite_only_upgrade_is_followed_once_invited()
    {
        Assert.SkipWhen(Homeserver is null, "CIVICBOT_SYNAPSE is not set");
        var room = await _ana.MakeAsync(new { name = "Old", preset = "private_chat" });
        await InviteBotAsync(_ana, room);
        var successor = await _ana.UpgradeAsync(room, "12");
        await Task.Delay(1_000);
        _inbox.Of<Moved>().ShouldBeEmpty();
        await InviteBotAsync(_ana, successor);
        (await UntilAsync(() => _inbox.Of<Moved>().FirstOrDefault())).To.Key.ShouldBe("matrix:" + successor);
    }

    private static Document Tea(long yes, long no) => new(
        new Part.Heading(new Line(new Inline.Words("Poll 1 · "), new Inline.Typed("Tea?"))),
        new Part.Tally([new TallyItem("yes", yes, 1), new TallyItem("no", no, 1)]),
        new Part.Choices([new Choice("yes", "vote 1 1"), new Choice("no", "vote 1 2")], Public: true, new Line(new Inline.Command("vote 1 yes"))));

    private Delivery Answer(string id, Purpose purpose, string room, string asked, Person asker) =>
        new(_run + id, new Destination.ToAsker("matrix:" + asker.Id, "", "matrix:" + room, false, asked), purpose, Document.Of(Line.Of("Recorded.")), "en");

    private Delivery Message(string id, Person to, bool opens) =>
        new(_run + id, new Destination.ToMember("matrix:" + to.Id, "", opens), Purpose.Message, Document.Of(Line.Of("Recorded.")), "en");

    private async Task<string> SendAsync(Delivery delivery) => (await DeliverAsync(delivery)).ShouldBeOfType<Delivered.Sent>().Message.ShouldNotBeNull();

    private async Task<Delivered> DeliverAsync(Delivery delivery)
    {
        while (true)
        {
            var delivered = await _adapter!.DeliverAsync(delivery, TestContext.Current.CancellationToken);
            if (delivered is not Delivered.Later) return delivered;
            await Task.Delay(100);
        }
    }

    private async Task InviteBotAsync(Person host, string room)
    {
        await host.InviteAsync(room, "@civicbot:localhost");
        await UntilAsync(async () => (string?)(await host.StateAsync(room, "m.room.member", "@civicbot:localhost"))?["membership"] == "join" ? "" : null);
    }

    private async Task StartAsync()
    {
        _stop = new CancellationTokenSource();
        var options = new MatrixOptions { Homeserver = Homeserver!, User = "civicbot", Password = "password" };
        _adapter = new MatrixAdapter(options, _memory, TimeProvider.System, _log);
        var adapter = _adapter;
        _running = Task.Run(() => adapter.RunAsync(_inbox, _stop.Token));
        await UntilAsync(() => _memory.Values.ContainsKey("cursor") ? "" : null);
    }

    private async Task StopAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        _adapter?.Dispose();
    }

    private Task<T> UntilAsync<T>(Func<T?> look)
        where T : class => UntilAsync(() => Task.FromResult(look()));

    private async Task<T> UntilAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        for (var i = 0; i < 400; i++)
        {
            if (await look() is { } found) return found;
            if (_running.IsFaulted) await _running;
            await Task.Delay(50);
        }

        throw new TimeoutException($"Not seen. Received: {string.Join(" | ", _inbox.Received)}\n{string.Join('\n', _log.Lines)}");
    }
}
