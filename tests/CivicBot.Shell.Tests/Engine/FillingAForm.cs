using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>Where the platform has no forms, the bot asks step by step, and the next line answers.</summary>
public class FillingAForm
{
    [Theory]
    [InlineData("/poll", "-", "yes")]
    [InlineData("/poll", "skip", "ok")]
    [InlineData("/sondage", "passer", "oui")]
    [InlineData("/sondage", "-", "OUI")]
    public async Task Step_by_step_opens_what_was_answered(string command, string skip, string yes)
    {
        await using var stage = new Stage();
        var first = (await stage.SayAsync("alice", command)).ShouldHaveSingleItem();
        first.Only.ShouldBe("alice");
        first.Document.Parts.OfType<Part.Ask>().Single().ShouldSatisfyAllConditions(ask => ask.Step.ShouldBe(1), ask => ask.Of.ShouldBe(5));
        Step(await stage.AskAsync("alice", "Where do we meet?")).ShouldBe(2);
        Step(await stage.AskAsync("alice", "Park, Café, Online")).ShouldBe(3);
        Step(await stage.AskAsync("alice", skip)).ShouldBe(4);
        Step(await stage.AskAsync("alice", "2h")).ShouldBe(5);
        var summary = await stage.AskAsync("alice", skip);
        summary.Text.ShouldContain(command);
        (await stage.EntriesAsync()).ShouldBeEmpty();

        await stage.SayAsync("alice", yes);
        var poll = await stage.PollAsync();
        (poll.Title, poll.Method, poll.Mode, poll.ClosesAt).ShouldBe(("Where do we meet?", Method.Single, Mode.Open, poll.OpenedAt.AddHours(2)));
        poll.Options.ShouldBe(["Park", "Café", "Online"]);
        (await stage.StateAsync()).Language.ShouldBe(command == "/poll" ? "en" : "fr");
        (await SaysNothingAsync(stage, "alice", yes)).ShouldBeTrue("the form is closed");
    }

    [Theory]
    [InlineData("/poll", "stop")]
    [InlineData("/poll", "CANCEL")]
    [InlineData("/sondage", "annuler")]
    [InlineData("/sondage", "non")]
    public async Task And_saying_stop_opens_nothing(string command, string stop)
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", command);
        await stage.SayAsync("alice", "Where do we meet?");
        (await stage.SayAsync("alice", stop)).ShouldHaveSingleItem();
        (await SaysNothingAsync(stage, "alice", "Park, Café")).ShouldBeTrue();
        (await stage.EntriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_forgotten_fifteen_minutes_after_the_last_answer()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll");
        await stage.WaitAsync(TimeSpan.FromMinutes(14));
        Step(await stage.AskAsync("alice", "Where do we meet?")).ShouldBe(2);
        await stage.WaitAsync(TimeSpan.FromMinutes(15));
        (await SaysNothingAsync(stage, "alice", "Park, Café")).ShouldBeTrue();
        (await stage.EntriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Listens_to_whoever_was_asked_and_to_nobody_else()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll");
        (await SaysNothingAsync(stage, "bob", "Bob’s own question?")).ShouldBeTrue();
        Step(await stage.AskAsync("alice", "Where do we meet?")).ShouldBe(2);
    }

    [Fact]
    public async Task Goes_on_after_a_restart()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll");
        await stage.SayAsync("alice", "Where do we meet?");
        await stage.RestartAsync();
        Step(await stage.AskAsync("alice", "Park, Café")).ShouldBe(3);
    }

    [Fact]
    public async Task Is_left_by_another_command()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll");
        await stage.SayAsync("alice", "/help");
        (await SaysNothingAsync(stage, "alice", "Where do we meet?")).ShouldBeTrue();
    }

    [Fact]
    public async Task And_pressing_its_button_opens_it_once()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll");
        foreach (var answer in new[] { "Where?", "Park, Café", "-", "-" }) await stage.SayAsync("alice", answer);
        var summary = await stage.AskAsync("alice", "-");
        await stage.PressAsync("alice", PressingAButton.Token(summary, 1));
        (await stage.PollAsync()).Title.ShouldBe("Where?");
        await stage.Play.ReceiveAsync(stage.Line("alice", "yes"));
        (await stage.StateAsync()).Decisions.Count.ShouldBe(1);
    }

    /// <summary>What is shown at the end is what is done, quotes and all.</summary>
    [Theory]
    [InlineData("Where is \"home\"?")]
    [InlineData("closes:tomorrow?")]
    [InlineData("« Où » ?")]
    [InlineData("“Where” is \"home\"?")]
    [InlineData("#1")]
    public async Task Takes_an_answer_as_it_is(string question)
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll");
        foreach (var answer in new[] { question, "Park, Café", "-", "-", "-", "yes" }) await stage.SayAsync("alice", answer);
        var poll = await stage.PollAsync();
        poll.Title.ShouldBe(question);
        poll.Options.ShouldBe(["Park", "Café"]);
    }

    [Fact]
    public async Task With_an_answer_that_does_not_fit_says_so_at_the_end()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll");
        foreach (var answer in new[] { "Where?", "Park, P\u0430rk", "-", "-", "-" }) await stage.SayAsync("alice", answer);
        (await stage.AskAsync("alice", "yes")).Purpose.ShouldBe(Purpose.Refusal);
        (await stage.EntriesAsync()).ShouldBeEmpty();
    }

    private static int Step(Seen seen) => seen.Document.Parts.OfType<Part.Ask>().ShouldHaveSingleItem().Step;

    private static async Task<bool> SaysNothingAsync(Stage stage, string who, string text) => await stage.Play.ReceiveAsync(stage.Line(who, text)) is Ignored;
}
