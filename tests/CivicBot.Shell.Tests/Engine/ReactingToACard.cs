using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>In an open decision a reaction is the input of a ballot, and withdraws only what it made itself.</summary>
public class ReactingToACard
{
    [Fact]
    public async Task Casts_a_ballot()
    {
        await using var stage = await OpenAsync();
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1");
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(2));
    }

    [Fact]
    public async Task With_another_choice_replaces_it_where_one_is_chosen()
    {
        await using var stage = await OpenAsync();
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1");
        await stage.ReactAsync("bob", stage.Card().Message, 3, "r2");
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(3));
    }

    [Fact]
    public async Task Adds_and_takes_away_one_choice_where_several_are_chosen()
    {
        await using var stage = await OpenAsync("method:approval");
        await stage.ReactAsync("bob", stage.Card().Message, 1, "r1");
        await stage.ReactAsync("bob", stage.Card().Message, 3, "r2");
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(1, 3));
        await stage.ReactAsync("bob", stage.Card().Message, 1, "r1", takenBack: true);
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(3));
        await stage.ReactAsync("bob", stage.Card().Message, 3, "r2", takenBack: true);
        (await stage.BallotsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task And_taking_it_back_withdraws_the_ballot()
    {
        await using var stage = await OpenAsync();
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1");
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1", takenBack: true);
        (await stage.BallotsAsync()).ShouldBeEmpty();
    }

    /// <summary>Replacing a reaction is two events: the old one goes after the new one came.</summary>
    [Fact]
    public async Task Anew_before_the_old_one_is_taken_back_leaves_the_new_choice()
    {
        await using var stage = await OpenAsync();
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1");
        await stage.ReactAsync("bob", stage.Card().Message, 3, "r2");
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1", takenBack: true);
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(3));
    }

    [Fact]
    public async Task Taken_back_after_a_typed_vote_withdraws_nothing()
    {
        await using var stage = await OpenAsync();
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1");
        await stage.SayAsync("bob", "/vote 1 3");
        await stage.RestartAsync();
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1", takenBack: true);
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(3));
    }

    [Fact]
    public async Task Taken_back_after_the_same_was_typed_withdraws_nothing()
    {
        await using var stage = await OpenAsync();
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1");
        await stage.SayAsync("bob", "/vote 1 2");
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1", takenBack: true);
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(2));
    }

    [Fact]
    public async Task For_what_was_typed_before_carries_nothing()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("bob", "/vote 1 2");
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1");
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1", takenBack: true);
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(2));
    }

    /// <summary>SECURITY 10, as far as the engine is asked: a reaction taken back by another account takes nothing of the voter's.</summary>
    [Fact]
    public async Task Taken_back_by_somebody_else_withdraws_nothing()
    {
        await using var stage = await OpenAsync();
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1");
        await stage.ReactAsync("mod", stage.Card().Message, 2, "r1", takenBack: true);
        (await stage.BallotsAsync()).ShouldBe(new Dictionary<string, Ballot?> { ["bob"] = new Ballot.Chosen(2) });
    }

    /// <summary>SECURITY 30.</summary>
    [Fact]
    public async Task In_a_sealed_decision_is_refused_and_shows_the_private_way()
    {
        await using var stage = await OpenAsync("secrecy:sealed");
        var answer = (await stage.ReactAsync("bob", stage.Card().Message, 2, "r1")).ShouldHaveSingleItem();
        (answer.Purpose, answer.Only).ShouldBe((Purpose.Refusal, "bob"));
        answer.Document.Parts.OfType<Part.InPrivate>().ShouldHaveSingleItem().Line.ShouldStartWith("vote 1");
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1", takenBack: true);
        (await stage.BallotsAsync()).ShouldBeEmpty();
        (await stage.StateAsync()).Members.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Never_takes_back_a_sealed_ballot_that_was_cast_in_private()
    {
        await using var stage = await OpenAsync("secrecy:sealed");
        await stage.SayAsync("bob", "/vote 1 2", privately: true, shares: ["garden"]);
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1");
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1", takenBack: true);
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(2));
    }

    /// <summary>SECURITY 13: a copy of a card is no card.</summary>
    [Fact]
    public async Task On_a_message_that_is_no_card_is_passed_over()
    {
        await using var stage = await OpenAsync();
        await stage.ReactAsync("bob", "copy-of-the-card", 2, "r1");
        await stage.ReactAsync("bob", stage.Card().Message, 0, "r2");
        await stage.ReactAsync("bob", stage.Card().Message, 4, "r3");
        (await stage.BallotsAsync()).ShouldBeEmpty();
    }

    /// <summary>SECURITY 16.</summary>
    [Fact]
    public async Task After_the_close_changes_nothing()
    {
        await using var stage = await OpenAsync();
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1");
        await stage.WaitAsync(TimeSpan.FromDays(2));
        await stage.ReactAsync("carol", stage.Card().Message, 1, "r2");
        await stage.ReactAsync("bob", stage.Card().Message, 2, "r1", takenBack: true);
        (await stage.BallotsAsync()).ShouldBe(new Dictionary<string, Ballot?> { ["bob"] = new Ballot.Chosen(2) });
    }

    [Fact]
    public async Task In_another_collectives_room_is_no_ballot()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("olga", "/poll \"Else?\" Barn Shed", "orchard");
        await stage.ReactAsync("olga", stage.Card().Message, 2, "r1", room: "orchard");
        (await stage.BallotsAsync()).ShouldBeEmpty();
    }

    private static async Task<Stage> OpenAsync(string how = "")
    {
        var stage = new Stage();
        await stage.SayAsync("alice", $"/poll \"Where?\" Park Café Online {how}");
        return stage;
    }
}
