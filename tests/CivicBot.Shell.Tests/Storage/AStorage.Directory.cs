using CivicBot.Engine;

namespace CivicBot.Shell.Tests.Storages;

public abstract partial class AStorage
{
    [Fact]
    public async Task Gives_a_place_to_one_of_a_hundred_claims()
    {
        var owners = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(
            () => Storage.Directory.ClaimAsync("telegram:-100", new CollectiveId($"c{i}"), Patience))));
        var owner = owners.Distinct().ShouldHaveSingleItem();
        await ReopenAsync();
        (await Storage.Directory.OfPlaceAsync("telegram:-100", Patience)).ShouldBe(owner);
        (await Storage.Directory.ClaimAsync("telegram:-100", Tea, Patience)).ShouldBe(owner);
    }

    [Fact]
    public async Task Keeps_a_claimed_place_from_another_collectives_batch()
    {
        await Storage.Directory.ClaimAsync("room", Tea, Patience);
        await Succeeds(Nothing(Cake) with { Directory = [new Listed(ListedAs.Place, "room"), new Listed(ListedAs.Place, "kitchen")] });
        (await Storage.Directory.OfPlaceAsync("room", Patience)).ShouldBe(Tea);
        (await Storage.Directory.OfPlaceAsync("kitchen", Patience)).ShouldBe(Cake);
        (await Storage.Directory.OfPlaceAsync("garden", Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task Moves_a_place()
    {
        await Storage.Directory.ClaimAsync("group", Tea, Patience);
        (await Storage.Directory.MoveAsync("group", "supergroup", Patience)).ShouldBeTrue();
        (await Storage.Directory.MoveAsync("group", "supergroup", Patience)).ShouldBeTrue("a repeated move is no mistake");
        await ReopenAsync();
        (await Storage.Directory.OfPlaceAsync("supergroup", Patience)).ShouldBe(Tea);
        (await Storage.Directory.OfPlaceAsync("group", Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task Moves_no_place_onto_anothers()
    {
        await Storage.Directory.ClaimAsync("a", Tea, Patience);
        await Storage.Directory.ClaimAsync("b", Cake, Patience);
        (await Storage.Directory.MoveAsync("a", "b", Patience)).ShouldBeFalse();
        (await Storage.Directory.OfPlaceAsync("a", Patience)).ShouldBe(Tea);
        (await Storage.Directory.OfPlaceAsync("b", Patience)).ShouldBe(Cake);
    }

    [Fact]
    public async Task Moves_a_place_onto_its_own()
    {
        await Storage.Directory.ClaimAsync("a", Tea, Patience);
        await Storage.Directory.ClaimAsync("b", Tea, Patience);
        (await Storage.Directory.MoveAsync("a", "b", Patience)).ShouldBeTrue();
        (await Storage.Directory.OfPlaceAsync("a", Patience)).ShouldBeNull();
        (await Storage.Directory.OfPlaceAsync("b", Patience)).ShouldBe(Tea);
    }

    [Fact]
    public async Task Finds_the_collectives_of_an_account()
    {
        var eve = new Listed(ListedAs.Account, "telegram:4711");
        await Succeeds(Nothing(Cake) with { Directory = [eve, eve] });
        await Succeeds(Nothing(Tea) with { Directory = [eve] });
        (await Storage.Directory.OfAccountAsync("telegram:4711", Patience)).ShouldBe([Tea, Cake]);
        (await Storage.Directory.OfAccountAsync("telegram:1", Patience)).ShouldBeEmpty();
        (await Storage.Directory.OfPlaceAsync("telegram:4711", Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task Lists_the_collectives_that_have_a_ledger()
    {
        await Succeeds(Entries(Cake, 0, 1));
        await Succeeds(Entries(Tea, 0, 1));
        await Succeeds(Nothing(CollectiveId.Lobby) with { Outbox = [Reply("a")] });
        (await Storage.Directory.AllAsync(Patience).ToListAsync(Patience)).ShouldBe([Tea, Cake]);
    }
}
