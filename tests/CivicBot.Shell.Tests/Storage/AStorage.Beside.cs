using CivicBot.Engine;

namespace CivicBot.Shell.Tests.Storages;

public abstract partial class AStorage
{
    [Fact]
    public async Task Keeps_tokens_and_whose_they_are()
    {
        ActionToken card = new("b", "vote 7 1", 7, 2, null, null), own = new("a", "cancel", null, 0, "telegram:4711", Noon.AddHours(1));
        await Succeeds(Nothing(Tea) with { Tokens = [card, own] });
        await Succeeds(Nothing(Cake) with { Tokens = [card with { Token = "c" }] });
        await ReopenAsync();
        (await Storage.Ledgers.BesideAsync(Tea, Patience)).Tokens.ShouldBe([own, card]);
        (await Storage.Directory.OfTokenAsync("b", Patience)).ShouldBe(Tea);
        (await Storage.Directory.OfTokenAsync("c", Patience)).ShouldBe(Cake);
        (await Storage.Directory.OfTokenAsync("d", Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task Keeps_a_draft_until_it_is_gone()
    {
        Draft tea = new("telegram:1", "room", "title", Noon.AddMinutes(30)), other = tea with { Room = "kitchen", Body = "else" };
        await Succeeds(Nothing(Tea) with { Drafts = [tea, other] });
        await Succeeds(Nothing(Tea) with { Drafts = [tea with { Body = "title, text", Expires = Noon.AddHours(1) }] });
        (await Storage.Ledgers.BesideAsync(Tea, Patience)).Drafts.ShouldBe([other, tea with { Body = "title, text", Expires = Noon.AddHours(1) }]);
        await Succeeds(Nothing(Tea) with { Drafts = [other with { Body = null }] });
        await ReopenAsync();
        (await Storage.Ledgers.BesideAsync(Tea, Patience)).Drafts.ShouldHaveSingleItem().Room.ShouldBe("room");
        (await Storage.Ledgers.BesideAsync(Cake, Patience)).Drafts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drops_drafts_and_tokens_that_ran_out()
    {
        await Succeeds(Nothing(Tea) with
        {
            Drafts = [new Draft("telegram:1", "room", "title", Noon.AddMinutes(30))],
            Tokens = [new ActionToken("a", "cancel", null, 0, null, Noon), new ActionToken("b", "vote", 7, 0, null, null)],
        });
        await ReopenAsync();
        await Succeeds(Nothing(Tea) with { At = Noon.AddDays(31) });
        var beside = await Storage.Ledgers.BesideAsync(Tea, Patience);
        beside.Drafts.ShouldBeEmpty();
        beside.Tokens.ShouldHaveSingleItem().Token.ShouldBe("b");
    }

    [Fact]
    public async Task Forgets_a_setting()
    {
        Setting language = new("telegram:1", "language", "fr"), quiet = new("telegram:1", "quiet", "yes");
        await Succeeds(Nothing(Tea) with { Settings = [language, quiet] });
        await Succeeds(Nothing(Tea) with { Settings = [language with { Value = "en" }, quiet with { Value = null }, new Setting("x", "y", null)] });
        await ReopenAsync();
        (await Storage.Ledgers.BesideAsync(Tea, Patience)).Settings.ShouldBe([language with { Value = "en" }]);
    }
}
