using CivicBot.Chat;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>One collective in several rooms: a decision's card stands in each, and whoever is in any of them votes.</summary>
public class LinkingRooms
{
    [Fact]
    public async Task Shows_what_is_running_in_the_new_room_and_tells_all()
    {
        await using var stage = await LinkingAnAccount.OpenAsync();
        var seen = await LinkAsync(stage, "olga", "allotment");
        seen.Where(one => one.Purpose is Purpose.Opening).ShouldHaveSingleItem().To.ShouldBe(new Destination.ToRoom("practice:allotment"));
        seen.Where(one => one.Purpose is Purpose.Notice && one.Text.Contains("allotment", StringComparison.Ordinal)).Select(one => one.To).ShouldBe(
            [new Destination.ToRoom("practice:garden"), new Destination.ToRoom("practice:allotment")], ignoreOrder: true);

        await stage.SayAsync("zoe", "/vote 1 Park", "allotment");
        foreach (var room in (string[])["garden", "allotment"]) stage.Card(room: room).Text.ShouldMatch("Park .*1");
        await stage.SayAsync("zoe", "/poll \"Here?\" Yes No", "allotment");
        foreach (var room in (string[])["garden", "allotment"]) stage.Card(2, room).Text.ShouldContain("2 · Here?");
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Needs_an_admin_here_and_there_who_is_one_member()
    {
        await using var stage = await LinkingAnAccount.OpenAsync();
        (await stage.AskAsync("olga", "/room link")).Text.ShouldContain("admin of this room");
        var code = await CodeAsync(stage, "olga");
        (await stage.SayAsync("olga", $"/room link {code}", "allotment")).ShouldHaveSingleItem().Text.ShouldContain("admin of this room");
        code = await CodeAsync(stage, "olga");
        (await stage.SayAsync("eve", $"/room link {code}", "allotment", admin: true)).ShouldHaveSingleItem().Text.ShouldContain("one and the same member");
        // A code for rooms links no account, and the other way round.
        code = await CodeAsync(stage, "olga");
        (await stage.AskAsync("eve", $"/link {code}", privately: true)).Text.ShouldContain("not good");
        (await stage.Storage.Directory.OfPlaceAsync("practice:allotment", Stage.Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_another_collective_is_not_possible()
    {
        await using var stage = await LinkingAnAccount.OpenAsync();
        await stage.SayAsync("olga", "/poll \"Else?\" Barn Shed", "orchard");
        var code = await CodeAsync(stage, "olga");
        (await stage.SayAsync("olga", $"/room link {code}", "orchard", admin: true)).ShouldHaveSingleItem().Text.ShouldContain("not good");
        (await stage.CollectiveAsync()).ShouldNotBe(await stage.CollectiveAsync("orchard"));
    }

    [Fact]
    public async Task Can_be_undone_and_then_votes_come_from_there_no_more()
    {
        await using var stage = await LinkingAnAccount.OpenAsync();
        await LinkAsync(stage, "olga", "allotment");
        var sure = await stage.SayAsync("olga", "/room unlink", "allotment", admin: true);
        sure.ShouldHaveSingleItem().Text.ShouldContain("leave the collective?");
        (await stage.SayAsync("olga", "/room unlink sure:yes", "allotment", admin: true)).ShouldHaveSingleItem().Text.ShouldContain("no longer belongs");
        (await stage.SayAsync("zoe", "/vote 1 Park", "allotment")).ShouldHaveSingleItem().Purpose.ShouldBe(Purpose.Refusal);
        (await stage.PollAsync()).Ballots.Count.ShouldBe(0);
        (await stage.SayAsync("bob", "/vote 1 Park")).ShouldNotContain(one => one.To is Destination.ToRoom && one.To == new Destination.ToRoom("practice:allotment"));
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<Seen>> LinkAsync(Stage stage, string who, string room) =>
        await stage.SayAsync(who, $"/room link {await CodeAsync(stage, who)}", room, admin: true);

    private static async Task<string> CodeAsync(Stage stage, string who) =>
        LinkingAnAccount.Code((await stage.SayAsync(who, "/room link", admin: true)).ShouldHaveSingleItem());
}
