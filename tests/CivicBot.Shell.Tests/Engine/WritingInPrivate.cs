using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Engine;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>Whose a private line is, and what is never begun there.</summary>
public class WritingInPrivate
{
    [Fact]
    public async Task Finds_the_collective_one_is_a_member_of()
    {
        await using var stage = await TwoAsync();
        await stage.SayAsync("bob", "/vote 1 1", "orchard");
        (await stage.AskAsync("bob", "/vote 1 2", privately: true)).Text.ShouldContain("orchard");
        (await stage.BallotsAsync(room: "orchard"))["bob"].ShouldBe(new Ballot.Chosen(2));
        (await stage.BallotsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_the_collective_of_a_room_that_is_shared()
    {
        await using var stage = await TwoAsync();
        await stage.SayAsync("bob", "/vote 1 2", privately: true, shares: ["nowhere", "orchard"]);
        (await stage.BallotsAsync(room: "orchard"))["bob"].ShouldBe(new Ballot.Chosen(2));
    }

    /// <summary>SECURITY 1: a stranger shares no room.</summary>
    [Fact]
    public async Task By_a_stranger_is_refused_and_learns_nothing()
    {
        await using var stage = await TwoAsync();
        foreach (var line in new[] { "/vote 1 1", "/decision 1", "/polls", "/my", "/edit 1 \"Mine?\"" })
        {
            var answer = await stage.AskAsync("eve", line, privately: true);
            answer.Text.ShouldNotContain("Where", Case.Sensitive, line);
            answer.Text.ShouldNotContain("garden", Case.Insensitive, line);
        }
        (await stage.StateAsync()).Members.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Goes_on_with_the_collective_in_whose_room_one_spoke_last()
    {
        await using var stage = await TwoAsync();
        await stage.SayAsync("bob", "/vote 1 1");
        await stage.SayAsync("bob", "/vote 1 1", "orchard");
        (await stage.AskAsync("bob", "/vote 1 2", privately: true)).Text.ShouldContain("orchard");
        await stage.SayAsync("bob", "/my");
        await stage.RestartAsync();
        (await stage.AskAsync("bob", "/vote 1 2", privately: true)).Text.ShouldContain("garden");
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(2));
    }

    /// <summary>SECURITY 2.</summary>
    [Theory]
    [InlineData("/poll \"Where?\" Park Café")]
    [InlineData("/found \"Mine\"")]
    [InlineData("/found")]
    public async Task Founds_nothing(string line)
    {
        await using var stage = new Stage();
        var answer = await stage.AskAsync("eve", line, privately: true);
        answer.Purpose.ShouldBe(Purpose.Refusal);
        (await CollectivesAsync(stage)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Opens_nothing_where_one_is_a_member()
    {
        await using var stage = await TwoAsync();
        (await stage.AskAsync("alice", "/poll \"Secretly?\" Park Café", privately: true)).Purpose.ShouldBe(Purpose.Refusal);
        (await stage.StateAsync()).Decisions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_line_that_is_no_command_of_ours_is_passed_over_in_a_room()
    {
        await using var stage = await TwoAsync();
        (await stage.Bot.Reception.ReceiveAsync(stage.Line("bob", "see you at the park"), Stage.Patience)).ShouldBeOfType<Ignored>();
    }

    private static async Task<Stage> TwoAsync()
    {
        var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café");
        await stage.SayAsync("olga", "/poll \"Where?\" Barn Shed", "orchard");
        return stage;
    }

    internal static async Task<List<CollectiveId>> CollectivesAsync(Stage stage)
    {
        var all = new List<CollectiveId>();
        await foreach (var collective in stage.Storage.Directory.AllAsync(Stage.Patience)) all.Add(collective);
        return all;
    }
}

/// <summary>Where collectives may begin, and where another has begun.</summary>
public class FoundingInARoom
{
    /// <summary>SECURITY 3: in a claimed room, by somebody else, the collective is named.</summary>
    [Fact]
    public async Task That_is_claimed_is_refused_and_says_whose_it_is()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/found \"Garden club\"");
        var answer = await stage.AskAsync("bob", "/found \"Mine\"");
        answer.Purpose.ShouldBe(Purpose.Refusal);
        answer.Text.ShouldContain("Garden club");
        (await stage.StateAsync()).Name.ShouldBe("Garden club");
    }

    [Fact]
    public async Task By_an_admin_of_the_room_may_be_said_again()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/found \"Garden club\"");
        await stage.SayAsync("root", "/found \"Orchard\"", admin: true);
        (await stage.StateAsync()).Name.ShouldBe("Orchard");
    }

    [Theory]
    [InlineData("/vote 1 1")]
    [InlineData("/close 1")]
    [InlineData("/my")]
    [InlineData("/help")]
    public async Task Is_done_by_no_other_command(string line)
    {
        await using var stage = new Stage();
        (await stage.SayAsync("alice", line)).ShouldNotBeEmpty();
        (await WritingInPrivate.CollectivesAsync(stage)).ShouldBeEmpty();
        (await stage.EntriesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/poll \"Where?\" Park Café")]
    [InlineData("/found \"Mine\"")]
    [InlineData("/found")]
    public async Task That_is_not_on_the_list_founds_nothing(string line)
    {
        await using var stage = new Stage(options: new BotOptions { Founding = new Founding(new HashSet<string> { Stage.Place("orchard").Place }) });
        (await stage.SayAsync("alice", line)).ShouldAllBe(seen => seen.Purpose == Purpose.Refusal);
        (await WritingInPrivate.CollectivesAsync(stage)).ShouldBeEmpty();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café", "orchard");
        (await WritingInPrivate.CollectivesAsync(stage)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task In_the_middle_of_a_form_keeps_the_answers_for_the_collective()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll");
        foreach (var answer in new[] { "Where?", "Park, Café", "-", "-", "-", "yes" }) await stage.SayAsync("alice", answer);
        (await stage.PollAsync()).Title.ShouldBe("Where?");
    }
}
