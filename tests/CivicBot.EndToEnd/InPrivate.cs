using CivicBot.EndToEnd.Tools;

namespace CivicBot.EndToEnd;

public sealed class InPrivate : Scene
{
    [Fact]
    public async Task A_sealed_poll_refuses_what_the_room_saw_and_takes_what_only_the_bot_sees()
    {
        await Bot.StartAsync();
        var room = await RoomAsync(null, Bob);
        await Ana.SayAsync(room.Id, "!poll \"Sealed?\" Tea Coffee secrecy:sealed");
        var card = await room.CardAsync(1);
        (await room.AnswerAsync(await Bob.SayAsync(room.Id, "!vote 1 Tea"))).Body.ShouldContain("it was not recorded");
        await Bob.ReactAsync(room.Id, card.Id, "1️⃣");
        (await room.StoryAsync(1)).ShouldContain("Nobody has voted yet");

        await Bob.SayAsync(room.Id, "!private");
        var invitation = await Wait.ForAsync("an invitation", async () => (await Bob.InvitationsAsync()).FirstOrDefault());
        await Bob.JoinAsync(invitation);
        (await Bob.StateAsync(invitation, "m.room.encryption")).ShouldBeNull();
        await Bob.SayAsync(invitation, "vote 1 Tea");
        var receipt = await Wait.ForAsync("a receipt", async () =>
            (await Bob.TimelineAsync(invitation)).FirstOrDefault(one => one.Sender == BotAccount.Id && one.Body.Contains("Recorded in poll 1: Tea")));
        receipt.Body.ShouldContain("No member sees it before it closes.");
        await Bob.SayAsync(invitation, "my");
        await Wait.ForAsync("what is recorded", async () =>
            (await Bob.TimelineAsync(invitation)).Any(one => one.Sender == BotAccount.Id && one.Body.Contains("Sealed? · Tea")));

        var story = await room.StoryAsync(1);
        story.ShouldContain("1 person has voted");
        story.ShouldNotContain("bob: Tea");
        await Ana.SayAsync(room.Id, "!close 1");
        (await room.ResultAsync("Sealed?")).Body.ShouldContain("Tea 1, Coffee 0");
    }
}
