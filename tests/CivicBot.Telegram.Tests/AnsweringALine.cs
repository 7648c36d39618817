using CivicBot.Chat;
using CivicBot.StandIns.Telegram;

namespace CivicBot.Telegram.Tests;

public class AnsweringALine
{
    [Fact]
    public async Task Goes_to_his_private_chat_where_he_has_one()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        await ana.Starts();
        var group = running.Telegram.Group("Housing", ana);
        await running.ToAskerAsync(await SaidAsync(running, group, ana, "/my"), Samples.Recorded, Purpose.Answer);
        ana.Private.FromBot.Last().Text.ShouldStartWith("Recorded");
        group.FromBot.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_a_reply_in_the_group_where_he_has_none()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        await running.ToAskerAsync(await SaidAsync(running, group, ana, "/vote 1 Café"), Samples.Recorded);
        group.FromBot.Single().ReplyTo.ShouldBe(group.Messages[0].Id);
    }

    [Fact]
    public async Task Is_a_reply_in_the_group_where_he_has_blocked_us()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        await ana.Starts();
        running.Telegram.Faults.Refuses("sendMessage", 403, "Forbidden: bot was blocked by the user");
        var group = running.Telegram.Group("Housing", ana);
        await running.ToAskerAsync(await SaidAsync(running, group, ana, "/vote 1 Café"), Samples.Recorded);
        group.FromBot.Single().Text.ShouldStartWith("Recorded");
    }

    [Fact]
    public async Task Stays_in_its_topic()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var forum = running.Telegram.Supergroup("Town", ana);
        var topic = forum.OpensTopic();
        await forum.Says(ana, "/polls", topic: topic);
        await running.ToAskerAsync(running.Inbox.Of<Said>().Single(), Samples.Recorded, Purpose.Answer);
        forum.FromBot.Single().Topic.ShouldBe(topic);
    }

    [Fact]
    public async Task With_a_question_opens_a_line_for_him_alone()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        await ana.Starts();
        var group = running.Telegram.Group("Housing", ana);
        await running.ToAskerAsync(await SaidAsync(running, group, ana, "/poll"), Samples.Question, Purpose.Answer);
        var question = group.FromBot.Single();
        (question.AsksForReply, question.ReplyTo).ShouldBe((true, group.Messages[0].Id));
        running.Telegram.Requests.Last(request => request.Method == "sendMessage").Body["reply_markup"]!.ToJsonString().ShouldBe("""{"force_reply":true,"selective":true}""");
    }

    [Fact]
    public async Task That_did_not_fit_a_question_asks_again_where_it_was_asked()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        await ana.Starts();
        var group = running.Telegram.Group("Housing", ana);
        await running.ToAskerAsync(await SaidAsync(running, group, ana, "/poll"), Samples.Question, Purpose.Answer);
        await group.Says(ana, "?", replyTo: group.FromBot.Single());
        await running.ToAskerAsync(running.Inbox.Of<Said>().Last(), Document.Of(Line.Of("That is no question.")), Purpose.Refusal);
        (group.FromBot.Last().Text, group.FromBot.Last().AsksForReply).ShouldBe(("That is no question.", true));
    }

    [Fact]
    public async Task That_must_go_on_in_private_shows_the_way()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        await running.ToAskerAsync(await SaidAsync(running, group, ana, "/vote 3 Café"), Samples.InPrivate, Purpose.Refusal);
        group.FromBot.Single().Buttons.Single().ShouldBe(new TelegramButton("Go on in private", null, "https://t.me/civicbot_bot?start=tokenPrivate"));
        await ana.Follows(group.FromBot.Single(), "Go on in private");
        running.Inbox.Of<Pressed>().Single().Token.ShouldBe("tokenPrivate");
    }

    [Fact]
    public async Task That_must_go_on_in_private_is_a_button_there_already()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        await ana.Starts();
        var group = running.Telegram.Group("Housing", ana);
        await running.ToAskerAsync(await SaidAsync(running, group, ana, "/vote 3 Café"), Samples.InPrivate, Purpose.Refusal);
        ana.Private.FromBot.Last().Buttons.Single().ShouldBe(new TelegramButton("/vote 3 Café", "ttokenPrivate", null));
    }

    [Fact]
    public async Task That_was_whispered_is_whispered()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        await group.Whispers(ana, "/vote 1 Café");
        await running.ToAskerAsync(running.Inbox.Of<Said>().Single(), Samples.Recorded);
        ana.Whispers.Single().Text.ShouldStartWith("Recorded");
        group.FromBot.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task That_was_whispered_is_never_said_aloud(bool started)
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        if (started) await ana.Starts();
        var group = running.Telegram.Group("Housing", ana);
        await group.Whispers(ana, "/vote 1 Café");
        running.Time.Advance(TimeSpan.FromSeconds(16)); // too late to whisper back
        await running.ToAskerAsync(running.Inbox.Of<Said>().Single(), Samples.Recorded);
        group.FromBot.ShouldNotContain(message => message.Text.Contains("Café"));
        if (started) ana.Private.FromBot.Last().Text.ShouldContain("Café");
        else group.FromBot.Single().Buttons.Single().Url.ShouldBe("https://t.me/civicbot_bot");
    }

    [Fact]
    public async Task That_was_whispered_with_a_question_is_asked_there_and_answered_unseen()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        await ana.Starts();
        var group = running.Telegram.Group("Housing", ana);
        await group.Whispers(ana, "/delegate");
        await running.ToAskerAsync(running.Inbox.Of<Said>().Last(), Samples.Question, Purpose.Answer);
        ana.Whispers.Single().AsksForReply.ShouldBeTrue();
        await group.Whispers(ana, "Bob", replyTo: ana.Whispers.Single());
        var answer = running.Inbox.Of<Said>().Last();
        (answer.Text, answer.Command, answer.SeenBy).ShouldBe(("Bob", false, SeenBy.Bot));

        running.Time.Advance(TimeSpan.FromSeconds(16)); // too late to whisper: then aloud, but never elsewhere
        await running.ToAskerAsync(answer, Samples.Question, Purpose.Answer);
        group.FromBot.Single().AsksForReply.ShouldBeTrue();
    }

    [Fact]
    public async Task That_was_whispered_to_a_server_too_old_for_it_is_taken_back_and_sent_otherwise()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        await ana.Starts();
        var group = running.Telegram.Group("Housing", ana);
        running.Telegram.Faults.IsOld = true;
        for (var twice = 0; twice < 2; twice++)
        {
            await group.Whispers(ana, "/vote 1 Café");
            await running.ToAskerAsync(running.Inbox.Of<Said>().Last(), Samples.Recorded);
        }

        group.FromBot.ShouldBeEmpty();
        ana.Private.FromBot.Count(message => message.Text.StartsWith("Recorded", StringComparison.Ordinal)).ShouldBe(2);
        running.Telegram.Requests.Count(request => request.Method == "deleteMessage").ShouldBe(1); // and it was not tried again
        running.Log.Lines.ShouldContain(line => line.Contains("too old", StringComparison.Ordinal));
    }

    [Fact]
    public async Task For_everyone_is_a_reply_too()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        var said = await SaidAsync(running, group, ana, "/polls");
        await running.ToRoomAsync(group, Samples.Recorded, Purpose.Answer, answers: said.Event);
        group.FromBot.Single().ReplyTo.ShouldBe(group.Messages[0].Id);
    }

    [Fact]
    public async Task Whose_line_was_deleted_meanwhile_is_said_all_the_same()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        var said = await SaidAsync(running, group, ana, "/polls");
        group.Deletes(group.Messages[0]);
        await running.ToRoomAsync(group, Samples.Recorded, Purpose.Answer, answers: said.Event);
        group.FromBot.Single().ReplyTo.ShouldBeNull();
    }

    private static async Task<Said> SaidAsync(Running running, TelegramRoom group, TelegramPerson who, string line)
    {
        await group.Says(who, line);
        return running.Inbox.Of<Said>().Last();
    }
}
