using CivicBot.Chat;
using static CivicBot.Adapters.Tests.Matrix.Recorded;

namespace CivicBot.Adapters.Tests.Matrix;

public class ReadingARoom
{
    [Fact]
    public async Task A_line_comes_in_with_who_where_and_rights()
    {
        await using var running = await Running.WithAsync(Sync("s2", Member("@ana:hs", "Ana"), Message("$1", "@ana:hs", "!vote 1 Café")));

        running.Inbox.Received.ShouldHaveSingleItem().ShouldBe(new Said("vote 1 Café", true)
        {
            EventKey = "matrix:$1",
            From = new Account("matrix:@ana:hs", "Ana"),
            In = new Room("matrix:!room:hs", "matrix:!room:hs", "Housing"),
            SeenBy = SeenBy.Room,
            Event = "$1",
            Admin = true,
        });
    }

    [Fact]
    public async Task A_line_of_people_among_themselves_comes_in_too_without_being_a_command()
    {
        await using var running = await Running.WithAsync(Sync("s2", Message("$1", "@bob:hs", "Café, I think")));
        var said = running.Inbox.Received.ShouldHaveSingleItem().ShouldBeOfType<Said>();
        (said.Text, said.Command, said.Admin, said.From.Name).ShouldBe(("Café, I think", false, false, "bob"));
    }

    [Fact]
    public async Task Notices_edits_our_own_lines_and_unreadable_events_mean_nothing()
    {
        await using var running = await Running.WithAsync(Sync(
            "s2",
            Message("$1", "@bot:hs", "!vote 1 a", "m.notice"),
            Message("$2", "@ana:hs", "!vote 1 a", "m.emote"),
            Message("$3", "@civicbot:hs", "!vote 1 a"),
            Event("$4", "m.room.message", "@ana:hs", """{"msgtype":"m.text","body":"* !vote 1 b","m.new_content":{"msgtype":"m.text","body":"!vote 1 b"},"m.relates_to":{"rel_type":"m.replace","event_id":"$0"}}"""),
            Event("$5", "m.room.message", "@ana:hs", """{"msgtype":"m.text","body":17}"""),
            Event("$6", "m.room.message", "@ana:hs", "\"!vote\""),
            Event("$7", "m.room.message", "@ana:hs", """{"msgtype":"m.text","body":"!vote \ud800"}"""),
            "17",
            Event("$8", "m.room.message", "@ana:hs", "{\"x\":" + new string('[', 500) + new string(']', 500) + "}"),
            Message("$9", "@ana:hs", "!help")));
        running.Inbox.Received.ShouldHaveSingleItem().EventKey.ShouldBe("matrix:$9");
    }

    [Fact]
    public async Task A_reply_is_read_without_what_it_quotes()
    {
        await using var running = await Running.WithAsync(Sync("s2", Event(
            "$1",
            "m.room.message",
            "@ana:hs",
            """{"msgtype":"m.text","body":"> <@civicbot:hs> Poll 1\n> !vote 1 no\n\n!vote 1 yes","m.relates_to":{"m.in_reply_to":{"event_id":"$0"}}}""")));
        running.Inbox.Received.ShouldHaveSingleItem().ShouldBeOfType<Said>().Text.ShouldBe("vote 1 yes");
    }

    [Fact]
    public async Task Accounts_differ_by_case()
    {
        await using var running = await Running.WithAsync(Sync("s2", Message("$1", "@Ana:hs", "!help")));
        var said = running.Inbox.Received.ShouldHaveSingleItem();
        (said.From.Key, said.Admin).ShouldBe(("matrix:@Ana:hs", false));
    }

    [Fact]
    public async Task A_creator_of_a_room_of_version_12_has_power_though_he_is_in_no_list()
    {
        var create = State("$create", "m.room.create", "@eve:hs", "", """{"room_version":"12","additional_creators":["@bob:hs"]}""");
        await using var running = await Running.WithAsync(Sync("s2", create, Message("$1", "@bob:hs", "!a"), Message("$2", "@eve:hs", "!b"), Message("$3", "@dan:hs", "!c")));
        running.Inbox.Received.Select(one => one.Admin).ShouldBe([true, true, false]);
    }

    [Fact]
    public async Task In_a_direct_room_of_two_every_line_is_for_us_and_seen_by_us_only()
    {
        await using var running = await Running.WithAsync(Sync("s2", Message("$1", "@ana:hs", "vote 1 yes"), Message("$2", "@ana:hs", "!my")));
        // (the room was not made as a direct one)
        running.Inbox.Of<Said>().Select(one => one.SeenBy).ShouldBe([SeenBy.Room, SeenBy.Room]);

        await using var direct = new Running();
        direct.Memory.Values["direct/!room:hs"] = "@ana:hs";
        direct.Homeserver.Syncs(First(), Sync("s2", Message("$1", "@ana:hs", "vote 1 yes"), Message("$2", "@ana:hs", "!my"), Message("$3", "@bob:hs", "vote 1 no")));
        await direct.StartAsync();
        direct.Inbox.Of<Said>().Select(one => (one.Text, one.Command, one.SeenBy, one.In.Private)).ShouldBe(
            [("vote 1 yes", true, SeenBy.Bot, true), ("my", true, SeenBy.Bot, true), ("vote 1 no", false, SeenBy.Room, false)]);
    }

    [Fact]
    public async Task In_his_private_room_nobody_is_an_admin_though_everybody_has_the_power()
    {
        await using var direct = new Running();
        direct.Memory.Values["direct/!room:hs"] = "@ana:hs";
        direct.Memory.Values["card/$card"] = """{"room":"!room:hs","choices":2,"public":true,"type":"m.text"}""";
        direct.Homeserver.Syncs(First(), Sync("s2", Message("$1", "@ana:hs", "found \"Mine\""), Reaction("$2", "@ana:hs", "$card", "1️⃣")));
        await direct.StartAsync();
        direct.Inbox.Received.Select(one => (one.In.Private, one.Admin)).ShouldBe([(true, false), (true, false)]);
    }

    [Fact]
    public async Task Who_leaves_or_is_made_to_has_left_and_who_takes_another_name_has_not()
    {
        await using var running = await Running.WithAsync(Sync(
            "s2",
            Membership("$1", "@ana:hs", "@ana:hs", "join", "leave"),
            Membership("$2", "@ana:hs", "@bob:hs", "join", "ban"),
            Membership("$3", "@eve:hs", "@eve:hs", "join", "join"),
            Membership("$4", "@fay:hs", "@fay:hs", "invite", "leave"),
            Membership("$5", "@ana:hs", "@bob:hs", "ban", "leave"),
            State("$6", "m.room.member", "@ana:hs", "@gil:hs", """{"membership":"ban"}"""),
            Membership("$7", "@ana:hs", "@civicbot:hs", "join", "leave"),
            Message("$8", "@eve:hs", "!help")));
        running.Inbox.Received.SkipLast(1).ShouldBe([Gone("$1", "@ana:hs"), Gone("$2", "@bob:hs")]);

        static Left Gone(string id, string user) => new()
        {
            EventKey = "matrix:" + id,
            From = new Account("matrix:" + user, "Before " + user),
            In = new Room("matrix:!room:hs", "matrix:!room:hs", "Housing"),
            SeenBy = SeenBy.Room,
            Event = id,
            Present = false,
        };
    }

    [Fact]
    public async Task Who_leaves_his_private_room_has_left_nothing()
    {
        await using var direct = new Running();
        direct.Memory.Values["direct/!room:hs"] = "@ana:hs";
        direct.Homeserver.Syncs(First(), Sync("s2", Membership("$1", "@ana:hs", "@ana:hs", "join", "leave")));
        await direct.StartAsync();
        direct.Inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Invitations_are_accepted_in_silence()
    {
        const string Invitation =
            """{"next_batch":"s2","rooms":{"invite":{"!new:hs":{"invite_state":{"events":[{"type":"m.room.member","sender":"@ana:other","state_key":"@civicbot:hs","content":{"membership":"invite","is_direct":true}}]}}}}}""";
        await using var running = await Running.WithAsync(Invitation);
        running.Homeserver.Asked.ShouldContain(one => one.Line.StartsWith("POST /_matrix/client/v3/join/!new:hs?via=other"));
        running.Memory.Values["direct/!new:hs"].ShouldBe("@ana:other");
        running.Homeserver.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_encrypted_room_is_told_once_in_plain_text()
    {
        var encryption = State("$e", "m.room.encryption", "@ana:hs", "", """{"algorithm":"m.megolm.v1.aes-sha2"}""");
        await using var running = await Running.WithAsync(Sync("s2", encryption), Sync("s3", Message("$1", "@ana:hs", "!help")));
        var said = running.Homeserver.Messages.ShouldHaveSingleItem();
        ((string?)said["msgtype"]).ShouldBe("m.notice");
        ((string?)said["body"])!.ShouldContain("cannot read");
        ((string?)said["body"])!.ShouldContain("chiffré");
        running.Memory.Values.ShouldContainKey("encrypted/!room:hs");
    }

    [Fact]
    public async Task A_private_room_is_made_without_encryption_and_the_bot_says_so_in_the_thread()
    {
        await using var running = new Running();
        running.Homeserver.On("/createRoom", 200, """{"room_id":"!priv:hs"}""")
            .Syncs(First(), Sync("s2", Message("$1", "@ana:hs", "!private"), Message("$2", "@ana:hs", "!private")));
        await running.StartAsync();
        running.Inbox.Received.ShouldBeEmpty();
        running.Homeserver.Asked.Where(one => one.Line.Contains("createRoom")).ShouldHaveSingleItem().Body!.ToJsonString()
            .ShouldBe("""{"preset":"trusted_private_chat","is_direct":true,"name":"CivicBot","invite":["@ana:hs"]}""");
        running.Homeserver.Messages.Count().ShouldBe(2); // a welcome there, a line here; the second request came too soon
        var here = running.Homeserver.Sent.Single(one => one.Path.Contains("/rooms/!room:hs/")).Content;
        ((string?)here["body"])!.ShouldStartWith("I have invited you to a private room");
        ((string?)here["m.relates_to"]!["event_id"]).ShouldBe("$1");
        running.Memory.Values["direct/!priv:hs"].ShouldBe("@ana:hs");
    }

    [Fact]
    public async Task A_server_that_forces_encryption_is_reported_and_not_asked_again_and_again()
    {
        await using var running = new Running();
        running.Homeserver.On("/createRoom", 200, """{"room_id":"!priv:hs"}""")
            .On("/rooms/!priv:hs/state/m.room.encryption", 200, """{"algorithm":"m.megolm.v1.aes-sha2"}""")
            .Syncs(
                First(),
                Sync("s2", Message("$1", "@ana:hs", "!private")),
                SyncOf("s3", "!priv:hs", false, State("$e", "m.room.encryption", "@civicbot:hs", "", """{"algorithm":"m.megolm.v1.aes-sha2"}""")));
        await running.StartAsync();
        running.Homeserver.Asked.Count(one => one.Line.Contains("createRoom")).ShouldBe(1);
        ((string?)running.Homeserver.Messages.ShouldHaveSingleItem()["body"])!.ShouldStartWith("This homeserver encrypts every private room");
        running.Log.Lines.ShouldContain(line => line.StartsWith("Warning: Matrix: the homeserver encrypted a private room"));
    }

    [Fact]
    public async Task A_room_moves_only_to_one_that_calls_itself_its_successor()
    {
        var tombstone = State("$t", "m.room.tombstone", "@ana:there", "", """{"replacement_room":"!new:hs"}""");
        await using var running = new Running();
        running.Homeserver.On("!new:hs/state/m.room.create", 200, """{"predecessor":{"room_id":"!room:hs"}}""").Syncs(First(), Sync("s2", tombstone));
        await running.StartAsync();
        running.Homeserver.Asked.ShouldContain(one => one.Line.StartsWith("POST /_matrix/client/v3/join/!new:hs?via=there"));
        var moved = running.Inbox.Received.ShouldHaveSingleItem().ShouldBeOfType<Moved>();
        (moved.EventKey, moved.In.Key, moved.To.Key).ShouldBe(("matrix:$t", "matrix:!room:hs", "matrix:!new:hs"));

        await using var hijack = new Running();
        hijack.Homeserver.On("!new:hs/state/m.room.create", 200, """{"predecessor":{"room_id":"!another:hs"}}""").Syncs(First(), Sync("s2", tombstone));
        await hijack.StartAsync();
        hijack.Inbox.Received.ShouldBeEmpty();
    }
}
