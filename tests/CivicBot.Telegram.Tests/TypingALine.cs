using CivicBot.Adapters.Telegram.Receiving;
using CivicBot.Chat;

namespace CivicBot.Telegram.Tests;

public class TypingALine
{
    private static readonly CommandDescription Delegate = new(new("delegate", "deleguer"), new("Delegate", "Déléguer"), new("delegate @ana", "deleguer @ana"))
    {
        Parameters = [new Parameter("to", new("to", "a"), ParameterKind.Person, new("whom", "qui")) { Positional = true }],
    };

    [Theory]
    [InlineData("/vote 1 a", "vote 1 a", true)]
    [InlineData("/vote@CivicBot_bot 1 a", "vote 1 a", true)]
    [InlineData("/where_is_my_vote@civicbot_bot", "where_is_my_vote", true)]
    [InlineData("/poll \"Tea?\"\nyes\nno", "poll \"Tea?\"\nyes\nno", true)]
    [InlineData("/poll@civicbot_bot\nTea?", "poll\nTea?", true)]
    [InlineData("@civicbot_bot help", "help", true)]
    [InlineData("@civicbot_bot, /help", "help", true)]
    [InlineData("@civicbot_bot", "", true)]
    [InlineData("@civicbot_bots are fine", "@civicbot_bots are fine", false)]
    [InlineData("  /my  ", "my", true)]
    [InlineData("/vote 1 \u2068a@\u2060b\u2069", "vote 1 a@b", true)]
    [InlineData("// a comment", "// a comment", false)]
    [InlineData("/ no", "/ no", false)]
    [InlineData("/1 no", "/1 no", false)]
    [InlineData("and/or", "and/or", false)]
    public void Is_read_without_the_ways_of_addressing_us(string typed, string text, bool command) =>
        TypedLine.Read(typed, "civicbot_bot").ShouldBe(new TypedLine(text, command));

    [Theory]
    [InlineData("/vote@other_bot 1 a")]
    [InlineData("/vote@civicbot_bot2 1 a")]
    public void That_is_another_bots_is_left_to_it(string typed) => TypedLine.Read(typed, "civicbot_bot").ShouldBeNull();

    [Theory]
    [InlineData("/start", "")]
    [InlineData("/start abc", "abc")]
    [InlineData("/started", null)]
    [InlineData("start abc", null)]
    public void May_be_the_press_on_Start(string typed, string? token) => TypedLine.Read(typed, "civicbot_bot")!.Value.Start().ShouldBe(token);

    [Fact]
    public async Task In_a_group_is_seen_by_the_room()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana", "fr");
        var group = running.Telegram.Group("Housing", ana);
        var line = await group.Says(ana, "/vote@civicbot_bot 1 Café");
        var said = running.Inbox.Of<Said>().Single();
        (said.Text, said.Command, said.SeenBy, said.EventKey, said.Present).ShouldBe(("vote 1 Café", true, SeenBy.Room, $"telegram:message/{group.Id}/{line.Id}", true));
        said.In.ShouldBe(new Room($"telegram:{group.Id}", $"telegram:{group.Id}", "Housing"));
    }

    [Fact]
    public async Task In_a_topic_belongs_to_its_chat()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var forum = running.Telegram.Supergroup("Town", ana);
        var topic = forum.OpensTopic();
        await forum.Says(ana, "/polls", topic: topic);
        running.Inbox.Of<Said>().Single().In.ShouldBe(new Room($"telegram:{forum.Id}/{topic}", $"telegram:{forum.Id}", "Town"));
    }

    [Fact]
    public async Task Bare_reaches_us_only_if_no_other_bot_wrote_last()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        group.OtherBotSays();
        await group.Says(ana, "/polls");
        await running.CardAsync(group);
        await group.Says(ana, "/my");
        running.Inbox.Of<Said>().Select(said => said.Text).ShouldBe(["my"]);
    }

    [Fact]
    public async Task Among_people_is_nothing_to_us_even_where_we_read_all()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        await group.MakesBotAdmin();
        await group.Says(ana, "Shall we meet at @civicbot_bot 's?");
        await group.Says(ana, "/vote@other_bot 1");
        running.Inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whispered_is_seen_by_us_alone()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        await group.Whispers(ana, "/vote@civicbot_bot 1 Café");
        var said = running.Inbox.Of<Said>().Single();
        said.SeenBy.ShouldBe(SeenBy.Bot);
        said.EventKey.ShouldBe($"telegram:whisper/{group.Id}/{ana.Id}/1/{running.Time.GetUtcNow().ToUnixTimeSeconds()}");
    }

    [Fact]
    public async Task In_private_needs_no_slash_and_tells_which_groups_he_is_in()
    {
        await using var running = await Running.StartedAsync();
        var (ana, bob) = (running.Telegram.Person("Ana"), running.Telegram.Person("Bob"));
        var (housing, other) = (running.Telegram.Group("Housing", ana, bob), running.Telegram.Group("Other", bob));
        foreach (var group in new[] { housing, other })
        {
            await group.MakesBotAdmin();
            await group.Says(bob, "/polls");
        }

        await ana.Writes("Tea or coffee?");
        var said = running.Inbox.Of<Said>().Last();
        (said.Text, said.Command, said.SeenBy, said.In.Private).ShouldBe(("Tea or coffee?", false, SeenBy.Bot, true));
        said.Shares.ShouldBe([$"telegram:{housing.Id}"]);
    }

    [Theory]
    [InlineData("fr", "Bonjour.", "/aide")]
    [InlineData("en", "Hello.", "/help")]
    [InlineData("de", "Hello.", "/help")]
    public async Task Start_alone_is_greeted_in_his_language(string language, string begins, string holds)
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana", language);
        await ana.Starts();
        var hello = ana.Private.FromBot.Single().Text;
        hello.ShouldStartWith(begins);
        hello.ShouldContain(holds);
        running.Inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_with_a_token_in_a_group_is_a_press_there()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        await group.Says(ana, "/start@civicbot_bot tokenGroup");
        var pressed = running.Inbox.Of<Pressed>().Single();
        (pressed.Token, pressed.In.Key).ShouldBe(("tokenGroup", $"telegram:{group.Id}"));
    }

    [Fact]
    public async Task By_an_anonymous_admin_is_refused_and_said_why()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Supergroup("Housing", ana);
        await group.SaysAnonymously(ana, "/vote@civicbot_bot 1 Café");
        running.Inbox.Received.ShouldBeEmpty();
        group.FromBot.Single().Text.ShouldContain("Write under your own name");
        group.FromBot.Single().Text.ShouldContain("Écrivez sous votre nom");
    }

    [Fact]
    public async Task That_is_passed_on_is_not_his()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        await running.Telegram.Group("Housing", ana).Forwards(ana, "/vote@civicbot_bot 1 Café");
        running.Inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_persons_by_their_account_where_a_person_is_meant_and_nowhere_else()
    {
        await using var running = await Running.StartedAsync(commands: [Delegate]);
        var (ana, bob, eve) = (running.Telegram.Person("Ana"), running.Telegram.Person("Bob", handle: "Bobby"), running.Telegram.Person("Eve"));
        var group = running.Telegram.Group("Housing", ana, bob, eve);
        await group.Says(bob, "/polls");
        await group.Says(ana, "/delegate @bobby topic:garden");
        await group.Says(ana, "/deleguer Eve topic:garden", mentioned: ("Eve", eve));
        await group.Says(ana, "/delegate @nobody_we_know");
        await group.Says(ana, "/poll \"What does @bobby say?\"");
        running.Inbox.Of<Said>().Skip(1).Select(said => said.Text).ShouldBe(
            [$"delegate telegram:{bob.Id} topic:garden", $"deleguer telegram:{eve.Id} topic:garden", "delegate @nobody_we_know", "poll \"What does @bobby say?\""]);
    }

    [Fact]
    public async Task In_reply_to_somebody_means_him()
    {
        await using var running = await Running.StartedAsync(commands: [Delegate]);
        var (ana, bob) = (running.Telegram.Person("Ana"), running.Telegram.Person("Bob"));
        var group = running.Telegram.Group("Housing", ana, bob);
        var line = await group.Says(bob, "I know about gardens.");
        await group.Says(ana, "/delegate topic:garden", replyTo: line);
        await group.Says(ana, "/delegate nobody", replyTo: line);
        running.Inbox.Of<Said>().Select(said => said.Text).ShouldBe([$"delegate telegram:{bob.Id} topic:garden", "delegate nobody"]);
    }

    [Fact]
    public async Task In_a_public_group_of_which_we_know_nobody_is_refused_and_said_why()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Supergroup("Town", ana).IsPublicAs("town");
        for (var often = 0; often < 5; often++) await group.Says(ana, "/vote 1 Café");
        running.Inbox.Received.ShouldBeEmpty();
        group.FromBot.Single().Text.ShouldContain("make me an admin here"); // once a minute, or strangers could use up the group's budget
    }
}
