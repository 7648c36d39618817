using CivicBot.Adapters.Discord;
using CivicBot.Chat;

namespace CivicBot.Discord.Tests;

public class KeepingTheToken
{
    [Fact]
    public void It_prints_as_stars() => $"{new Secret("canary")}".ShouldBe("***");

    [Fact]
    public async Task It_is_in_no_log_and_no_memory_whatever_happens()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Discord.Faults.AskToWait("/messages", 3);
        await scene.CardAsyncOrLater();
        scene.Room.Rights = 0;
        await scene.CardAsyncOrLater();
        scene.Discord.Door.Drop();
        await scene.Room.Invokes(scene.Ana, "decisions");
        await scene.StopAsync();
        scene.Log.Lines.ShouldNotBeEmpty();
        scene.Log.Lines.ShouldAllBe(line => !line.Contains("canary", StringComparison.Ordinal) && !line.Contains("interaction-token", StringComparison.Ordinal) && !line.Contains("Ana", StringComparison.Ordinal));
        scene.Memory.Values.Values.ShouldAllBe(value => !value.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_one_ends_the_run_with_what_to_do_and_without_it()
    {
        await using var scene = await Scene.NewAsync();
        scene.Options.Token = "canary-that-is-wrong";
        var error = await Should.ThrowAsync<InvalidOperationException>(() => scene.Start().WaitAsync(TimeSpan.FromSeconds(8)));
        error.Message.ShouldContain("Make a new one on the portal’s page Bot".Replace('’', '\''));
        error.ToString().ShouldNotContain("canary");
    }

    [Theory]
    [InlineData("", "missing")]
    [InlineData("two words", "characters that no token has")]
    public async Task One_that_can_be_none_is_said_at_once(string token, string why)
    {
        await using var scene = await Scene.StartedAsync();
        scene.Options.Token = token;
        Should.Throw<InvalidOperationException>(() => new DiscordAdapter(scene.Options, scene.Memory, scene.Time, scene.Log)).Message.ShouldContain(why);
    }

    [Theory]
    [InlineData("http://discord.com/api/v10/")]
    [InlineData("ftp://discord.com/")]
    [InlineData("discord.com")]
    [InlineData("https://me:secret@discord.com/")]
    public async Task It_does_not_travel_in_the_clear(string api)
    {
        await using var scene = await Scene.StartedAsync();
        scene.Options.Api = api;
        Should.Throw<InvalidOperationException>(() => new DiscordAdapter(scene.Options, scene.Memory, scene.Time, scene.Log)).Message.ShouldStartWith("Discord: ");
    }
}

file static class Trying
{
    public static Task<Delivered> CardAsyncOrLater(this Scene scene) =>
        scene.DeliverAsync(new Delivery("d", new Destination.ToRoom("discord:" + scene.Room.Id), Purpose.Notice, SomeDocuments.Words("Hello"), "en"));
}
