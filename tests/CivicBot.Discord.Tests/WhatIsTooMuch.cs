using CivicBot.Adapters.Discord;
using CivicBot.Adapters.Discord.Sending;
using CivicBot.Chat;

namespace CivicBot.Discord.Tests;

/// <summary>Shortened, and it says so.</summary>
public class WhatIsTooMuch
{
    [Fact]
    public async Task For_one_message_comes_whole_in_a_file()
    {
        await using var scene = await Scene.StartedAsync();
        var text = string.Join(' ', Enumerable.Range(1, 1_500).Select(n => $"word-{n}"));
        await scene.DeliverAsync(new Delivery("d", new Destination.ToRoom("discord:" + scene.Room.Id), Purpose.Answer, new Document(new Part.Text(new Line(new Inline.Typed(text)))), "en"));
        var message = scene.Room.Messages.Single();
        message.Text.Length.ShouldBeLessThanOrEqualTo(4_096);
        message.Text.ShouldContain("In full: in the attached file.");
        message.Files.Single().Value.ShouldContain("word-1500");
    }

    [Fact]
    public async Task For_a_card_names_the_command_that_shows_it_all()
    {
        await using var scene = await Scene.StartedAsync();
        var (card, _) = await scene.CardAsync(new Document(new Part.Text(new Line(new Inline.Typed(new string('a', 5_000))))));
        card.Text.ShouldContain("In full: /decision and its number.");
        card.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task For_the_title_stands_in_the_text_whole()
    {
        await using var scene = await Scene.StartedAsync();
        var (card, _) = await scene.CardAsync(new Document(new Part.Heading(new Line(new Inline.Typed(new string('t', 300)))), new Part.Text(Line.Of("Text."))));
        card.Title.ShouldBeNull();
        card.Text.ShouldContain(new string('t', 300));
    }

    [Fact]
    public async Task For_five_rows_of_buttons_can_still_be_typed()
    {
        await using var scene = await Scene.StartedAsync();
        var (card, _) = await scene.CardAsync(new Document([.. Enumerable.Range(1, 7).Select(row => new Part.Shortcuts([.. Enumerable.Range(1, 5).Select(n => new Choice($"{row}.{n}", $"do {row} {n}", $"t-{row}-{n}"))]))]));
        card.Buttons.Count.ShouldBe(25);
        card.Text.ShouldContain("`/do 7 5`");
        card.Text.ShouldNotContain("`/do 5 5`");
    }

    [Fact]
    public async Task Twice_on_one_message_is_a_button_once()
    {
        await using var scene = await Scene.StartedAsync();
        var choice = new Choice("Withdraw", "withdraw 1", "same-token");
        var (card, _) = await scene.CardAsync(new Document(new Part.Text(Line.Of("x")), new Part.Choices([choice], false), new Part.Shortcuts([choice])));
        card.Buttons.ShouldBe(["Withdraw"]);
    }

    [Fact]
    public void Is_shortened_until_it_fits_whatever_it_is()
    {
        var giant = new Document([.. Enumerable.Range(0, 100).Select(n => new Part.Facts([.. Enumerable.Range(0, 60).Select(_ => Line.Of(new string('x', 100)))]))]);
        var fitting = Fitting.Of(giant, Texts.English.Shortened, document => Markdown.Of(document, [], Texts.English).Fits);
        Markdown.Of(fitting, [], Texts.English).Text.ShouldEndWith("-# " + Texts.English.Shortened);
    }

    [Fact]
    public void Sends_nothing_twice_for_want_of_room_in_the_nonce()
    {
        Posting.Nonce("c0ffee12-1").Length.ShouldBeLessThanOrEqualTo(25);
        Posting.Nonce("c0ffee12-1").ShouldBe(Posting.Nonce("c0ffee12-1"));
        Posting.Nonce("c0ffee12-1").ShouldNotBe(Posting.Nonce("c0ffee12-2"));
    }
}
