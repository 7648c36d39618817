using CivicBot.Chat;
using CivicBot.StandIns.Discord;

namespace CivicBot.Discord.Tests;

public class WhatWeMayNotDo
{
    private const ulong EmbedLinks = 1UL << 14;
    private const ulong SendMessages = 1UL << 11;

    [Fact]
    public async Task Is_said_by_name_before_anything_is_opened()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Room.Rights &= ~EmbedLinks;
        var exchange = await scene.Room.Invokes(scene.Bo, "poll", ("question", "Tea?"));
        exchange.Answers.Single().Text.ShouldContain("Missing: Embed Links.");
        exchange.Answers.Single().IsEphemeral.ShouldBeTrue();
        scene.Inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_said_in_French_to_who_reads_French()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Room.Rights &= ~(EmbedLinks | SendMessages);
        (await scene.Room.Invokes(scene.Ana, "poll", ("question", "Thé ?"))).Answers.Single().Text.ShouldContain("Il manque : Envoyer des messages, Intégrer des liens.");
    }

    [Fact]
    public async Task Is_asked_for_by_the_link_that_the_log_gives()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Log.Lines.ShouldContain(line => line.EndsWith($"client_id={scene.Discord.ApplicationId}&scope=bot+applications.commands&permissions={Channel.AllRights}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Does_not_stop_what_opens_nothing()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Room.Rights = 0;
        await scene.Room.Invokes(scene.Bo, "decisions");
        await DiscordStandIn.UntilAsync(() => scene.Inbox.Received.Count == 1);
    }

    [Fact]
    public async Task Includes_beginning_where_we_are_not_installed()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Garden.HasInstalledUs = false;
        (await scene.Room.Invokes(scene.Bo, "poll", ("question", "Tea?"))).Answers.Single().Text.ShouldStartWith("I am not installed in this server");
        scene.Inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ends_a_delivery_for_good_and_names_what_is_needed()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Room.Rights &= ~SendMessages;
        var never = (await scene.DeliverAsync(new Delivery("d", new Destination.ToRoom("discord:" + scene.Room.Id), Purpose.Notice, SomeDocuments.Words("Hello"), "en"))).ShouldBeOfType<Delivered.Never>();
        never.Why.ShouldContain("50013");
        never.Why.ShouldContain("Send Messages");
    }

    [Fact]
    public async Task Ends_deliveries_to_a_server_that_threw_us_out()
    {
        await using var scene = await Scene.StartedAsync();
        scene.Garden.ThrowsUsOut();
        (await scene.DeliverAsync(new Delivery("d", new Destination.ToRoom("discord:" + scene.Room.Id), Purpose.Notice, SomeDocuments.Words("Hello"), "en"))).ShouldBeOfType<Delivered.Never>();
    }
}
