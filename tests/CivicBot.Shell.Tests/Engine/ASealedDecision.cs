using System.Text.RegularExpressions;
using CivicBot.Chat;
using CivicBot.Core;
using CsCheck;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>Hidden from all until the close, then named.</summary>
public partial class ASealedDecision
{
    private static readonly string[] People = ["alice", "bob", "carol", "dave"];

    /// <summary>What people type while it runs, some of it only to find out.</summary>
    private static readonly string[] Snooping = ["/decision 1", "/decisions", "/polls", "/my", "/story 1", "/help", "/edit 1 \"What?\"", "/vote 1", "/vote 1 nothing"];

    /// <summary>
    /// Non-interference: the same people do the same things, but choose otherwise. Until the close everything that anybody but the voter is shown is the
    /// same to the letter, so it tells nothing of what was chosen.
    /// </summary>
    [Fact]
    public void Shows_nobody_else_anything_that_depends_on_what_was_chosen() =>
        Gen.Select(
            Gen.Select(Gen.Int[0, 3], Gen.Int[0, 11], Gen.Int[1, 3], Gen.Int[1, 3]).Array[1, 14],
            Gen.Bool).Sample((acts, approval) =>
        {
            var one = PlayAsync([.. acts.Select(act => (act.Item1, act.Item2, act.Item3))], approval).GetAwaiter().GetResult();
            var other = PlayAsync([.. acts.Select(act => (act.Item1, act.Item2, act.Item4))], approval).GetAwaiter().GetResult();
            other.ShouldBe(one);
        }, iter: 40, threads: 1);

    [Fact]
    public async Task While_it_runs_has_no_count_on_any_document()
    {
        await using var stage = await OpenAsync("closes:72h");
        var all = new List<Seen>();
        foreach (var (who, choice) in People.Zip(["1", "2", "2", "3"]))
        {
            all.AddRange(await stage.SayAsync(who, $"/vote 1 {choice}", privately: true, shares: ["garden"]));
            foreach (var line in Snooping) all.AddRange(await stage.SayAsync(who, line));
        }
        all.AddRange(await stage.WaitAsync(TimeSpan.FromHours(49)));
        all.ShouldContain(seen => seen.Purpose == Purpose.Notice, "the reminder");
        all.SelectMany(seen => seen.Document.Parts).OfType<Part.Tally>().SelectMany(tally => tally.Items).ShouldNotBeEmpty();
        all.SelectMany(seen => seen.Document.Parts).OfType<Part.Tally>().SelectMany(tally => tally.Items).ShouldAllBe(item => item.Count == null && item.Of == 0);
        stage.Card().Text.ShouldContain("4", Case.Sensitive, "that four voted may be seen");
    }

    [Fact]
    public async Task Names_who_chose_what_after_its_close()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("bob", "/vote 1 2", privately: true, shares: ["garden"]);
        var result = (await stage.WaitAsync(TimeSpan.FromDays(2))).Single(seen => seen.Purpose is Purpose.Result);
        result.Document.Parts.OfType<Part.Tally>().Single().Items.Select(item => item.Count).ShouldBe([0, 1, 0]);
        (await stage.AskAsync("carol", "/decision 1")).Text.ShouldContain("bob");
    }

    /// <summary>SECURITY 30.</summary>
    [Fact]
    public async Task Takes_no_choice_that_the_room_saw()
    {
        await using var stage = new Stage(typed: SeenBy.Room);
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café Online secrecy:sealed");
        var answer = await stage.AskAsync("bob", "/vote 1 2");
        (answer.Purpose, answer.Only).ShouldBe((Purpose.Refusal, "bob"));
        answer.Text.ShouldContain("Others in the room saw this");
        (await stage.BallotsAsync()).ShouldBeEmpty();
        await stage.SayAsync("bob", "/vote 1 2", privately: true, shares: ["garden"]);
        (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(2));
    }

    [Fact]
    public async Task Keeps_no_opening_of_a_replaced_or_withdrawn_ballot_after_its_close()
    {
        await using var stage = await OpenAsync();
        foreach (var line in new[] { "/vote 1 1", "/vote 1 2", "/withdraw 1", "/vote 1 3" }) await stage.SayAsync("bob", line, privately: true, shares: ["garden"]);
        foreach (var line in new[] { "/vote 1 1", "/withdraw 1" }) await stage.SayAsync("carol", line, privately: true, shares: ["garden"]);
        var before = await OpenedAsync(stage);
        before.Count(opened => opened).ShouldBe(4, "until the close nothing is lost that may have to be read again");
        // With what is remembered of places only read back from disk.
        await stage.RestartAsync();
        await stage.WaitAsync(TimeSpan.FromDays(2));
        (await OpenedAsync(stage)).ShouldBe([false, false, true, false]);
        (await stage.PollAsync()).Result!.Counts.ShouldBe([0, 0, 1]);
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
    }

    /// <summary>Casting, replacing and closing in one and the same batch.</summary>
    [Fact]
    public async Task Keeps_none_even_where_all_of_it_came_at_once()
    {
        await using var stage = await OpenAsync();
        Interaction[] lines = [.. new[] { ("bob", "/vote 1 1"), ("bob", "/vote 1 2"), ("alice", "/close 1") }
            .Select(one => stage.Line(one.Item1, one.Item2, privately: true, shares: ["garden"]))];
        foreach (var handled in await Task.WhenAll(lines.Select(line => stage.Bot.Reception.ReceiveAsync(line, Stage.Patience)))) handled.ShouldBeOfType<Committed>();
        (await OpenedAsync(stage)).ShouldBe([false, true]);
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_every_opening_in_an_open_one()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café Online");
        await stage.SayAsync("bob", "/vote 1 1");
        await stage.SayAsync("bob", "/vote 1 2");
        await stage.WaitAsync(TimeSpan.FromDays(2));
        (await OpenedAsync(stage)).ShouldBe([true, true]);
    }

    /// <summary>Whether each ballot's opening is there.</summary>
    private static async Task<List<bool>> OpenedAsync(Stage stage) =>
        [.. (await stage.EntriesAsync()).Where(stored => TheAudit.Text(stored).Contains("\"t\":\"ballot\"")).Select(stored => stored.Openings.Count == 1)];

    private static async Task<Stage> OpenAsync(string how = "")
    {
        var stage = new Stage();
        await stage.SayAsync("alice", $"/poll \"Where?\" Park Café Online secrecy:sealed {how}");
        return stage;
    }

    /// <summary>What the room and everybody but the voter himself is shown.</summary>
    private static async Task<string> PlayAsync((int Who, int What, int Choice)[] acts, bool approval)
    {
        await using var stage = await OpenAsync(approval ? "method:approval" : "");
        var shown = new List<string>();
        var card = "";
        foreach (var (who, what, choice) in acts)
        {
            var line = what < 8 ? $"/vote 1 {choice}" : what == 8 ? "/withdraw 1" : Snooping[(what * 7 + who) % Snooping.Length];
            var seen = await stage.SayAsync(People[who], line, privately: what < 9, shares: ["garden"]);
            var voted = what < 9 || line.StartsWith("/my", StringComparison.Ordinal) || line == "/polls" || line.StartsWith("/decision", StringComparison.Ordinal);
            // A card that is drawn anew for another choice, and not for the same again, looks as before.
            shown.AddRange(seen.Where(one => one.Purpose is not Purpose.Card || one.Text != card).Where(one => !(voted && one.Only == People[who])).Select(one => $"{one.Only} {one.Purpose} {Neutral(one.Text)}"));
            card = seen.LastOrDefault(one => one.Purpose is Purpose.Card)?.Text ?? card;
            foreach (var other in People.Where(other => other != People[who]))
            {
                // Whoever has not voted is shown nothing of anybody's.
                if (!(await stage.BallotsAsync()).ContainsKey(other)) shown.AddRange((await stage.SayAsync(other, "/decision 1")).Select(one => Neutral(one.Text)));
            }
        }
        return string.Join('\n', shown);
    }

    /// <summary>Codes are of entries, and entries differ.</summary>
    private static string Neutral(string text) => Code().Replace(text, "CODE");

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex Code();
}
