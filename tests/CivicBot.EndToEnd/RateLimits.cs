using CivicBot.EndToEnd.Tools;

namespace CivicBot.EndToEnd;

/// <summary>On a homeserver that has its own limits left on: about one message in five seconds after the first ten.</summary>
public sealed class RateLimits : Scene
{
    internal override string? Homeserver => Surroundings.LimitingHomeserver;

    [Fact]
    public async Task A_request_to_wait_is_obeyed_and_nothing_is_lost()
    {
        await Bot.StartAsync();
        var voters = await Task.WhenAll(Enumerable.Range(0, 9).Select(i => PersonAsync($"voter{i}")));
        var room = await RoomAsync(null, voters);
        await Ana.SayAsync(room.Id, "!poll \"Limits?\" Tea Coffee");
        var card = await room.CardAsync(1);
        foreach (var voter in voters) await voter.SayAsync(room.Id, "!vote 1 Tea");
        await Wait.ForAsync("a refusal", () => Task.FromResult(Wire.Passed.Any(one => one.Status == 429)), TimeSpan.FromSeconds(90));
        await Ana.SayAsync(room.Id, "!close 1");
        (await room.ResultAsync("Limits?", TimeSpan.FromSeconds(90))).Body.ShouldContain("Tea 9, Coffee 0");

        var refused = Wire.Passed.Where(one => one.Status == 429).ToList();
        refused.ShouldAllBe(one => one.Answer.Contains("M_LIMIT_EXCEEDED"));
        foreach (var one in refused)
        {
            var again = Wire.Passed.FirstOrDefault(other => other.Path == one.Path && other.At > one.AnsweredAt);
            if (again is not null) (again.At - one.AnsweredAt).ShouldBeGreaterThanOrEqualTo(one.RetryAfter - TimeSpan.FromMilliseconds(50), one.Path);
        }
        (await room.MessagesAsync()).Count(one => one.IsResult("Limits?")).ShouldBe(1);
    }
}
