using CivicBot.Adapters.Telegram;
using CivicBot.Adapters.Telegram.Sending;
using CivicBot.Chat;

namespace CivicBot.Telegram.Tests;

public class WhatPeopleTyped
{
    [Theory]
    [InlineData("a\u202Eb\u2069c", "a&lt;202E&gt;b&lt;2069&gt;c")]
    [InlineData("@everyone /poll #tag $USD", "@\u2060everyone /\u2060poll #\u2060tag $\u2060USD")]
    [InlineData("https://evil.example", "https:/\u2060/\u2060evil.\u2060example")]
    [InlineData("</b><a href=\"http://y\">", "&lt;/\u2060b&gt;&lt;a href=&quot;http:/\u2060/\u2060y&quot;&gt;")]
    [InlineData("Tom & Jerry. Well.", "Tom &amp; Jerry. Well.")]
    [InlineData("[x](y) `_a_`", "[x](y) `_a_`")]
    [InlineData("[red]\u001B[2J", "[red]&lt;001B&gt;[2J")]
    public void Is_data(string typed, string html) => TelegramText.Html(TelegramText.Shown(typed)).ShouldBe($"\u2068{html}\u2069");

    [Fact]
    public void That_is_half_a_character_is_shown_as_unreadable() => TelegramText.Shown("half \uD800").ShouldBe("\u2068half \uFFFD\u2069");

    [Fact]
    public async Task Becomes_no_link_and_pings_nobody()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        const string typed = "@everyone /vote 1 #tag evil.example https://evil.example <b>x</b> $USD";
        await running.ToRoomAsync(group, new Document(
            new Part.Heading(new Line(new Inline.Typed(typed)), new Line(new Inline.Person(typed, "telegram:7"))),
            new Part.Tally([new TallyItem(typed, 1, 2)]),
            new Part.Choices([new Choice(typed, "x", "t1")], true, new Line(new Inline.Command($"vote 1 {typed}")))));
        group.FromBot.Single().AutoLinks.ShouldBeEmpty();
        group.FromBot.Single().Html.ShouldNotContain("tg://");
    }

    [Fact]
    public async Task Too_long_is_shortened_and_says_so()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        var (typed, many) = (new string('é', 3_900), Enumerable.Range(1, 200).Select(n => new TallyItem($"Option {n} {new string('x', 80)}", n, 200)).ToList());
        (await running.ToRoomAsync(group, new Document(
            new Part.Text(new Line(new Inline.Typed(typed), new Inline.Typed(typed))),
            new Part.Tally(many),
            new Part.Choices([.. many.Select((item, n) => new Choice(item.Label, $"vote 1 #{n}", $"t{n}"))], true, Line.Of("Or type."))))).ShouldBeOfType<Delivered.Sent>();
        var message = group.FromBot.Single();
        message.Text.ShouldEndWith("shortened to fit one message. In full, each by its number: /decisions@civicbot_bot");
        message.Text.ShouldContain("more choices than buttons");
        message.Buttons.Count().ShouldBe(90);
        message.Buttons.First().Label.ShouldEndWith("… · 1"); // though the list above was shortened
    }

    [Fact]
    public async Task As_one_endless_command_is_shown_shortened_and_can_still_be_sent()
    {
        await using var running = await Running.StartedAsync();
        var group = running.Telegram.Group("Housing", running.Telegram.Person("Ana"));
        var line = "propose \"Bike\" \"" + new string('y', 3_980) + "\"";
        (await running.ToRoomAsync(group, new Document(
            new Part.Heading(new Line(new Inline.Words("A proposal: "), new Inline.Typed(new string('t', 300)))),
            new Part.Text(new Line(new Inline.Words("Say yes to this, or stop. To say it in one line next time, type: "), new Inline.Command(line))),
            new Part.Choices([new Choice("Yes", line, "tokenYes")], Public: false)), Purpose.Answer)).ShouldBeOfType<Delivered.Sent>();
        group.FromBot.Single().Text.ShouldContain("/propose@civicbot_bot \"Bike\"");
        group.FromBot.Single().Text.ShouldContain("shortened");
        group.FromBot.Single().Buttons.Single().Label.ShouldBe("Yes");
    }

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly ten", 10, "exactly t…")]
    [InlineData("12345678😀9", 10, "12345678…")]
    public void Is_cut_between_characters(string text, int most, string shown) => TelegramText.Shortened(text, most).ShouldBe(shown);

    [Theory]
    [InlineData("<b>a</b>&amp;<a href=\"https://x\">b</a>", 3)]
    [InlineData("plain", 5)]
    public void Is_measured_as_Telegram_does(string html, int length) => TelegramText.Length(html).ShouldBe(length);

    [Fact]
    public void Is_answered_in_words_that_exist_in_both_languages_and_fit_a_toast()
    {
        foreach (var texts in new[] { Texts.English, Texts.French })
        {
            var all = typeof(Texts).GetProperties().Where(property => property is { PropertyType: { } type } && type == typeof(string)).ToDictionary(property => property.Name, property => (string)property.GetValue(texts)!);
            all.Values.ShouldAllBe(text => text.Length > 0);
            foreach (var toast in new[] { texts.Received, texts.Done, texts.ShowsYourName, texts.MakeMeAdmin }) toast.Replace("{bot}", "a_rather_long_name_of_a_bot", StringComparison.Ordinal).Length.ShouldBeLessThanOrEqualTo(200);
        }

        foreach (var text in typeof(Texts).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => (string)property.GetValue(Texts.French)!))
        {
            text.ShouldNotMatch("[^\u00A0]([;?!»]|:(?=\\s|$))", "French sets its signs apart by a space that does not break: " + text);
        }
    }
}
