using CivicBot.Adapters.Telegram;
using CivicBot.Chat;

namespace CivicBot.Telegram.Tests;

public class TheMenuOfCommands
{
    private static readonly IReadOnlyList<CommandDescription> Some =
    [
        new(new("vote", "voter"), new("Vote", "Voter"), new("vote 1 Tea", "voter 1 Thé")),
        new(new("poll", "sondage"), new("Ask something", "Poser une question"), new("poll", "sondage")) { Founds = true },
        new(new("room link", "salon lier"), new("Link", "Lier"), new("room link", "salon lier")),
        new(new("stand-aside", "se-retirer"), new("Stand aside", "Se retirer"), new("stand-aside 1", "se-retirer 1")) { PrivateReply = false },
    ];

    [Fact]
    public async Task Is_published_in_both_languages_for_each_kind_of_chat()
    {
        await using var running = await Running.StartedAsync(commands: Some);
        running.Telegram.Menus.Keys.Order().ShouldBe(
            ["all_chat_administrators/", "all_chat_administrators/fr", "all_group_chats/", "all_group_chats/fr", "all_private_chats/", "all_private_chats/fr"]);
        running.Telegram.Menus["all_group_chats/"].ShouldBe(["vote!", "poll", "room_link!", "stand_aside"]);
        running.Telegram.Menus["all_private_chats/fr"].ShouldBe(["voter", "sondage", "salon_lier", "se_retirer"]);
    }

    [Fact]
    public async Task Is_published_again_only_when_it_changed()
    {
        await using var running = await Running.StartedAsync(commands: Some);
        var published = () => running.Telegram.Requests.Count(request => request.Method == "setMyCommands");
        published().ShouldBe(6);
        await running.StopAsync();
        await running.StartAsync();
        published().ShouldBe(6);
        running.Memory.Values["commands"] = "another";
        await running.StopAsync();
        await running.StartAsync();
        published().ShouldBe(12);
    }

    [Fact]
    public async Task That_could_not_be_published_is_tried_at_the_next_start_and_stops_nothing()
    {
        await using var running = await Running.NotYetAsync(commands: Some);
        running.Telegram.Faults.Refuses("setMyCommands", 400, "Bad Request: whatever");
        await running.StartAsync();
        running.Memory.Values.ShouldNotContainKey("commands");
        await running.StopAsync();
        await running.StartAsync();
        running.Memory.Values.ShouldContainKey("commands");
    }

    [Fact]
    public void Holds_at_most_a_hundred() => Commands.Menus([.. Enumerable.Range(1, 150).Select(n => Some[0] with { Name = new($"c{n}", $"c{n}") })]).ShouldAllBe(menu => menu.Commands.Count == 100);
}
