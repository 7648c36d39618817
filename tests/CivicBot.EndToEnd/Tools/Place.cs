namespace CivicBot.EndToEnd.Tools;

/// <summary>A room with the bot in it, as Ana sees it.</summary>
internal sealed class Place(Scene scene, string id)
{
    public string Id => id;

    public async Task InviteBotAsync()
    {
        await scene.Ana.InviteAsync(id, scene.BotAccount.Id);
        await Wait.ForAsync("the bot to join", async () =>
            (string?)(await scene.Ana.StateAsync(id, "m.room.member", scene.BotAccount.Id))?["membership"] == "join");
    }

    public Task<IReadOnlyList<Event>> TimelineAsync() => scene.Ana.TimelineAsync(id);

    /// <summary>What the bot wrote, edits aside.</summary>
    public async Task<IReadOnlyList<Event>> MessagesAsync() =>
        [.. (await TimelineAsync()).Where(one => one.Sender == scene.BotAccount.Id && one.IsMessage && !one.IsEdit)];

    public async Task<IReadOnlyList<Event>> EditsAsync(Event message) =>
        [.. (await TimelineAsync()).Where(one => one.Sender == scene.BotAccount.Id && one.IsEdit && one.About == message.Id)];

    /// <summary>The first message of the bot's that fits.</summary>
    public Task<Event> MessageAsync(string what, Func<Event, bool> fits, TimeSpan? most = null) =>
        Wait.ForAsync(what, async () => (await MessagesAsync()).FirstOrDefault(fits), most);

    /// <summary>A poll's card, with all the numbers to tap that it will have.</summary>
    public async Task<Event> CardAsync(int number)
    {
        var card = await MessageAsync($"the card of poll {number}", one => one.IsCard(number));
        await StoryAsync(number);
        return card;
    }

    public Task<Event> ResultAsync(string title, TimeSpan? most = null) =>
        MessageAsync($"the result of {title}", one => one.IsResult(title), most);

    /// <summary>The bot's answer to a line, in the thread on it.</summary>
    public Task<Event> AnswerAsync(string line) => MessageAsync("an answer", one => one.About == line);

    /// <summary>The bot's reactions on an event.</summary>
    public async Task<IReadOnlyList<string?>> MarksAsync(string about) =>
        [.. (await TimelineAsync()).Where(one => one.Sender == scene.BotAccount.Id && one.Type == "m.reaction" && one.About == about).Select(one => one.Key)];

    /// <summary>Wait for ✓ on a line.</summary>
    public Task RecordedAsync(string line, TimeSpan? most = null) => Wait.ForAsync("✓", async () => (await MarksAsync(line)).Contains("✓"), most);

    /// <summary>Ask for a decision's story, which answers when all before it has been dealt with.</summary>
    public async Task<string> StoryAsync(int number) => (await AnswerAsync(await scene.Ana.SayAsync(id, $"!decision {number}"))).Body;
}
