using CivicBot.Chat;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>Platforms on which a form must be the first answer ask for it beforehand; on others, arguments come taken apart all the same.</summary>
public class AskingForAForm
{
    [Fact]
    public async Task Gives_that_of_a_bare_command_and_records_nothing()
    {
        await using var stage = new Stage();
        var form = (await stage.Bot.Reception.FormAsync(Calls(stage, "poll"), Stage.Patience)).ShouldNotBeNull();
        form.Command.ShouldBe("poll");
        form.Fields.Select(field => field.Key).ShouldBe(["question", "options", "method", "closes", "secrecy"]);
        stage.Fresh().ShouldBeEmpty();
        (await stage.Storage.Directory.OfPlaceAsync("practice:garden", Stage.Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task Gives_none_where_all_is_said_or_nothing_is_ours()
    {
        await using var stage = new Stage();
        (await FormAsync(Calls(stage, "poll", ("question", ["Tea or coffee?"]), ("options", ["Tea", "Coffee"])))).ShouldBeNull();
        (await FormAsync(Calls(stage, "frobnicate"))).ShouldBeNull();
        (await FormAsync(stage.Line("ana", "/vote"))).ShouldBeNull();
        (await FormAsync(stage.Platform.Presses("ana", "AAAAAAAAAAAAAAAAAAAAAA"))).ShouldBeNull();

        Task<Form?> FormAsync(Interaction interaction) => stage.Bot.Reception.FormAsync(interaction, Stage.Patience);
    }

    [Fact]
    public async Task Comes_back_filled_as_a_command()
    {
        await using var stage = new Stage();
        var opened = await stage.DoAsync(Calls(stage, "poll", ("question", ["Tea or coffee?"]), ("options", ["Tea", "Coffee"]), ("closes", ["2h"])));
        opened.ShouldContain(seen => seen.Purpose == Purpose.Opening && seen.Text.Contains("Tea or coffee?", StringComparison.Ordinal));
        await stage.DoAsync(Calls(stage, "vote", ("decision", ["1"]), ("choice", ["Tea"])));
        (await stage.PollAsync()).Ballots.Count.ShouldBe(1);
    }

    /// <summary>What a platform hands in is read as carefully as what is typed.</summary>
    [Theory]
    [InlineData("vote", "decision", "one")]
    [InlineData("poll", "method", "astrology")]
    public async Task Is_refused_where_it_does_not_fit(string command, string key, string value)
    {
        await using var stage = new Stage();
        await stage.SayAsync("olga", "/poll \"Where?\" Park Café");
        (await stage.DoAsync(Calls(stage, command, (key, [value])))).ShouldHaveSingleItem().Purpose.ShouldBe(Purpose.Refusal);
        (await stage.StateAsync()).Decisions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Is_refused_where_it_is_no_text()
    {
        await using var stage = new Stage();
        var half = new string('\ud800', 1);
        (await stage.DoAsync(Calls(stage, "poll", ("question", [half])))).ShouldHaveSingleItem().Purpose.ShouldBe(Purpose.Refusal);
        (await stage.Bot.Reception.FormAsync(Calls(stage, "poll", ("question", [half])), Stage.Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task Completes_numbers_and_words_while_they_are_typed()
    {
        await using var stage = new Stage();
        await stage.SayAsync("olga", "/poll \"Where do we meet?\" Park Café");
        await stage.SayAsync("olga", "/poll \"Tea or coffee?\" Tea Coffee");
        await stage.SayAsync("olga", "/close 2");
        (await CompleteAsync("vote", "decision", "")).ShouldBe([new Completion("1 · Where do we meet?", "1")]);
        (await CompleteAsync("vote", "decision", "tea")).ShouldBeEmpty();
        (await CompleteAsync("vote", "choice", "")).ShouldBeEmpty();
        (await CompleteAsync("poll", "secrecy", "")).ShouldContain(new Completion("sealed", "sealed"));
        (await stage.Bot.Reception.CompleteAsync(new Unfinished(new Account("practice:@ana", "ana"), Stage.Place("nowhere"), "vote", "decision", ""), Stage.Patience)).ShouldBeEmpty();

        Task<IReadOnlyList<Completion>> CompleteAsync(string command, string parameter, string typed) =>
            stage.Bot.Reception.CompleteAsync(new Unfinished(new Account("practice:@ana", "ana"), Stage.Place("garden"), command, parameter, typed), Stage.Patience);
    }

    private static Invoked Calls(Stage stage, string command, params (string Key, string[] Values)[] arguments)
    {
        var line = stage.Line("ana", "/help");
        return new Invoked(command, arguments.ToDictionary(given => given.Key, given => (IReadOnlyList<string>)given.Values))
        {
            EventKey = line.EventKey,
            From = line.From,
            In = line.In,
            SeenBy = SeenBy.Bot,
            Event = line.Event,
        };
    }
}
