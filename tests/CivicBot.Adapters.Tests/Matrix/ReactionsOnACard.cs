using CivicBot.Chat;
using static CivicBot.Adapters.Tests.Matrix.Recorded;

namespace CivicBot.Adapters.Tests.Matrix;

public class ReactionsOnACard
{
    [Theory]
    [InlineData("2️⃣", 2)]
    [InlineData("2⃣", 2)]
    [InlineData("🔟", 10)]
    public async Task A_number_is_a_choice(string key, int number)
    {
        await using var running = await WithCardAsync(Sync("s2", Reaction("$r", "@bob:hs", "$card", key)));
        var reacted = running.Inbox.Received.ShouldHaveSingleItem().ShouldBeOfType<Reacted>();
        reacted.ShouldBe(new Reacted("$card", number, "$r", false)
        {
            EventKey = "matrix:$r", From = new Account("matrix:@bob:hs", "bob"), In = reacted.In, SeenBy = SeenBy.Room, Event = "$r",
        });
    }

    [Fact]
    public async Task Our_own_seeds_other_emoji_and_other_messages_mean_nothing()
    {
        await using var running = await WithCardAsync(Sync(
            "s2",
            Reaction("$1", "@civicbot:hs", "$card", "1️⃣"),
            Reaction("$2", "@bob:hs", "$card", "👍"),
            Reaction("$3", "@bob:hs", "$other", "1️⃣"),
            Reaction("$4", "@bob:hs", "$card", "0️⃣")),
            SyncOf("s3", "!elsewhere:hs", false, Reaction("$5", "@bob:hs", "$card", "1️⃣")));
        running.Inbox.Received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_the_reactor_takes_it_back(bool top)
    {
        await using var running = await WithCardAsync(
            Sync("s2", Reaction("$r", "@bob:hs", "$card", "1️⃣")),
            Sync("s3", Redaction("$moderator", "@ana:hs", "$r", top)),
            Sync("s4", Redaction("$self", "@bob:hs", "$r", top)));
        running.Inbox.Of<Reacted>().Select(one => (one.EventKey, one.TakenBack, one.From.Key, one.Reaction)).ShouldBe(
            [("matrix:$r", false, "matrix:@bob:hs", "$r"), ("matrix:$self", true, "matrix:@bob:hs", "$r")]);
    }

    [Fact]
    public async Task After_a_gap_missed_reactions_are_found_and_the_lost_are_asked_about()
    {
        await using var running = Card();
        running.Memory.Values["cursor"] = "s0";
        running.Memory.Values["seen/!room:hs"] = "$arrival";
        running.Memory.Values["card/$card"] = """{"room":"!room:hs","choices":2,"public":true,"type":"m.text","kept":3}""";
        running.Memory.Values["reactions/$card/0"] = """["$own","$moderated","$gone"]""";
        foreach (var id in new[] { "$own", "$moderated", "$gone" }) running.Memory.Values["reaction/" + id] = """{"card":"$card","n":1,"by":"@bob:hs"}""";
        running.Homeserver
            .On("/relations/$card/", 200, $$"""{"chunk":[{{Reaction("$seed", "@civicbot:hs", "$card", "1️⃣")}},{{Reaction("$missed", "@dan:hs", "$card", "2️⃣")}}]}""")
            .On("/event/$own", 200, Redacted("$own", "@bob:hs"))
            .On("/event/$moderated", 200, Redacted("$moderated", "@ana:hs"))
            .Syncs(First());
        await running.StartAsync();
        running.Inbox.Of<Reacted>().Select(one => (one.EventKey, one.Choice, one.TakenBack)).ShouldBe([("matrix:$missed", 2, false), ("matrix:$by-@bob:hs", 1, true)]);
        running.Memory.Values["reaction/$moderated"].ShouldContain("stands");
    }

    private static string Redacted(string id, string by) =>
        $$"""{"type":"m.reaction","event_id":"{{id}}","sender":"@bob:hs","content":{},"unsigned":{"redacted_because":{"sender":"{{by}}","event_id":"$by-{{by}}"}""" + "}}";

    private static Running Card()
    {
        var running = new Running();
        running.Memory.Values["card/$card"] = """{"room":"!room:hs","choices":10,"public":true,"type":"m.text","kept":0}""";
        running.Memory.Values["cards/!room:hs"] = """["$card"]""";
        return running;
    }

    private static async Task<Running> WithCardAsync(params string[] syncs)
    {
        var running = Card();
        running.Homeserver.Syncs([First(), .. syncs]);
        return await running.StartAsync();
    }
}
