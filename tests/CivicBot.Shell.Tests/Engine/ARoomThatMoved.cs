using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Testing;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>The platform gave a room a new key: what is running goes on there.</summary>
public class ARoomThatMoved
{
    [Fact]
    public async Task Has_its_running_cards_posted_again_and_votes_go_on()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("alice", "/poll \"Old?\" Park Café");
        await stage.SayAsync("alice", "/close 2");
        await stage.SayAsync("bob", "/vote 1 1");

        var seen = await stage.DoAsync(Moves(stage, "garden", "new garden"));
        var posted = seen.Where(one => one.To is Destination.ToRoom { Room: "practice:new garden" }).ShouldHaveSingleItem();
        posted.Purpose.ShouldBe(Purpose.Opening);
        posted.Text.ShouldContain("1 · Where?");

        await stage.SayAsync("carol", "/vote 1 2", "new garden");
        await stage.ReactAsync("dave", posted.Message, 2, "r1", room: "new garden");
        (await stage.PollAsync(room: "new garden")).Ballots.Count.ShouldBe(3);
        stage.Card(room: "new garden").Text.ShouldMatch("Café .*2");
        var closing = await stage.WaitAsync(TimeSpan.FromDays(2));
        closing.Where(one => one.Purpose == Purpose.Result).ShouldHaveSingleItem().To.ShouldBe(new Destination.ToRoom("practice:new garden"));
        (await stage.AuditAsync("new garden")).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_no_more_under_its_old_key()
    {
        await using var stage = await OpenAsync();
        await stage.DoAsync(Moves(stage, "garden", "new garden"));
        (await stage.AskAsync("eve", "/vote 1 1")).Purpose.ShouldBe(Purpose.Refusal);
        (await stage.PollAsync(room: "new garden")).Ballots.Count.ShouldBe(0);
    }

    /// <summary>SECURITY 14.</summary>
    [Fact]
    public async Task To_one_that_is_claimed_is_passed_over()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("olga", "/poll \"Else?\" Barn Shed", "orchard");
        (await stage.Play.ReceiveAsync(Moves(stage, "garden", "orchard"))).ShouldBeOfType<Ignored>();
        (await stage.CollectiveAsync()).ShouldNotBe(await stage.CollectiveAsync("orchard"));
        await stage.SayAsync("bob", "/vote 1 Park");
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(1));
    }

    [Fact]
    public async Task That_is_nobodys_is_passed_over()
    {
        await using var stage = await OpenAsync();
        (await stage.Play.ReceiveAsync(Moves(stage, "nowhere", "elsewhere"))).ShouldBeOfType<Ignored>();
        (await stage.Storage.Directory.OfPlaceAsync("practice:elsewhere", Stage.Patience)).ShouldBeNull();
    }

    /// <summary>The directory is told first, the ledger after it; a crash between the two is made good by the platform's repetition.</summary>
    [Theory]
    [InlineData(Failing.BeforeCommit)]
    [InlineData(Failing.AfterCommit)]
    public async Task In_a_crash_has_moved_once_it_is_told_again(Failing failing)
    {
        var storage = new MemoryStorage();
        await using var stage = new Stage(storage: storage);
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café");
        var moves = Moves(stage, "garden", "new garden");
        storage.FailNext = failing;
        (await stage.Bot.Reception.ReceiveAsync(moves, Stage.Patience)).ShouldBeOfType<Busy>();
        await stage.RestartAsync();
        await stage.DoAsync(moves);
        (await stage.StateAsync("new garden")).Rooms.Values.ShouldHaveSingleItem().Room.ShouldBe(new RoomId("practice:new garden"));
        stage.Card(room: "new garden").Text.ShouldContain("Where?");
    }

    private static Moved Moves(Stage stage, string from, string to) => new(Stage.Place(to))
    {
        EventKey = $"practice:tombstone/{from}/{to}",
        From = new Account("practice:@root", "root"),
        In = Stage.Place(from),
        SeenBy = SeenBy.Room,
    };

    private static async Task<Stage> OpenAsync()
    {
        var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café");
        return stage;
    }
}
