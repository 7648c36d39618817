using System.Text;
using CivicBot.Chat;
using static CivicBot.Adapters.Tests.Matrix.Recorded;

namespace CivicBot.Adapters.Tests.Matrix;

public class Sending
{
    private static readonly Document Poll = new(
        new Part.Heading(Line.Of("Poll 1")),
        new Part.Tally([new TallyItem("yes"), new TallyItem("no")]),
        new Part.Choices([new Choice("yes", "vote 1 1"), new Choice("no", "vote 1 2")], Public: true, Line.Of("or type")));

    private static readonly Document Word = Document.Of(Line.Of("Recorded."));

    [Fact]
    public async Task A_card_is_posted_once_however_often_it_is_tried_and_seeded()
    {
        await using var running = await Running.WithAsync();
        var delivery = new Delivery("id/7", new Destination.ToRoom("matrix:!room:hs"), Purpose.Opening, Poll, "en");
        var first = await running.DeliverAsync(delivery);
        (await running.DeliverAsync(delivery)).ShouldBe(first);

        first.ShouldBe(new Delivered.Sent("$sent1"));
        var (path, content) = running.Homeserver.Sent.First();
        path.ShouldBe("PUT /_matrix/client/v3/rooms/!room:hs/send/m.room.message/civicbot-id/7");
        ((string?)content["msgtype"], (string?)content["org.civicbot.outbox"], content["m.mentions"]!.ToJsonString()).ShouldBe(("m.text", "id/7", "{}"));
        running.Homeserver.Taps.ShouldBe(["$sent1 1️⃣", "$sent1 2️⃣"]);
        running.Memory.Values["cards/!room:hs"].ShouldBe("""["$sent1"]""");
    }

    [Fact]
    public async Task An_edit_keeps_the_type_and_adds_the_numbers_that_are_new()
    {
        await using var running = await Running.WithAsync();
        await running.DeliverAsync(new Delivery("1", new Destination.ToRoom("matrix:!room:hs"), Purpose.Opening, Poll, "en"));
        var longer = new Document(new Part.Choices([new("a", "a"), new("b", "b"), new("c", "c")], true, Line.Of("type")));
        (await running.DeliverAsync(new Delivery("2", new Destination.ToRoom("matrix:!room:hs"), Purpose.Card, longer, "en", "$sent1"))).ShouldBe(new Delivered.Sent("$sent1"));

        var edit = running.Homeserver.Messages.Last();
        edit["m.relates_to"]!.ToJsonString().ShouldBe("""{"rel_type":"m.replace","event_id":"$sent1"}""");
        ((string?)edit["msgtype"], (string?)edit["m.new_content"]!["msgtype"]).ShouldBe(("m.text", "m.text"));
        ((string?)edit["body"])!.ShouldStartWith("* ");
        running.Homeserver.Taps.ShouldBe(["$sent1 1️⃣", "$sent1 2️⃣", "$sent1 3️⃣"]);

        // Asked to wait between the edit and the numbers: the next try sets what is missing.
        var evenLonger = new Document(new Part.Choices([new("a", "a"), new("b", "b"), new("c", "c"), new("d", "d")], true, Line.Of("type")));
        var edited = new Delivery("2b", new Destination.ToRoom("matrix:!room:hs"), Purpose.Card, evenLonger, "en", "$sent1");
        running.Homeserver.On("/send/m.reaction/", 429, "{}");
        (await running.DeliverAsync(edited)).ShouldBe(new Delivered.Later(TimeSpan.FromSeconds(5)));
        running.Homeserver.On("/send/m.reaction/", -1, "");
        await running.DeliverAsync(edited);
        running.Homeserver.Taps.Last().ShouldBe("$sent1 4️⃣");
        running.Homeserver.Messages.Count().ShouldBe(3);

        await running.DeliverAsync(new Delivery("3", new Destination.ToRoom("matrix:!room:hs"), Purpose.Card, Word, "en", "$sent1"));
        running.Memory.Values["cards/!room:hs"].ShouldBe("[]"); // closed: nothing to tap any more
    }

    [Fact]
    public async Task Where_others_must_not_see_it_there_is_a_lock_to_tap()
    {
        await using var running = await Running.WithAsync();
        var document = new Document(new Part.Choices([new("a", "vote 1 1")], Public: false, new Line(new Inline.Command("vote 1 a"))));
        await running.DeliverAsync(new Delivery("1", new Destination.ToRoom("matrix:!room:hs"), Purpose.Opening, document, "fr"));
        running.Homeserver.Taps.ShouldBe(["$sent1 🔒"]);
        ((string?)running.Homeserver.Messages.Single()["body"])!.ShouldContain("touchez 🔒 ci-dessous ou tapez !privé");
    }

    [Fact]
    public async Task A_question_back_in_his_thread_needs_no_lock()
    {
        await using var running = await Running.WithAsync(Sync("s2", Message("$1", "@ana:hs", "!close 1")));
        var document = new Document(new Part.Text(Line.Of("Close it?")), new Part.Choices([new("Yes", "close 1 yes")], Public: false));
        await running.DeliverAsync(Asker("1", Purpose.Answer, "$1") with { Document = document });
        running.Homeserver.Taps.ShouldBeEmpty();
        ((string?)running.Homeserver.Messages.Single()["formatted_body"])
            .ShouldBe("<p>Close it?</p><ul><li>1  \u2068Yes\u2069: <code>!close 1 yes</code></li></ul>");
    }

    [Fact]
    public async Task A_message_that_the_room_shows_is_not_sent_again()
    {
        await using var running = await Running.WithAsync(Sync("s2", Event("$mine", "m.room.message", "@civicbot:hs", """{"msgtype":"m.text","body":"x","org.civicbot.outbox":"1"}""")));
        (await running.DeliverAsync(new Delivery("1", new Destination.ToRoom("matrix:!room:hs"), Purpose.Result, Word, "en"))).ShouldBe(new Delivered.Sent("$mine"));
        running.Homeserver.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receipt_is_a_mark_and_a_message_where_he_has_written_in_private()
    {
        await using var running = await Running.WithAsync(Sync("s2", Message("$1", "@ana:hs", "!vote 1 yes")));
        (await running.DeliverAsync(Asker("1", Purpose.Receipt, "$1"))).ShouldBe(new Delivered.Sent(null));
        running.Homeserver.Taps.ShouldBe(["$1 ✓"]);
        running.Homeserver.Messages.ShouldBeEmpty();

        running.Memory.Values["private/@ana:hs"] = """{"room":"!priv:hs","spoke":true}""";
        await running.DeliverAsync(Asker("2", Purpose.Receipt, "$1"));
        running.Homeserver.Sent.ShouldContain(one => one.Path.Contains("!priv:hs/send/m.room.message/"));

        // Not where a third reads along.
        running.Homeserver.On("!priv:hs/joined_members", 200, """{"joined":{"@civicbot:hs":{},"@ana:hs":{},"@bob:hs":{}}}""");
        (await running.DeliverAsync(Asker("3", Purpose.Receipt, "$1"))).ShouldBe(new Delivered.Sent(null));
    }

    [Fact]
    public async Task A_refusal_is_a_notice_in_the_thread_of_what_he_did()
    {
        await using var running = await Running.WithAsync(Sync(
            "s2",
            Message("$1", "@ana:hs", "!vote 1 maybe"),
            Event("$2", "m.room.message", "@ana:hs", """{"msgtype":"m.text","body":"!vote","m.relates_to":{"rel_type":"m.thread","event_id":"$root"}}"""),
            Reaction("$3", "@ana:hs", "$card", "1️⃣")));
        foreach (var asked in new[] { "$1", "$2", "$3" }) await running.DeliverAsync(Asker(asked, Purpose.Refusal, asked));
        running.Homeserver.Messages.Select(one => (string?)one["msgtype"]).ShouldBe(["m.notice", "m.notice", "m.notice"]);
        running.Homeserver.Messages.Select(one => one["m.relates_to"]!.ToJsonString()).ShouldBe(
        [
            """{"rel_type":"m.thread","event_id":"$1","is_falling_back":true,"m.in_reply_to":{"event_id":"$1"}}""",
            """{"rel_type":"m.thread","event_id":"$root","is_falling_back":true,"m.in_reply_to":{"event_id":"$2"}}""",
            """{"rel_type":"m.thread","event_id":"$card","is_falling_back":true,"m.in_reply_to":{"event_id":"$card"}}""",
        ]);
    }

    [Fact]
    public async Task What_goes_on_in_private_opens_the_room_and_says_what_to_type()
    {
        await using var running = await Running.WithAsync(Sync("s2", Message("$1", "@ana:hs", "!vote 1 yes")));
        running.Homeserver.On("/createRoom", 200, """{"room_id":"!priv:hs"}""");
        var delivery = Asker("1", Purpose.Refusal, "$1") with { Document = new Document(new Part.InPrivate("vote 1 yes")) };
        await running.DeliverAsync(delivery);
        running.Homeserver.Asked.Count(one => one.Line.Contains("createRoom")).ShouldBe(1);
        ((string?)running.Homeserver.Messages.Single()["formatted_body"]).ShouldBe("<p>In your private room with me, type: <code>!vote 1 yes</code></p>");
    }

    [Fact]
    public async Task A_direct_message_goes_to_his_private_room_once_he_is_in_it()
    {
        await using var running = await Running.WithAsync();
        (await running.DeliverAsync(Member("1", opens: false))).ShouldBeOfType<Delivered.Never>();
        running.Homeserver.Asked.ShouldNotContain(one => one.Line.Contains("createRoom"));

        // He has come there, whether or not he has written anything.
        running.Memory.Values["private/@ana:hs"] = """{"room":"!priv:hs"}""";
        (await running.DeliverAsync(Member("2", opens: false))).ShouldBe(new Delivered.Sent("$sent1"));
        running.Homeserver.Sent.ShouldHaveSingleItem().Path.ShouldBe("PUT /_matrix/client/v3/rooms/!priv:hs/send/m.room.message/civicbot-2");
        ((string?)running.Homeserver.Messages.Single()["msgtype"], running.Homeserver.Messages.Single()["m.relates_to"]).ShouldBe(("m.notice", null));

        running.Homeserver.On("!priv:hs/joined_members", 200, """{"joined":{"@civicbot:hs":{}}}""");
        (await running.DeliverAsync(Member("3", opens: false))).ShouldBeOfType<Delivered.Never>();
    }

    [Fact]
    public async Task A_direct_message_that_matters_opens_a_private_room_once()
    {
        await using var running = await Running.WithAsync();
        running.Homeserver.On("/createRoom", 200, """{"room_id":"!priv:hs"}""")
            .On("!priv:hs/joined_members", 200, """{"joined":{"@civicbot:hs":{}}}""")
            .On("!priv:hs/state/m.room.member/@ana:hs", 200, """{"membership":"invite"}""");
        await running.DeliverAsync(Member("1", opens: true));
        await running.DeliverAsync(Member("1", opens: true));
        await running.DeliverAsync(Member("2", opens: true));
        running.Homeserver.Asked.Where(one => one.Line.Contains("createRoom")).ShouldHaveSingleItem().Body!["invite"]!.ToJsonString().ShouldBe("""["@ana:hs"]""");
        running.Homeserver.Sent.Select(one => one.Path.Split('/')[^4]).ShouldBe(["!priv:hs", "!priv:hs"]);
    }

    [Fact]
    public async Task A_direct_message_goes_nowhere_where_another_reads_along_or_nobody_can_read_it()
    {
        await using var running = await Running.WithAsync();
        running.Memory.Values["private/@ana:hs"] = """{"room":"!old:hs","spoke":true}""";
        running.Homeserver.On("!old:hs/joined_members", 200, """{"joined":{"@civicbot:hs":{},"@ana:hs":{},"@bob:hs":{}}}""")
            .On("/createRoom", 403, """{"errcode":"M_FORBIDDEN"}""");
        (await running.DeliverAsync(Member("1", opens: true))).ShouldBeOfType<Delivered.Never>();

        running.Homeserver.On("/createRoom", 200, """{"room_id":"!priv:hs"}""")
            .On("!priv:hs/state/m.room.encryption", 200, """{"algorithm":"m.megolm.v1.aes-sha2"}""");
        (await running.DeliverAsync(Member("2", opens: true))).ShouldBeOfType<Delivered.Never>();
        running.Homeserver.Sent.ShouldBeEmpty();

        (await running.DeliverAsync(Member("3", opens: true) with { To = new Destination.ToMember("telegram:1", "Ana", true) })).ShouldBeOfType<Delivered.Never>();
    }

    [Theory]
    [InlineData(429, """{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":7000}""", 7)]
    [InlineData(503, "", 10)]
    [InlineData(0, "", 10)]
    [InlineData(401, """{"errcode":"M_UNKNOWN_TOKEN"}""", 10)]
    public async Task It_is_tried_later_where_that_may_help(int status, string answer, int seconds)
    {
        await using var running = await Running.WithAsync();
        running.Homeserver.On("/send/", status, answer);
        (await running.DeliverAsync(new Delivery("1", new Destination.ToRoom("matrix:!room:hs"), Purpose.Notice, Word, "en")))
            .ShouldBe(new Delivered.Later(TimeSpan.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData(403, "M_FORBIDDEN")]
    [InlineData(404, "M_NOT_FOUND")]
    [InlineData(413, "M_TOO_LARGE")]
    public async Task It_is_given_up_where_that_cannot_help(int status, string code)
    {
        await using var running = await Running.WithAsync();
        running.Homeserver.On("/send/", status, $$"""{"errcode":"{{code}}"}""");
        (await running.DeliverAsync(new Delivery("1", new Destination.ToRoom("matrix:!room:hs"), Purpose.Notice, Word, "en")))
            .ShouldBeOfType<Delivered.Never>().Why.ShouldContain(code);
        (await running.DeliverAsync(new Delivery("2", new Destination.ToRoom("telegram:1"), Purpose.Notice, Word, "en"))).ShouldBeOfType<Delivered.Never>();
        (await running.DeliverAsync(Asker("3", Purpose.Answer, null))).ShouldBeOfType<Delivered.Never>();
    }

    [Fact]
    public async Task Before_the_past_is_read_nothing_is_sent()
    {
        await using var running = new Running();
        _ = running.Start();
        (await running.DeliverAsync(Asker("1", Purpose.Answer, "$1"))).ShouldBeOfType<Delivered.Later>();
    }

    [Fact]
    public async Task What_is_too_long_is_shortened_and_says_so()
    {
        await using var running = await Running.WithAsync();
        var flood = new string('"', 4_000);
        var document = new Document(
        [
            new Part.Heading(new Line(new Inline.Typed(flood))),
            .. Enumerable.Range(0, 20).Select(_ => new Part.Facts([.. Enumerable.Range(0, 30).Select(_ => new Line(new Inline.Typed(flood)))])),
            new Part.Attachment("proof.json", new string('é', 90_000)),
        ]);
        await running.DeliverAsync(new Delivery("1", new Destination.ToRoom("matrix:!room:hs"), Purpose.Result, document, "en"));
        var content = running.Homeserver.Messages.Single();
        Encoding.UTF8.GetByteCount((string)content["body"]! + (string)content["formatted_body"]!).ShouldBeLessThanOrEqualTo(16 * 1024);
        ((string?)content["body"])!.ShouldEndWith("… shortened to fit one message. In full: !decision and its number.");
    }

    private static Delivery Asker(string id, Purpose purpose, string? asked) =>
        new(id, new Destination.ToAsker("matrix:@ana:hs", "Ana", "matrix:!room:hs", false, asked), purpose, Word, "en");

    private static Delivery Member(string id, bool opens) => new(id, new Destination.ToMember("matrix:@ana:hs", "Ana", opens), Purpose.Message, Word, "en");
}
