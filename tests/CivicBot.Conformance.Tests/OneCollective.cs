using System.Text.RegularExpressions;

namespace CivicBot.Conformance.Tests;

/// <summary>One collective on three platforms at once: twelve people, three of them with accounts on two; one decision, whose cards say the same everywhere.</summary>
internal static partial class OneCollective
{
    /// <summary>Who is where: olga, who links the rooms, is everywhere.</summary>
    private static readonly string[][] People = [["olga", "ana", "cleo", "dan", "eve"], ["olga", "ana", "bo", "fay", "gus"], ["olga", "bo", "cleo", "hal", "ivy", "jo", "kim"]];

    public static async Task PlayAsync(params IReadOnlyList<PlatformStage> platforms)
    {
        await using var bot = await Whole.StartAsync(platforms);
        var first = platforms[0];
        foreach (var platform in platforms) await platform.MakesAdminAsync("olga");
        await first.GivesAsync("olga", "found", ("name", "Garden"));
        await bot.UntilAsync(() => first.InTheRoom.Any(text => text.Contains("Garden", StringComparison.Ordinal)), "the founding");

        foreach (var platform in platforms.Skip(1))
        {
            await LinkAsync(bot, "olga", first, platform);
            await LinkRoomAsync(bot, first, platform);
        }
        for (var i = 0; i < platforms.Count; i++)
        {
            foreach (var who in People[i].Skip(1)) await platforms[i].GivesAsync(who, "join");
        }
        await bot.UntilAsync(() => MembersAsync(bot).GetAwaiter().GetResult() == 15, "that all have joined");
        await LinkAsync(bot, "ana", platforms[0], platforms[1]);
        await LinkAsync(bot, "bo", platforms[1], platforms[2]);
        await LinkAsync(bot, "cleo", platforms[2], platforms[0]);
        (await MembersAsync(bot)).ShouldBe(12);

        // Asked in one room, it stands in all of them.
        await platforms[1].GivesAsync("fay", "poll", AnyPlatform.Poll("Where do we meet?"));
        await bot.UntilAsync(() => platforms.All(platform => platform.Count("Park") == 0), "a card in each room");
        for (var i = 0; i < platforms.Count; i++)
        {
            foreach (var who in People[i].Where(who => who is not ("olga" or "bo"))) await platforms[i].PressesAsync(who, "Park");
        }
        await bot.UntilAsync(() => platforms.All(platform => platform.Count("Park") == 10), "ten votes, in every room");
        // One person votes here, and there again.
        await platforms[0].PressesAsync("ana", "Café");
        await platforms[1].PressesAsync("bo", "Park");
        await bot.UntilAsync(() => (platforms[2].Count("Park"), platforms[2].Count("Café")) == (10, 1), "a change and an eleventh vote");
        await platforms[2].PressesAsync("bo", "Café");
        await platforms[1].PressesAsync("olga", "Café");
        await bot.UntilAsync(() => platforms.All(platform => (platform.Count("Park"), platform.Count("Café")) == (9, 3)), "the same counts in every room");
        await bot.RestartAsync();
        await platforms[1].GivesAsync("fay", "close", ("number", "1"));
        await bot.UntilAsync(() => platforms.All(platform => platform.InTheRoom.Any(text => text.Contains("12 people voted", StringComparison.Ordinal))), "the result in every room");

        var (states, findings) = await bot.AuditAsync();
        findings.ShouldBeEmpty();
        states.ShouldHaveSingleItem().Decisions.Values.ShouldHaveSingleItem().Result!.Counts.ShouldBe([9, 3]);
        foreach (var platform in platforms) platform.Violations.ShouldBeEmpty();
    }

    /// <summary>The account on one platform gives the code, the one on the other types it, and both say yes.</summary>
    private static async Task LinkAsync(Whole bot, string who, PlatformStage from, PlatformStage to)
    {
        var code = await CodeAsync(bot, from, who, () => from.GivesPrivatelyAsync(who, "link"));
        await ThenAsync(to, "Is that you?", () => to.GivesPrivatelyAsync(who, "link", ("code", code)));
        await ThenAsync(from, "Is that your own account?", () => to.AnswersAsync(who, "yes"));
        await ThenAsync(from, "one member, with one vote", () => from.AnswersAsync(who, "yes"));

        // What he does makes the bot say something to him alone.
        async Task ThenAsync(PlatformStage platform, string words, Func<Task> act)
        {
            var before = Said();
            await act();
            await bot.UntilAsync(() => Said() > before, $"“{words}” for {who} on {platform.Name}");

            int Said() => platform.ShownTo(who).Count(text => text.Contains(words, StringComparison.Ordinal));
        }
    }

    private static async Task LinkRoomAsync(Whole bot, PlatformStage from, PlatformStage to)
    {
        var code = await CodeAsync(bot, from, "olga", () => from.GivesAsync("olga", "room", ("what", "link")));
        await to.GivesAsync("olga", "room", ("what", "link"), ("code", code));
        await bot.UntilAsync(() => from.InTheRoom.Any(text => text.Contains("Another room belongs to this collective", StringComparison.Ordinal) && text.Contains(to.Name, StringComparison.OrdinalIgnoreCase)), $"the room on {to.Name}");
    }

    private static async Task<string> CodeAsync(Whole bot, PlatformStage platform, string who, Func<Task> ask)
    {
        var before = Codes(platform, who);
        await ask();
        await bot.UntilAsync(() => Codes(platform, who) > before, $"a code for {who} on {platform.Name}");
        return Code().Matches(string.Join('\n', platform.ShownTo(who).Concat(platform.InTheRoom)))[^1].Value;
    }

    private static int Codes(PlatformStage platform, string who) => Code().Count(string.Join('\n', platform.ShownTo(who).Concat(platform.InTheRoom)));

    private static async Task<int> MembersAsync(Whole bot) => (await bot.AuditAsync()).States.Single().Members.Values.Count(member => member.Into is null);

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}")]
    private static partial Regex Code();
}
