using System.Text.Json.Nodes;
using CivicBot.EndToEnd.Tools;

namespace CivicBot.EndToEnd;

public sealed class LoggingIn : Scene
{
    [Fact]
    public async Task By_password_always_as_the_same_device()
    {
        await Bot.StartAsync();
        var room = await RoomAsync(null);
        await room.AnswerAsync(await Ana.SayAsync(room.Id, "!help"));
        var device = (string?)(await Ours())["device_id"];
        (await Bot.StopAsync()).ShouldBe(0);
        await Bot.StartAsync();
        await room.AnswerAsync(await Ana.SayAsync(room.Id, "!help"));
        ((string?)(await Ours())["device_id"]).ShouldBe(device);

        // One of the devices is that of the registration.
        async Task<JsonNode> Ours() => (await BotAccount.DevicesAsync()).Single(one => (string?)one!["display_name"] == "CivicBot")!;
    }

    [Fact]
    public async Task By_token()
    {
        await using var bot = NewBot(new() { ["CIVICBOT_MATRIX__ACCESSTOKEN"] = BotAccount.Token });
        await bot.StartAsync();
        var room = await RoomAsync(null);
        await room.AnswerAsync(await Ana.SayAsync(room.Id, "!help"));
        Wire.Passed.ShouldNotContain(one => one.Path.Contains("/login"));
        (await bot.StopAsync()).ShouldBe(0);
    }
}
