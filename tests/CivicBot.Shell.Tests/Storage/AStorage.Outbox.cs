using CivicBot.Chat;
using CivicBot.Engine;

namespace CivicBot.Shell.Tests.Storages;

public abstract partial class AStorage
{
    [Fact]
    public async Task Owes_by_purpose_then_in_order()
    {
        await Succeeds(Nothing(Tea) with
        {
            Outbox = [Reply("a", Purpose.Receipt), Reply("b"), Reply("c"), Reply("d", Purpose.Result), Reply("e") with { Platform = "telegram" }],
        });
        await Succeeds(Nothing(Cake) with { Outbox = [Reply("a")] });
        var pending = await Pending();
        pending.Select(static row => row.Owed.Slot).ShouldBe(["d", "b", "c", "a", "a"]);
        pending.Select(static row => row.Collective).ShouldBe([Tea, Tea, Tea, Cake, Tea]);
        pending[0].Owed.ShouldBe(Reply("d", Purpose.Result));
        (await Pending(2)).Select(static row => row.Owed.Slot).ShouldBe(["d", "b"]);
    }

    [Fact]
    public async Task Owes_no_more_what_was_delivered()
    {
        await Succeeds(Nothing(Tea) with { Outbox = [Reply("a"), Reply("b")] });
        await Storage.Outbox.DoneAsync((await Pending())[0], null, Patience);
        (await Pending(1)).Select(static row => row.Owed.Slot).ShouldBe(["b"]);
        await ReopenAsync();
        (await Pending()).Select(static row => row.Owed.Slot).ShouldBe(["b"]);
    }

    [Fact]
    public async Task Never_uses_an_id_again()
    {
        await Succeeds(Nothing(Tea) with { Outbox = [Reply("a")] });
        var first = (await Pending())[0];
        await Storage.Outbox.DoneAsync(first, null, Patience);
        await ReopenAsync();
        await Succeeds(Nothing(Tea) with { Outbox = [Reply("a")] });
        (await Pending())[0].Id.ShouldBeGreaterThan(first.Id);
    }

    [Fact]
    public async Task Owes_the_newest_of_a_slot()
    {
        await Succeeds(Nothing(Tea) with { Outbox = [Reply("a", body: "old")] });
        var old = (await Pending())[0];
        await Succeeds(Nothing(Tea) with { Outbox = [Reply("a", body: "new")] });
        await Storage.Outbox.DoneAsync(old, null, Patience);
        await ReopenAsync();
        var left = (await Pending()).ShouldHaveSingleItem();
        left.Owed.Body.ShouldBe("new");
        left.Id.ShouldBeGreaterThan(old.Id);
    }

    [Fact]
    public async Task Keeps_the_slots_of_collectives_apart()
    {
        await Succeeds(Nothing(Tea) with { Outbox = [Reply("a")] });
        await Succeeds(Nothing(Cake) with { Outbox = [Reply("a")] });
        (await Pending()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Lets_a_card_wait_for_its_message()
    {
        var first = Card() with { Slot = "opening/7/2", Purpose = Purpose.Opening, Posts = true };
        await Succeeds(Nothing(Tea) with { Outbox = [Card(), first, Card(room: 3)] });
        var opening = (await Pending()).ShouldHaveSingleItem();
        opening.Owed.ShouldBe(first);

        var posted = new Posted(Tea, 7, 2, "matrix:$event");
        await Storage.Outbox.DoneAsync(opening, posted, Patience);
        (await Storage.Outbox.PostedAsync(Tea, 7, 2, Patience)).ShouldBe(posted);
        (await Storage.Directory.OfMessageAsync("matrix:$event", Patience)).ShouldBe(posted);

        await ReopenAsync();
        (await Pending()).ShouldHaveSingleItem().Owed.ShouldBe(Card());
        (await Storage.Outbox.PostedAsync(Tea, 7, 2, Patience)).ShouldBe(posted);
        (await Storage.Outbox.PostedAsync(Tea, 7, 3, Patience)).ShouldBeNull();
        (await Storage.Outbox.PostedAsync(Cake, 7, 2, Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task Knows_the_latest_message_of_a_card()
    {
        await Succeeds(Nothing(Tea) with { Outbox = [Reply("a"), Reply("b")] });
        foreach (var row in await Pending()) await Storage.Outbox.DoneAsync(row, new Posted(Tea, 7, 2, "message " + row.Owed.Slot), Patience);
        (await Storage.Outbox.PostedAsync(Tea, 7, 2, Patience))!.Message.ShouldBe("message b");
        await ReopenAsync();
        (await Storage.Outbox.PostedAsync(Tea, 7, 2, Patience))!.Message.ShouldBe("message b");
        (await Storage.Directory.OfMessageAsync("message a", Patience)).ShouldBeNull();
    }
}
