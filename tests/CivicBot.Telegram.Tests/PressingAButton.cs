using CivicBot.Chat;

namespace CivicBot.Telegram.Tests;

public class PressingAButton
{
    [Fact]
    public async Task Is_handed_in_with_the_token_and_answered_by_the_receipt()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana", "fr");
        var group = running.Telegram.Group("Housing", ana);
        var (card, _) = await running.CardAsync(group);

        var toast = ana.Presses(card, "Café");
        var pressed = await running.HeardAsync<Pressed>();
        toast.IsCompleted.ShouldBeFalse();
        await running.ToAskerAsync(pressed, Samples.Recorded);

        (await toast).Text.ShouldBe("Recorded in poll 1: \u2068Café\u2069. You can change it until 14:00. Your code: 7F3K-92MX");
        (await toast).Alert.ShouldBeFalse();
        (pressed.Token, pressed.From, pressed.In, pressed.SeenBy).ShouldBe(
            ("tokenCafe", new Account($"telegram:{ana.Id}", "Ana", "fr"), new Room($"telegram:{group.Id}", $"telegram:{group.Id}", "Housing"), SeenBy.Bot));
        group.FromBot.Count().ShouldBe(1); // nothing was said to the group
    }

    [Fact]
    public async Task Says_after_five_seconds_that_it_is_not_recorded_yet_and_drops_what_comes_later()
    {
        await using var running = await Running.StartedAsync();
        running.Inbox.Answer = _ => new Busy(TimeSpan.FromMinutes(1));
        var ana = running.Telegram.Person("Ana");
        var (card, _) = await running.CardAsync(running.Telegram.Group("Housing", ana));

        var toast = ana.Presses(card, "Café");
        var pressed = await running.HeardAsync<Pressed>();
        await running.PassUntilAsync(() => toast.IsCompleted, "the toast");
        (await toast).Text.ShouldBe("Received, not yet recorded: /my@civicbot_bot shows it.");

        (await running.ToAskerAsync(pressed, Samples.Recorded)).ShouldBe(new Delivered.Sent(null));
        ana.Toasts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Says_where_to_look_if_it_is_recorded_and_the_answer_is_slow()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana", "fr");
        var (card, _) = await running.CardAsync(running.Telegram.Group("Housing", ana));
        var toast = ana.Presses(card, "Café");
        await running.HeardAsync<Pressed>();
        await running.PassUntilAsync(() => toast.IsCompleted, "the toast");
        (await toast).Text.ShouldBe("C’est fait. /moi@civicbot_bot montre ce qui est enregistré sur vous.");
    }

    [Fact]
    public async Task Is_answered_with_a_refusal_that_stays_until_it_is_read()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var (card, _) = await running.CardAsync(running.Telegram.Group("Housing", ana));
        var toast = ana.Presses(card, "Park");
        await running.ToAskerAsync(await running.HeardAsync<Pressed>(), Document.Of(Line.Of("Poll 1 closed yesterday.")), Purpose.Refusal);
        (await toast).ShouldBe(new StandIns.Telegram.TelegramToast("Poll 1 closed yesterday.", Alert: true, null));
    }

    [Fact]
    public async Task Shows_what_a_toast_cannot_hold_to_him_alone()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        var (card, _) = await running.CardAsync(group);
        var toast = ana.Presses(card, "Café");
        await running.ToAskerAsync(await running.HeardAsync<Pressed>(), Samples.Still);

        (await toast).Text.ShouldBe("Still: Café.\nor type /withdraw@civicbot_bot 1 … more below, for you alone.");
        ana.Whispers.Single().Buttons.Single().ShouldBe(new StandIns.Telegram.TelegramButton("Take back", "ttokenWithdraw", null));
        group.FromBot.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Sends_it_to_his_private_chat_where_that_is_refused_and_he_has_one()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        await ana.Starts();
        var group = running.Telegram.Group("Housing", ana);
        var (card, _) = await running.CardAsync(group);
        running.Telegram.Faults.Refuses("sendMessage", 400, "Bad Request: ephemeral message can't be sent");
        var toast = ana.Presses(card, "Café");
        await running.ToAskerAsync(await running.HeardAsync<Pressed>(), Samples.Long, Purpose.Answer);

        (await toast).Text.ShouldEndWith("word24 … in full in your private chat with me.");
        (await toast).Text.Length.ShouldBeLessThanOrEqualTo(200);
        ana.Private.FromBot.Last().Text.ShouldEndWith("word80");
    }

    [Fact]
    public async Task Says_where_to_read_it_where_he_has_none()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var (card, _) = await running.CardAsync(running.Telegram.Group("Housing", ana));
        running.Telegram.Faults.Refuses("sendMessage", 400, "Bad Request: ephemeral message can't be sent");
        var toast = ana.Presses(card, "Café");
        await running.ToAskerAsync(await running.HeardAsync<Pressed>(), Samples.Long, Purpose.Answer);
        (await toast).Text.ShouldEndWith("… in full in private: open @civicbot_bot, press Start, ask there.");
        (await toast).Text.Length.ShouldBeLessThanOrEqualTo(200);
        (await toast).Alert.ShouldBeTrue();
    }

    [Fact]
    public async Task Leads_into_the_private_chat_where_it_must_go_on_there()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var (card, _) = await running.CardAsync(running.Telegram.Group("Housing", ana));
        var toast = ana.Presses(card, "Café");
        await running.ToAskerAsync(await running.HeardAsync<Pressed>(), Samples.InPrivate, Purpose.Refusal);
        (await toast).Url.ShouldBe("https://t.me/civicbot_bot?start=tokenPrivate");

        await ana.Follows((await toast).Url!);
        var there = await running.HeardAsync<Pressed>(2);
        (there.Token, there.In.Private, there.SeenBy).ShouldBe(("tokenPrivate", true, SeenBy.Bot));
    }

    [Fact]
    public async Task May_begin_questions_which_mention_him()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        var (card, _) = await running.CardAsync(group);
        var toast = ana.Presses(card, "Park");
        await running.ToAskerAsync(await running.HeardAsync<Pressed>(), Samples.Question, Purpose.Answer);
        (await toast).Text.ShouldBe("");
        var question = group.FromBot.Last();
        question.Html.ShouldStartWith($"<a href=\"tg://user?id={ana.Id}\">");
        question.AsksForReply.ShouldBeTrue();

        await group.Says(ana, "Tea or coffee?", replyTo: question);
        (await running.HeardAsync<Said>()).ShouldSatisfyAllConditions(said => said.Text.ShouldBe("Tea or coffee?"), said => said.Command.ShouldBeFalse());
    }

    [Fact]
    public async Task Is_answered_with_nothing_where_the_answer_is_for_everyone()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        var (card, _) = await running.CardAsync(group);
        var toast = ana.Presses(card, "Park");
        await running.ToRoomAsync(group, Samples.Recorded, Purpose.Answer, answers: (await running.HeardAsync<Pressed>()).Event);
        (await toast).Text.ShouldBe("");
        group.FromBot.Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("zz-not-ours")]
    public async Task With_data_that_we_never_sent_does_nothing(string data)
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var (card, _) = await running.CardAsync(running.Telegram.Group("Housing", ana));
        (await ana.PressesData(card, data)).Text.ShouldBe("");
        running.Inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_an_old_card_counts_though_Telegram_tells_only_where_it_was()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        var group = running.Telegram.Group("Housing", ana);
        var (card, _) = await running.CardAsync(group);
        card.IsForgotten = true;
        var toast = ana.Presses(card, "Café");
        var pressed = await running.HeardAsync<Pressed>();
        (pressed.Token, pressed.In.Key, pressed.Present).ShouldBe(("tokenCafe", $"telegram:{group.Id}", true));
        await running.ToAskerAsync(pressed, Samples.Recorded);
        await toast;
    }

    [Fact]
    public async Task In_private_a_receipt_is_a_toast_and_an_answer_stays()
    {
        await using var running = await Running.StartedAsync();
        var ana = running.Telegram.Person("Ana");
        await ana.Starts();
        await running.ToMemberAsync(ana, Samples.Card());
        var card = ana.Private.FromBot.Last();

        var receipt = ana.Presses(card, "Café");
        await running.ToAskerAsync(await running.HeardAsync<Pressed>(), Samples.Recorded);
        (await receipt).Text.ShouldStartWith("Recorded");

        var answer = ana.Presses(card, "Park");
        await running.ToAskerAsync(await running.HeardAsync<Pressed>(2), Samples.Recorded, Purpose.Answer);
        (await answer).Text.ShouldBe("");
        ana.Private.FromBot.Last().Text.ShouldStartWith("Recorded");
    }
}
