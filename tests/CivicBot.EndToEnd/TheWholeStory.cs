using CivicBot.EndToEnd.Tools;

namespace CivicBot.EndToEnd;

/// <summary>From the invitation to a result that can be checked, with <c>kill -9</c> where it hurts most.</summary>
public sealed class TheWholeStory : Scene
{
    private static readonly Ambush[] WhileVoting =
    [
        new(nameof(Wire.Answered), IsSyncWith), // the homeserver has the vote, the bot does not know it yet
        new(nameof(Wire.Answered), IsSyncWith, TimeSpan.FromMilliseconds(4)), // being recorded
        new(nameof(Wire.Answered), IsSyncWith, TimeSpan.FromMilliseconds(25)),
        new(nameof(Wire.Asked), IsMarkOn), // ✓ is on its way, the homeserver does not know it yet
        new(nameof(Wire.Answered), IsMarkOn), // ✓ is there, the bot does not know it yet
    ];

    private static readonly Ambush[] WhileClosing =
    [
        new(nameof(Wire.Asked), IsResult),
        new(nameof(Wire.Answered), IsResult),
        new(nameof(Wire.Answered), IsSyncWith),
        new(nameof(Wire.Answered), IsSyncWith, TimeSpan.FromMilliseconds(6)),
        new(nameof(Wire.Asked), IsEdit),
    ];

    /// <summary>When the bot is killed, seen from the wire between it and its homeserver.</summary>
    /// <param name="Side">The homeserver has not been asked yet, or has answered and the bot does not know.</param>
    /// <param name="Fits">What passes just then; the line by which it was caused.</param>
    /// <param name="After">How long after that.</param>
    private sealed record Ambush(string Side, Func<Passing, string, bool> Fits, TimeSpan After = default);

    [Fact]
    public async Task No_vote_is_lost_none_counts_twice_and_the_result_comes_once_whenever_it_is_killed()
    {
        await Bot.StartAsync();
        var (carl, dora, eve, fay) = (await PersonAsync("carl"), await PersonAsync("dora"), await PersonAsync("eve"), await PersonAsync("fay"));
        var room = await RoomAsync(null, Bob, carl, dora, eve, fay);
        await room.AnswerAsync(await Ana.SayAsync(room.Id, "!found \"Garden\" timezone:Europe/Paris"));

        var rounds = Math.Max(WhileVoting.Length, Surroundings.LongRounds);
        for (var n = 1; n <= rounds; n++)
        {
            await Ana.SayAsync(room.Id, $"!poll \"Round {n}?\" Tea Coffee closes:2h");
            var card = await room.CardAsync(n);
            var first = await Bob.ReactAsync(room.Id, card.Id, "1️⃣");
            await room.RecordedAsync(await carl.SayAsync(room.Id, $"!vote {n} Coffee"));
            await dora.SayAsync(room.Id, $"!vote {n} Tea");
            await room.RecordedAsync(await dora.SayAsync(room.Id, $"!vote {n} Coffee"));
            var taken = await eve.ReactAsync(room.Id, card.Id, "2️⃣");
            var story = await room.StoryAsync(n);
            foreach (var line in new[] { "bob: Tea", "carl: Coffee", "dora: Coffee", "eve: Coffee" }) story.ShouldContain(line);

            // A moderator's hand takes no vote back, the voter's own does.
            await Ana.RedactAsync(room.Id, first);
            await eve.RedactAsync(room.Id, taken);
            story = await room.StoryAsync(n);
            story.ShouldContain("bob: Tea");
            story.ShouldNotContain("eve: Coffee");

            await room.RecordedAsync(await StruckAsync(WhileVoting.ElementAtOrDefault(n - 1), () => fay.SayAsync(room.Id, $"!vote {n} Coffee")));
            await StruckAsync(WhileClosing.ElementAtOrDefault(n - 1), () => Ana.SayAsync(room.Id, $"!close {n}"));
            (await room.ResultAsync($"Round {n}?")).Body.ShouldContain("Coffee 3, Tea 1. 4 people voted.");
        }

        await room.StoryAsync(rounds); // all that was owed has been sent before
        await Task.Delay(TimeSpan.FromSeconds(2));
        (await Bot.StopAsync()).ShouldBe(0);
        var messages = await room.MessagesAsync();
        var ledger = new LedgerCopy(Bot.Data, FolderOf("sound"));
        var entries = ledger.Entries();
        for (var n = 1; n <= rounds; n++)
        {
            (messages.Count(one => one.IsCard(n)), messages.Count(one => one.IsResult($"Round {n}?"))).ShouldBe((1, 1), $"round {n}");
            var types = entries.Where(one => one.Decision == n).CountBy(one => one.Type).ToDictionary();
            types.ShouldBe(
                new Dictionary<string, int> { ["decision"] = 1, ["ballot"] = 6, ["withdraw"] = 1, ["close"] = 1, ["result"] = 1 }, ignoreOrder: true);
        }
        await DamageIsFoundAsync(ledger, entries);
    }

    [Fact]
    public async Task A_deadline_that_passes_while_it_is_down_is_kept_and_announced_once()
    {
        await Bot.StartAsync();
        var room = await RoomAsync(null, Bob);
        await Ana.SayAsync(room.Id, "!poll \"Deadline?\" Tea Coffee closes:1m");
        await room.CardAsync(1);
        await room.RecordedAsync(await Bob.SayAsync(room.Id, "!vote 1 Tea"));
        Bot.Kill();
        await Task.Delay(TimeSpan.FromSeconds(60));
        await Ana.SayAsync(room.Id, "!vote 1 Coffee");
        await StruckAsync(
            new Ambush(nameof(Wire.Asked), IsResult),
            async () =>
            {
                await Bot.StartAsync();
                return "";
            });
        (await room.ResultAsync("Deadline?")).Body.ShouldContain("Tea 1, Coffee 0. 1 person voted.");
        await room.StoryAsync(1);
        var messages = await room.MessagesAsync();
        messages.Count(one => one.IsResult("Deadline?")).ShouldBe(1);
        messages.ShouldContain(one => one.Body.Contains("so it did not count"));
    }

    /// <summary>Do something, kill the bot on the way of it, and start it again.</summary>
    /// <param name="ambush">Null for any moment.</param>
    private async Task<string> StruckAsync(Ambush? ambush, Func<Task<string>> act)
    {
        var struck = new TaskCompletionSource();
        var line = new TaskCompletionSource<string>();
        Func<Passing, Task>? lurk = ambush is null ? null : LurkAsync;
        // What passes while the line has no id yet waits for it.
        if (ambush?.Side == nameof(Wire.Asked)) Wire.Asked = lurk;
        else Wire.Answered = lurk;
        line.SetResult(await act());
        if (ambush is null)
        {
            await Task.Delay(Random.Shared.Next(120));
            Strike();
        }
        await struck.Task.WaitAsync(TimeSpan.FromSeconds(90));
        (Wire.Asked, Wire.Answered) = (null, null);
        await Bot.StartAsync();
        return await line.Task;

        async Task LurkAsync(Passing one)
        {
            if (!ambush.Fits(one, await line.Task)) return;
            if (ambush.After == default)
            {
                Strike();
                throw new IOException("The bot has gone.");
            }
            _ = Task.Delay(ambush.After).ContinueWith(_ => Strike(), TaskScheduler.Default); // the answer goes on meanwhile
        }

        void Strike()
        {
            lock (struck)
            {
                if (struck.Task.IsCompleted) return;
                Bot.Kill();
                struck.SetResult();
            }
        }
    }

    private static bool IsSyncWith(Passing one, string id) =>
        one.Path.Contains("/sync", StringComparison.Ordinal) && one.Answer.Contains(id, StringComparison.Ordinal);

    private static bool IsMarkOn(Passing one, string id) =>
        one.Method == "PUT" && one.Path.Contains("/send/m.reaction/", StringComparison.Ordinal) && one.Body.Contains(id, StringComparison.Ordinal);

    private static bool IsResult(Passing one, string id) =>
        IsMessage(one) && one.Body.Contains("\"Closed \\u00B7 ", StringComparison.OrdinalIgnoreCase);

    private static bool IsEdit(Passing one, string id) => IsMessage(one) && one.Body.Contains("m.replace", StringComparison.Ordinal);

    private static bool IsMessage(Passing one) => one.Method == "PUT" && one.Path.Contains("/send/m.room.message/", StringComparison.Ordinal);

    private async Task DamageIsFoundAsync(LedgerCopy sound, IReadOnlyList<Entry> entries)
    {
        var (code, output) = await sound.VerifyAsync();
        code.ShouldBe(0, output);
        output.ShouldContain("all fits.");
        var ballot = entries.Where(one => one.Type == "ballot").ElementAt(2);
        await FoundAsync("bytes", copy => copy.DamageEntry(ballot, 40));
        await FoundAsync("payload", copy => copy.DamagePayload(ballot));
        await FoundAsync("salt", copy => copy.DamageSalt(ballot));

        async Task FoundAsync(string what, Action<LedgerCopy> damage)
        {
            var copy = new LedgerCopy(Bot.Data, FolderOf(what));
            damage(copy);
            var (failed, said) = await copy.VerifyAsync();
            failed.ShouldBe(1, said);
            said.ShouldContain($"entry {ballot.Number}:", customMessage: what);
        }
    }
}
