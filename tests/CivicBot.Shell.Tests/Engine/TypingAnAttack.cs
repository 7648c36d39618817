using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>What people type is data on its whole way: refused with a reason or shown as it is, and never the reason that others wait.</summary>
public class TypingAnAttack
{
    /// <summary>SECURITY 24 to 28: shown as data, in a piece of its own that adapters isolate and escape.</summary>
    [Theory]
    [InlineData("\u202eeseht daeR")]
    [InlineData("@everyone <@&1> @room")]
    [InlineData("</b><a href=x>, [x](http://y), ```")]
    [InlineData("[red]danger[/]")]
    [InlineData("'; DROP TABLE entries; --")]
    [InlineData("{title} {0} %s")]
    [InlineData("=cmd|' /C calc'!A0")]
    public async Task As_a_title_an_option_and_a_name_is_shown_as_typed_text(string attack)
    {
        await using var stage = new Stage();
        var poll = new Invoked("poll", new Dictionary<string, IReadOnlyList<string>> { ["question"] = [attack], ["options"] = [attack, "Café"] })
        {
            EventKey = "practice:attack",
            From = new Account("practice:@eve", attack),
            In = Stage.Place("garden"),
            SeenBy = SeenBy.Bot,
        };
        var opening = (await stage.DoAsync(poll)).Single(seen => seen.Purpose is Purpose.Opening);
        var heading = opening.Document.Parts.OfType<Part.Heading>().First();
        heading.Title.Pieces.ShouldContain(new Inline.Typed(attack));
        heading.Title.Pieces.OfType<Inline.Words>().ShouldAllBe(words => !words.Text.Contains(attack));
        heading.Aside!.Pieces.OfType<Inline.Words>().ShouldAllBe(words => !words.Text.Contains(attack));
        (await stage.PollAsync()).Title.ShouldBe(attack);
        (await stage.AskAsync("bob", "/vote 1 #1")).Purpose.ShouldBe(Purpose.Receipt);
        (await stage.WaitAsync(TimeSpan.FromDays(2))).ShouldContain(seen => seen.Purpose == Purpose.Result);
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
        stage.Logged.ShouldAllBe(line => !line.Contains(attack));
    }

    /// <summary>SECURITY 20.</summary>
    [Fact]
    public async Task Of_five_thousand_characters_is_refused()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café");
        foreach (var line in new[] { $"/poll \"{new string('x', 5000)}\" Park Café", $"/vote 1 {new string('x', 5000)}", $"/{new string('x', 5000)}" })
        {
            var answer = await stage.AskAsync("eve", line);
            answer.Purpose.ShouldBe(Purpose.Refusal);
            answer.Text.Length.ShouldBeLessThan(1000, "it is not said back");
        }
        (await stage.StateAsync()).Decisions.Count.ShouldBe(1);
    }

    /// <summary>SECURITY 21: refused, in whatever place it stands; not tried again and again.</summary>
    [Theory]
    [InlineData("/poll \"Tea\u0000?\" green black")]
    [InlineData("/poll \"Tea⟨high⟩?\" green black")]
    [InlineData("/poll \"Tea?\" green bl⟨low⟩ack")]
    [InlineData("/vote 1 ⟨high⟩")]
    [InlineData("/vote 1 \u0000")]
    [InlineData("/⟨high⟩")]
    [InlineData("/help ⟨high⟩")]
    [InlineData("/poll ⟨high⟩:x \"Tea?\" green black")]
    [InlineData("/found \"⟨high⟩\"")]
    [InlineData("/found timezone:⟨high⟩")]
    [InlineData("/poll \"Tea?\" green black method:⟨high⟩")]
    [InlineData("/poll \"Tea?\" green black closes:⟨high⟩")]
    [InlineData("/edit 1 \"⟨high⟩\"")]
    [InlineData("/language ⟨high⟩")]
    public async Task That_is_no_text_is_refused(string line)
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café");
        var before = (await stage.EntriesAsync()).Count;
        (await stage.AskAsync("alice", Halved(line))).Purpose.ShouldBe(Purpose.Refusal);
        (await stage.EntriesAsync()).Count.ShouldBe(before);
    }

    [Fact]
    public async Task That_is_no_text_is_refused_where_nothing_was_founded_yet_too()
    {
        await using var stage = new Stage();
        (await stage.AskAsync("alice", "/poll \"\ud800\" Park Café")).Purpose.ShouldBe(Purpose.Refusal);
        (await stage.EntriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task As_the_answer_of_a_form_is_refused_at_its_end()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll");
        foreach (var answer in new[] { "Tea\ud800?", "green, black", "-", "-", "-" }) await stage.SayAsync("alice", answer);
        (await stage.AskAsync("alice", "yes")).Purpose.ShouldBe(Purpose.Refusal);
        (await stage.EntriesAsync()).ShouldBeEmpty();
    }

    /// <summary>Names are the platform's: whatever is in them, votes go on. SECURITY 54: and no log line holds them.</summary>
    [Theory]
    [InlineData("Eve\nINFO all is well")]
    [InlineData("Eve\u0000\u001b[2J")]
    [InlineData("Eve⟨high⟩")]
    [InlineData("")]
    public async Task As_a_name_holds_up_nobody(string name)
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café");
        await stage.DoAsync(stage.Line("eve", "/vote 1 2") with { From = new Account("practice:@eve", Halved(name)) });
        await stage.SayAsync("bob", "/vote 1 1");
        (await stage.PollAsync()).Ballots.Count.ShouldBe(2);
        await stage.WaitAsync(TimeSpan.FromDays(2));
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
        stage.Logged.ShouldAllBe(line => !line.Contains("Eve"));
    }

    /// <summary>A platform sets bounds of its own, or none.</summary>
    [Fact]
    public async Task As_a_name_of_any_length_leaves_a_ledger_that_can_be_read()
    {
        await using var stage = new Stage();
        var endless = string.Concat(Enumerable.Repeat("\U0001F331", 40_000));
        await stage.DoAsync(stage.Line("eve", "/poll \"Where?\" Park Café") with
        {
            From = new Account("practice:@eve", endless),
            In = Stage.Place("garden") with { PlaceName = endless },
        });
        await stage.RestartAsync();
        await stage.SayAsync("bob", "/vote 1 1");
        var state = await stage.StateAsync();
        state.Name!.Length.ShouldBeLessThanOrEqualTo(TypedText.NameLength);
        state.Members.Values.ShouldAllBe(member => member.Name!.Length <= TypedText.NameLength);
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
    }

    /// <summary>SECURITY 22 and 23, by what is typed as a vote: letters that look alike are not the option, and not nearly it.</summary>
    [Fact]
    public async Task In_composed_or_decomposed_letters_is_one_option()
    {
        await using var stage = new Stage();
        await stage.SayAsync("alice", "/poll \"Where?\" Park Cafe\u0301");
        await stage.SayAsync("bob", "/vote 1 Café");
        await stage.SayAsync("carol", "/vote 1 Cafe\u0301");
        Ballot two = new Ballot.Chosen(2);
        (await stage.BallotsAsync()).Values.ShouldBe([two, two]);
        (await stage.AskAsync("dave", "/poll \"Where?\" Park Par\u200bk")).Purpose.ShouldBe(Purpose.Refusal);
        (await stage.AskAsync("dave", "/poll \"Where?\" Park P\u0430rk")).Purpose.ShouldBe(Purpose.Refusal);
    }

    /// <summary>Half of a surrogate pair cannot stand in an attribute.</summary>
    internal static string Halved(string typed) => typed.Replace("⟨high⟩", "\ud800", StringComparison.Ordinal).Replace("⟨low⟩", "\udc00", StringComparison.Ordinal);
}
