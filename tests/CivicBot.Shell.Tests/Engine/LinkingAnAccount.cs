using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Engine;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>The code goes from one chat to the other, both accounts say yes, and the ledger shows it (SECURITY 6 to 8).</summary>
public class LinkingAnAccount
{
    [Fact]
    public async Task Goes_by_a_code_and_two_yes_over_any_number_of_restarts()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("ana", "/vote 1 Park");
        await stage.SayAsync("ana2", "/vote 1 Café");
        var code = Code(await stage.AskAsync("ana", "/link"));
        await stage.RestartAsync();

        var asks = await stage.AskAsync("ana2", $"/link {code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)}", privately: true);
        asks.Text.ShouldContain("ana (practice:@ana)");
        await stage.RestartAsync();
        var seen = await stage.PressAsync("ana2", Token(asks, "yes"));
        await stage.RestartAsync();
        var told = seen.ToldTo("ana").ShouldHaveSingleItem();
        told.Text.ShouldContain("ana2 (practice:@ana2)");
        (await stage.PressAsync("ana", Token(told, "yes"))).Last(one => one.Only == "ana").Text.ShouldContain("one member, with one vote");

        (await stage.PollAsync()).Ballots.Count.ShouldBe(1);
        stage.Card().Text.ShouldMatch("Café .*1");
        stage.Card().Text.ShouldNotMatch("Park .*1");
        (await stage.SayAsync("ana2", "/vote 1 Park")).ShouldNotBeEmpty();
        (await stage.PollAsync()).Ballots.Count.ShouldBe(1);
        (await stage.AskAsync("ana2", "/whoami")).Text.ShouldContain("practice:@ana2 · this one");
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_somebody_who_has_never_acted_makes_no_second_member()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("ana", "/vote 1 Park");
        await LinkAsync(stage, "ana", "phone");
        await stage.SayAsync("phone", "/vote 1 Café", privately: true);
        (await stage.PollAsync()).Ballots.Count.ShouldBe(1);
        (await stage.StateAsync()).Members.Count.ShouldBe(2);
    }

    /// <summary>Where nothing can be pressed.</summary>
    [Fact]
    public async Task Can_be_typed_from_the_first_word_to_the_last()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("ana", "/vote 1 Park");
        var code = Code(await stage.AskAsync("ana", "/link"));
        var asks = await stage.AskAsync("ana2", $"/lier {code}", privately: true);
        asks.Text.ShouldContain($"/lier {code} oui");
        (await stage.SayAsync("ana2", $"/link {code} yes", privately: true)).ToldTo("ana").ShouldHaveSingleItem().Text.ShouldContain("/link yes");
        (await stage.AskAsync("ana", "/link")).Text.ShouldContain("Is that your own account?");
        (await stage.SayAsync("ana", "/link yes")).Last(one => one.Only == "ana").Text.ShouldContain("one member, with one vote");
    }

    [Fact]
    public async Task Is_not_done_if_either_says_no()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("ana", "/join");
        var asks = await stage.AskAsync("ana2", $"/link {Code(await stage.AskAsync("ana", "/link"))}");
        (await stage.PressAsync("ana2", Token(asks, "no"))).ShouldHaveSingleItem().Text.ShouldContain("nothing was linked");
        asks = await stage.AskAsync("ana2", $"/link {Code(await stage.AskAsync("ana", "/link"))}");
        var told = (await stage.PressAsync("ana2", Token(asks, "yes"))).ToldTo("ana").ShouldHaveSingleItem();
        (await stage.PressAsync("ana", Token(told, "no"))).ShouldHaveSingleItem().Text.ShouldContain("nothing was linked");
        (await stage.StateAsync()).MemberOf(new AccountId("practice:@ana2")).ShouldBeNull();
    }

    [Fact]
    public async Task Needs_a_code_that_is_fresh_unused_and_anothers()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("ana", "/join");
        var code = Code(await stage.AskAsync("ana", "/link"));
        (await stage.AskAsync("ana", $"/link {code}")).Text.ShouldContain("one member already");
        (await stage.AskAsync("bob", $"/link {code} yes")).Text.ShouldContain("One more yes is needed");
        (await stage.AskAsync("ana2", $"/link {code}")).Text.ShouldContain("not good");
        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        // A newer one takes the place of the one before.
        var (first, second) = (Code(await stage.AskAsync("ana", "/link")), Code(await stage.AskAsync("ana", "/link")));
        (await stage.AskAsync("ana2", $"/link {first}")).Text.ShouldContain("not good");
        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        (await stage.AskAsync("ana2", $"/link {second}")).Text.ShouldContain("not good");
    }

    [Fact]
    public async Task Is_tried_five_times_an_hour_and_the_right_one_then_is_refused_too()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("ana", "/join");
        foreach (var wrong in (string[])["AAAA-AAAA", "AAAA-AAAB", "AAAA-AAAC", "AAAA-AAAD", "AAAA-AAAE"])
        {
            (await stage.AskAsync("eve", $"/link {wrong}", privately: true)).Purpose.ShouldBe(Purpose.Refusal);
        }
        var refused = await stage.AskAsync("eve", $"/link {Code(await stage.AskAsync("ana", "/link"))}", privately: true);
        refused.Text.ShouldContain("not good");
        stage.Clock.Advance(TimeSpan.FromHours(1));
        (await stage.AskAsync("eve", $"/link {Code(await stage.AskAsync("ana", "/link"))}", privately: true)).Text.ShouldContain("Is that you?");
    }

    /// <summary>What stands behind the buttons is not to be typed.</summary>
    [Fact]
    public async Task Cannot_be_had_without_the_code()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("ana", "/join");
        foreach (var line in (string[])["/link-as practice:@ana yes", "/link yes", "/room-here practice:@ana"])
        {
            (await stage.SayAsync("eve", line, admin: true)).ShouldAllBe(one => one.Purpose == Purpose.Refusal);
        }
        (await stage.StateAsync()).LinksAsked.ShouldBeEmpty();
        stage.Bot.Reception.Commands.ShouldNotContain(command => command.ButtonsOnly);
    }

    [Fact]
    public async Task Of_two_sealed_ballots_opens_at_close_the_one_that_stands()
    {
        await using var stage = await OpenAsync("secrecy:sealed");
        await stage.SayAsync("ana", "/vote 1 Park", privately: true, shares: ["garden"]);
        await stage.SayAsync("ana2", "/vote 1 Café", privately: true, shares: ["garden"]);
        await stage.SayAsync("bob", "/vote 1 Park", privately: true, shares: ["garden"]);
        await LinkAsync(stage, "ana", "ana2");
        await stage.SayAsync("ana", "/close 1");
        await stage.WaitAsync(TimeSpan.FromDays(3));
        (await stage.BallotsAsync()).ShouldBe(new Dictionary<string, Ballot?> { ["ana"] = new Ballot.Chosen(2), ["bob"] = new Ballot.Chosen(1) }, ignoreOrder: true);
        (await stage.AuditAsync()).Findings.ShouldBeEmpty();
        (await stage.EntriesAsync()).Where(stored => System.Text.Encoding.UTF8.GetString(stored.Entry.Line.Span).Contains("\"t\":\"ballot\"", StringComparison.Ordinal))
            .Select(stored => stored.Openings.Count).ShouldBe([0, 1, 1]);
    }

    [Fact]
    public async Task Without_a_yes_of_the_member_is_found_by_the_audit()
    {
        await using var stage = await OpenAsync();
        await stage.SayAsync("ana", "/join");
        var state = await stage.StateAsync();
        var forged = new AccountLinked(state.MemberOf(new AccountId("practice:@ana"))!.Value, new AccountId("practice:@eve"), null, state.MemberOf(new AccountId("practice:@ana"))!.Value, stage.Clock.GetUtcNow());
        AskedAgain.Of(forged, state, stage.Clock.GetUtcNow())!.Refusal.ShouldBe(new Refusal.NoSuchLink());
    }

    internal static async Task<Stage> OpenAsync(string how = "")
    {
        var stage = new Stage(options: new BotOptions { Budgets = false });
        await stage.SayAsync("olga", $"/poll \"Where?\" Park Café {how}");
        return stage;
    }

    internal static async Task LinkAsync(Stage stage, string member, string other)
    {
        var asks = await stage.AskAsync(other, $"/link {Code(await stage.AskAsync(member, "/link"))}", privately: true);
        var told = (await stage.PressAsync(other, Token(asks, "yes"))).ToldTo(member).ShouldHaveSingleItem();
        await stage.PressAsync(member, Token(told, "yes"));
    }

    internal static string Code(Seen seen) => System.Text.RegularExpressions.Regex.Match(seen.Text, "[0-9A-Z]{4}-[0-9A-Z]{4}").Value;

    private static string Token(Seen seen, string label) => seen.Document.Parts.OfType<Part.Choices>().Single().Items.Single(choice => choice.Label == label).Token!;
}
