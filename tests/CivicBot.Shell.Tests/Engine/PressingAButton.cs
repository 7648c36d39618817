using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>A token is a key to what is kept beside it: whoever presses acts, and the core looks at everything again.</summary>
public class PressingAButton
{
    [Fact]
    public async Task Casts_the_ballot_of_whoever_presses()
    {
        await using var stage = await OpenAsync();
        await stage.PressAsync("bob", Token(stage.Card(), 2));
        await stage.PressAsync("carol", Token(stage.Card(), 1));
        (await stage.BallotsAsync()).ShouldBe(new Dictionary<string, Ballot?> { ["bob"] = new Ballot.Chosen(2), ["carol"] = new Ballot.Chosen(1) }, ignoreOrder: true);
    }

    /// <summary>SECURITY 17.</summary>
    [Fact]
    public async Task Twice_is_one_entry()
    {
        await using var stage = await OpenAsync();
        await stage.PressAsync("bob", Token(stage.Card(), 2));
        var entries = (await stage.EntriesAsync()).Count;
        await stage.PressAsync("bob", Token(stage.Card(), 2));
        (await stage.EntriesAsync()).Count.ShouldBe(entries);
    }

    [Fact]
    public async Task Twice_by_the_same_event_is_handled_once()
    {
        await using var stage = await OpenAsync("method:approval");
        var press = stage.Platform.Presses("bob", Token(stage.Card(), 2), "practice:the same");
        await stage.DoAsync(press);
        await stage.WaitAsync(TimeSpan.FromMinutes(1));
        await stage.DoAsync(press);
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(2));
    }

    /// <summary>SECURITY 18, and an act typed in a token's place is no token.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("vote 1 #1")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("'; DROP TABLE tokens")]
    [InlineData("⟨high⟩")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task With_a_forged_token_is_refused_with_one_sentence(string token)
    {
        await using var stage = await OpenAsync();
        var answer = (await stage.PressAsync("bob", TypingAnAttack.Halved(token))).ShouldHaveSingleItem();
        answer.Purpose.ShouldBe(Purpose.Refusal);
        answer.Text.ShouldContain("no longer in use");
        (await stage.BallotsAsync()).ShouldBeEmpty();
    }

    /// <summary>SECURITY 4: as if it were absent.</summary>
    [Fact]
    public async Task With_another_collectives_token_is_refused_like_a_forged_one()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("alice", "/poll \"Second?\" Park Café");
        await stage.SayAsync("olga", "/poll \"Else?\" Barn Shed", "orchard");
        // Seeded tokens of equal numbers are alike, so it is the second's.
        var answer = (await stage.PressAsync("olga", Token(stage.Card(2), 1), Stage.Place("orchard"))).ShouldHaveSingleItem();
        answer.Text.ShouldContain("no longer in use");
        (await stage.BallotsAsync(2)).ShouldBeEmpty();
        (await stage.StateAsync()).Members.Count.ShouldBe(1);
    }

    /// <summary>SECURITY 4: a number is one's own collective's.</summary>
    [Fact]
    public async Task Or_typing_another_collectives_number_finds_nothing()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("alice", "/poll \"Second?\" Park Café");
        await stage.SayAsync("olga", "/poll \"Else?\" Barn Shed", "orchard");
        (await stage.AskAsync("olga", "/vote 2 1", "orchard")).Purpose.ShouldBe(Purpose.Refusal);
        (await stage.BallotsAsync(2)).ShouldBeEmpty();
    }

    /// <summary>SECURITY 1.</summary>
    [Fact]
    public async Task By_a_stranger_in_private_is_refused()
    {
        await using var stage = await OpenAsync();
        (await stage.PressAsync("eve", Token(stage.Card(), 1), Stage.Alone("eve"))).ShouldHaveSingleItem().Purpose.ShouldBe(Purpose.Refusal);
        (await stage.BallotsAsync()).ShouldBeEmpty();
        (await stage.StateAsync()).Members.Count.ShouldBe(1);
    }

    /// <summary>SECURITY 15.</summary>
    [Fact]
    public async Task That_was_made_for_somebody_else_is_refused()
    {
        await using var stage = await OpenAsync();
        var mine = await stage.AskAsync("bob", "/vote 1");
        var token = Token(mine, 1);
        (await stage.PressAsync("carol", token)).ShouldHaveSingleItem().Text.ShouldContain("no longer in use");
        (await stage.BallotsAsync()).ShouldBeEmpty();
        await stage.PressAsync("bob", token);
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(1));
    }

    [Fact]
    public async Task That_was_made_for_one_person_wears_out_after_a_week()
    {
        await using var stage = await OpenAsync("closes:30d");
        var token = Token(await stage.AskAsync("bob", "/vote 1"), 1);
        await stage.WaitAsync(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        (await stage.PressAsync("bob", token)).ShouldHaveSingleItem().Text.ShouldContain("no longer in use");
        await stage.PressAsync("bob", Token(stage.Card(), 2));
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(2));
    }

    /// <summary>SECURITY 19.</summary>
    [Fact]
    public async Task Of_a_card_that_was_mended_since_is_refused_and_the_new_one_works()
    {
        await using var stage = await OpenAsync();
        var old = Token(stage.Card(), 1);
        await stage.SayAsync("alice", "/edit 1 \"Where then?\" Pub Park");
        var answer = (await stage.PressAsync("bob", old)).ShouldHaveSingleItem();
        answer.Text.ShouldContain("mended");
        (await stage.BallotsAsync()).ShouldBeEmpty();
        await stage.PressAsync("bob", Token(stage.Card(), 1));
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(1));
    }

    /// <summary>SECURITY 16.</summary>
    [Fact]
    public async Task After_the_close_is_refused()
    {
        await using var stage = await OpenAsync();
        var token = Token(stage.Card(), 1);
        await stage.WaitAsync(TimeSpan.FromDays(2));
        (await stage.PressAsync("bob", token)).ShouldHaveSingleItem().Purpose.ShouldBe(Purpose.Refusal);
        (await stage.BallotsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Works_after_a_restart_and_cards_keep_their_tokens()
    {
        await using var stage = await OpenAsync();
        var token = Token(stage.Card(), 2);
        await stage.RestartAsync();
        await stage.PressAsync("bob", token);
        Token(stage.Card(), 2).ShouldBe(token);
        token.Length.ShouldBe(22);
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(2));
    }

    internal static string Token(Seen seen, int choice) => seen.Document.Parts.OfType<Part.Choices>().Single(part => part.Items.Count > 0).Items[choice - 1].Token.ShouldNotBeNull();

    private static async Task<Stage> OpenAsync(string how = "")
    {
        var stage = new Stage();
        await stage.SayAsync("alice", $"/poll \"Where?\" Park Café Online {how}");
        return stage;
    }
}
