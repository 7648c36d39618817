using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>One plugin fails; the votes of all others go on.</summary>
public class APluginThatMisbehaves
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);

    /// <summary>SECURITY 51.</summary>
    [Fact]
    public async Task By_hanging_is_abandoned_and_is_off_after_three_times()
    {
        using var released = new ManualResetEventSlim();
        var calls = 0;
        await using var stage = new Stage([new Made("stuck", (_, _) =>
        {
            Interlocked.Increment(ref calls);
            released.Wait(TimeSpan.FromSeconds(60));
            return Shown("too late");
        })], limit: Short);
        try
        {
            await stage.SayAsync("alice", "/poll \"Where?\" Park Café");
            for (var i = 0; i < 5; i++)
            {
                var answer = await stage.AskAsync("alice", "/stuck");
                answer.Purpose.ShouldBe(Purpose.Refusal);
                answer.Text.ShouldContain("it is our fault");
                (await stage.AskAsync("bob", $"/vote 1 {(i % 2) + 1}")).Text.ShouldContain(i == 0 ? "Recorded" : "Changed", Case.Insensitive);
            }
            calls.ShouldBe(3);
            (await stage.BallotsAsync())["bob"].ShouldBe(new Ballot.Chosen(1));
        }
        finally
        {
            released.Set();
        }
    }

    [Fact]
    public async Task By_throwing_gets_one_polite_line_and_the_others_go_on()
    {
        await using var stage = new Stage([new Made("broken", (_, _) => throw new InvalidOperationException("alice typed: secret")), new Made("fine", (_, _) => Shown("fine"))]);
        await stage.SayAsync("alice", "/poll \"Where?\" Park Café");
        for (var i = 0; i < 5; i++) (await stage.AskAsync("alice", "/broken")).Text.ShouldContain("it is our fault");
        (await stage.AskAsync("alice", "/fine")).Text.ShouldBe("fine");
        (await stage.AskAsync("bob", "/vote 1 Park")).Purpose.ShouldBe(Purpose.Receipt);
        stage.Logged.ShouldContain(line => line.Contains("failed: InvalidOperationException"));
        stage.Logged.ShouldAllBe(line => !line.Contains("secret"));
    }

    [Fact]
    public async Task While_it_says_what_came_of_a_command_leaves_what_was_decided()
    {
        await using var stage = new Stage([new Made("mumble", (_, _) => new Answer.Submit(Tea, _ => throw new InvalidOperationException()))]);
        var seen = await stage.SayAsync("alice", "/mumble");
        (await stage.PollAsync()).Title.ShouldBe("Tea?");
        seen.ShouldContain(one => one.Purpose == Purpose.Opening);
        (await stage.AskAsync("bob", "/vote 1 1")).Purpose.ShouldBe(Purpose.Receipt);
    }

    /// <summary>SECURITY 51: what a plugin says afterwards is called under the same watch.</summary>
    [Fact]
    public async Task By_hanging_while_it_says_what_came_of_a_command_holds_up_nobody()
    {
        using var released = new ManualResetEventSlim();
        await using var stage = new Stage([new Made("stuck", (_, _) => new Answer.Submit(Tea, _ =>
        {
            released.Wait(TimeSpan.FromSeconds(60));
            return null;
        }))], limit: Short);
        try
        {
            await stage.SayAsync("alice", "/stuck").WaitAsync(TimeSpan.FromSeconds(30), Stage.Patience);
            (await stage.AskAsync("bob", "/vote 1 1")).Purpose.ShouldBe(Purpose.Receipt);
        }
        finally
        {
            released.Set();
        }
    }

    [Fact]
    public async Task In_drawing_its_card_leaves_a_plain_one_to_vote_by()
    {
        await using var stage = new Stage([new Made("draw", (_, _) => new Answer.Submit(Tea with { Kind = "broken" }, _ => null))
        {
            Kinds = [new Kind("broken", Fails, Fails, Fails)],
        }]);
        var opening = (await stage.SayAsync("alice", "/draw")).Single(seen => seen.Purpose is Purpose.Opening);
        opening.Text.ShouldContain("1 · Tea?");
        opening.Text.ShouldContain("/vote 1 1");
        (await stage.AskAsync("bob", "/vote 1 green")).Purpose.ShouldBe(Purpose.Receipt);
        stage.Card().Text.ShouldMatch("green .*1");
        (await stage.WaitAsync(TimeSpan.FromDays(2))).ShouldContain(seen => seen.Purpose == Purpose.Result && seen.Text.Contains("Tea?"));

        static Document Fails(DecisionView decision, string language) => throw new InvalidOperationException();
    }

    [Fact]
    public async Task That_is_not_loaded_leaves_a_sealed_decision_a_plain_card_without_counts()
    {
        await using var stage = new Stage([new Made("draw", (_, _) => new Answer.Submit(Tea with { Kind = "unknown", Mode = Mode.Sealed }, _ => null))]);
        await stage.SayAsync("alice", "/draw");
        await stage.SayAsync("bob", "/vote 1 green", privately: true, shares: ["garden"]);
        stage.Card().Document.Parts.OfType<Part.Tally>().Single().Items.ShouldAllBe(item => item.Count == null);
    }

    /// <summary>SECURITY 52: the ports of a plugin take no account and no member but those whom an act concerns, and no moment but a deadline.</summary>
    [Fact]
    public void Cannot_name_who_acts_and_when()
    {
        var commands = typeof(CollectiveCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CollectiveCommand)) && !type.IsAbstract).ToList();
        commands.Count.ShouldBeGreaterThan(5);
        foreach (var property in commands.SelectMany(command => command.GetProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            // Whom it concerns may be named, never who acts.
            if (type == typeof(AccountId)) $"{property.DeclaringType!.Name}.{property.Name}".ShouldBeOneOf("AskLink.With", "AnswerLink.Account", "Unlink.Account", "LinkRoom.Asked");
            if (type == typeof(MemberId)) property.Name.ShouldBeOneOf(nameof(DelegateVote.To), nameof(Vouch.For), nameof(StateOutcome.Owner), nameof(AnswerOffer.Delegator));
            if (type == typeof(DateTimeOffset)) property.Name.ShouldBeOneOf(nameof(OpenDecision.ClosesAt), nameof(DelegateVote.Until), nameof(StateOutcome.Due), nameof(StateOutcome.Review));
        }
    }

    private static OpenDecision Tea { get; } = new("poll", "Tea?", ["green", "black"], Method.Single, Mode.Open);

    private static Answer.Show Shown(string words) => new(Document.Of(Line.Of(words)));

    /// <summary>A plugin of one command.</summary>
    private sealed class Made(string name, Func<Asked, CollectiveView, Answer> handle) : IPlugin
    {
        public IReadOnlyList<Command> Commands { get; } =
            [new Command(new CommandDescription(new(name, name), new(name, name), new(name, name)) { Founds = true, Anywhere = true }, handle)];

        public IReadOnlyList<Kind> Kinds { get; init; } = [];
    }
}
