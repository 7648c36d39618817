using CivicBot.EndToEnd.Tools;

namespace CivicBot.EndToEnd;

public sealed class Receiving : Scene
{
    [Fact]
    public async Task An_invitation_is_accepted_and_nothing_said_before_it_is_executed()
    {
        await Bot.StartAsync();
        var id = await Ana.MakeRoomAsync(new { name = "Garden", preset = "private_chat" });
        await Ana.SayAsync(id, "!poll \"Before?\" Tea Coffee");
        var room = At(id);
        await room.InviteBotAsync();
        await Ana.SayAsync(id, "!poll \"After?\" Tea Coffee");
        (await room.CardAsync(1)).Body.ShouldContain("After?");
        (await room.TimelineAsync()).ShouldNotContain(one => one.Sender == BotAccount.Id && one.Body.Contains("Before?"));
    }

    [Fact]
    public async Task A_restart_executes_nothing_twice_and_misses_nothing_that_was_said_while_it_was_down()
    {
        await Bot.StartAsync();
        var room = await RoomAsync(null, Bob);
        await Ana.SayAsync(room.Id, "!poll \"First?\" Tea Coffee");
        await room.CardAsync(1);
        await Wait.ForAsync("the cursor to be kept", () => Task.FromResult(Wire.Passed.Count(one => one.Path.Contains("/sync")) > 2));
        Bot.Kill();
        await Ana.SayAsync(room.Id, "!poll \"Second?\" Tea Coffee");
        await Bot.StartAsync();
        (await room.CardAsync(2)).Body.ShouldContain("Second?");
        (await Bot.StopAsync()).ShouldBe(0);
        await Bot.StartAsync();
        (await room.StoryAsync(2)).ShouldContain("Second?");
        var messages = await room.MessagesAsync();
        (messages.Count(one => one.IsCard(1)), messages.Count(one => one.IsCard(2))).ShouldBe((1, 1));
        (await room.StoryAsync(3)).ShouldContain("the latest is 2");
    }

    [Fact]
    public async Task A_gap_in_the_timeline_is_healed_and_every_vote_in_it_counts()
    {
        await Bot.StartAsync();
        var voters = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => PersonAsync($"voter{i}")));
        var room = await RoomAsync(null, [Bob, .. voters]);
        await Ana.SayAsync(room.Id, "!poll \"Gap?\" Tea Coffee");
        var card = await room.CardAsync(1);
        await room.RecordedAsync(await Bob.SayAsync(room.Id, "!vote 1 Tea"));
        Bot.Kill();
        for (var i = 0; i < voters.Length; i++)
        {
            for (var chatter = 0; chatter < 20; chatter++) await Ana.SayAsync(room.Id, $"chatter {i} {chatter}");
            if (i % 2 == 0) await voters[i].SayAsync(room.Id, "!vote 1 Coffee");
            else await voters[i].ReactAsync(room.Id, card.Id, "2️⃣");
        }
        for (var chatter = 0; chatter < 60; chatter++) await Ana.SayAsync(room.Id, $"chatter {chatter}");
        await Bot.StartAsync();
        await Ana.SayAsync(room.Id, "!close 1");
        (await room.ResultAsync("Gap?")).Body.ShouldContain("Coffee 8, Tea 1. 9 people voted.");
        Wire.Passed.ShouldContain(one => one.Path.Contains("/sync") && one.Answer.Contains("\"limited\":true"));
    }

    [Fact]
    public async Task A_line_that_begins_with_a_mention_of_the_bot_is_a_command()
    {
        await Bot.StartAsync();
        var room = await RoomAsync(null, Bob);
        await Ana.SayAsync(room.Id, "!poll \"Mention?\" Tea Coffee");
        await room.CardAsync(1);
        var pill = $"<a href=\"https://matrix.to/#/{BotAccount.Id}\">CivicBot</a>";
        await room.RecordedAsync(await Bob.SayAsync(room.Id, "CivicBot: vote 1 Tea", pill + ": vote 1 Tea"));
        await room.RecordedAsync(await Ana.SayAsync(room.Id, $"{BotAccount.Id} vote 1 Tea"));
        await Ana.SayAsync(room.Id, "The CivicBot: vote 1 Coffee is only talk");
        (await room.StoryAsync(1)).ShouldContain("2 people have voted");
    }

    [Theory]
    [InlineData("11")]
    [InlineData("12")]
    public async Task An_upgraded_room_is_followed_and_its_poll_goes_on(string version)
    {
        await Bot.StartAsync();
        var room = await RoomAsync(new { name = "Garden", preset = "public_chat", room_version = "10" }, Bob);
        await Ana.SayAsync(room.Id, "!poll \"Upgrade?\" Tea Coffee");
        await room.CardAsync(1);
        await room.RecordedAsync(await Bob.SayAsync(room.Id, "!vote 1 Tea"));
        var successor = At(await Ana.UpgradeAsync(room.Id, version));
        await Wait.ForAsync("the bot to follow", async () =>
            (string?)(await Ana.StateAsync(successor.Id, "m.room.member", BotAccount.Id))?["membership"] == "join");
        await Bob.JoinAsync(successor.Id);
        await successor.RecordedAsync(await Ana.SayAsync(successor.Id, "!vote 1 Tea"));
        await Ana.SayAsync(successor.Id, "!close 1");
        (await successor.ResultAsync("Upgrade?")).Body.ShouldContain("Tea 2, Coffee 0");
    }

    [Fact]
    public async Task Naming_the_collective_again_takes_power_level_50()
    {
        await Bot.StartAsync();
        var carl = await PersonAsync("carl");
        var room = await RoomAsync(null, Bob, carl);
        await room.AnswerAsync(await Ana.SayAsync(room.Id, "!found \"Garden\" timezone:Europe/Paris"));
        (await room.AnswerAsync(await Bob.SayAsync(room.Id, "!found \"Bob’s\""))).Body.ShouldContain("whoever founded it, or by an admin");
        var levels = (await Ana.StateAsync(room.Id, "m.room.power_levels"))!;
        levels["users"]![Bob.Id] = 50;
        levels["users"]![carl.Id] = 49;
        await Ana.SetStateAsync(room.Id, "m.room.power_levels", levels);
        (await room.AnswerAsync(await carl.SayAsync(room.Id, "!found \"Carl’s\""))).Body.ShouldContain("whoever founded it, or by an admin");
        (await room.AnswerAsync(await Bob.SayAsync(room.Id, "!found \"Allotment\""))).Body.ShouldContain("This is now “Allotment”");
    }

    [Fact]
    public async Task An_encrypted_room_is_told_once_that_it_cannot_be_read()
    {
        await Bot.StartAsync();
        var encryption = new { type = "m.room.encryption", state_key = "", content = new { algorithm = "m.megolm.v1.aes-sha2" } };
        var room = await RoomAsync(new { name = "Secret garden", preset = "private_chat", initial_state = new[] { encryption } });
        await room.MessageAsync("the notice", one => one.Body.Contains("This room is encrypted, and I cannot read"));
        var plain = await RoomAsync(null);
        Bot.Kill();
        await Ana.SayAsync(room.Id, "anybody there?");
        await Bot.StartAsync();
        await Ana.SayAsync(room.Id, "and now?");
        await plain.AnswerAsync(await Ana.SayAsync(plain.Id, "!help"));
        (await room.MessagesAsync()).Count.ShouldBe(1);
    }
}
