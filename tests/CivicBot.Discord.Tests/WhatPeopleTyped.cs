using CivicBot.Adapters.Discord.Sending;
using CivicBot.Chat;

namespace CivicBot.Discord.Tests;

/// <summary>It is data: shown, and never executed.</summary>
public class WhatPeopleTyped
{
    [Theory]
    [InlineData("a\u202Eb\u2069c", "a\\<202E>b\\<2069>c")]
    [InlineData("@everyone <@&1> @here", "\\@everyone \\<\\@&1> \\@here")]
    [InlineData("</b><a href=\"http://y\">", "\\</b>\\<a href=\"http\\://y\">")]
    [InlineData("[x](http://y) ``` _a_ **b** ~~c~~ ||d||", "\\[x\\](http\\://y) \\`\\`\\` \\_a\\_ \\*\\*b\\*\\* \\~\\~c\\~\\~ \\|\\|d\\|\\|")]
    [InlineData("[red]\u001B[2J", "\\[red\\]\\<001B>\\[2J")]
    [InlineData("'; DROP TABLE", "'; DROP TABLE")]
    [InlineData("one\n- two\n3. three\n> four\n# five", "one\n\\- two\n3\\. three\n\\> four\n\\# five")]
    [InlineData("https://example.org/a", "https\\://example.org/a")]
    [InlineData("12:30, 1.5 €", "12:30, 1.5 €")]
    [InlineData("back\\slash", "back\\\\slash")]
    [InlineData("<t:0:R> <:x:1>", "\\<t:0:R> \\<:x:1>")]
    public void Is_shown_as_it_is(string typed, string markdown)
    {
        var document = new Document(new Part.Text(new Line(new Inline.Typed(typed))), new Part.Tally([new TallyItem(typed)]), new Part.Text(new Line(new Inline.Person(typed))));
        var description = (string)MessageContent.ForOne(document, "en").Json["embeds"]![0]!["description"]!;
        description.ShouldBe($"\u2068{markdown}\u2069\n\n**1** · \u2068{markdown}\u2069\n\n\u2068{markdown}\u2069");
    }

    [Fact]
    public void Pings_nobody_wherever_it_is_sent()
    {
        var document = new Document(new Part.Text(new Line(new Inline.Typed("@everyone"))));
        MessageContent.ForOne(document, "en").Json["allowed_mentions"]!.ToJsonString().ShouldBe("""{"parse":[]}""");
        MessageContent.Of(new Delivery("d", new Destination.ToRoom("discord:1"), Purpose.Card, document, "en")).Json["allowed_mentions"]!.ToJsonString().ShouldBe("""{"parse":[]}""");
        MessageContent.Words("@everyone")["allowed_mentions"]!.ToJsonString().ShouldBe("""{"parse":[]}""");
    }

    [Theory]
    [InlineData("vote 1 Café", "`/vote 1 Café`")]
    [InlineData("vote 1 a`b", "`` /vote 1 a`b ``")]
    [InlineData("vote 1 ```", "```` /vote 1 ``` ````")]
    public void Stays_inside_the_code_of_a_command(string line, string markdown) => DiscordText.Code("/" + line).ShouldBe(markdown);

    [Fact]
    public void Half_a_character_is_shown_as_unreadable() => DiscordText.Shown("half \uD800").ShouldBe("\u2068half \uFFFD\u2069");

    [Fact]
    public void A_link_that_is_none_of_ours_is_no_link()
    {
        var document = new Document(new Part.Text(new Line(new Inline.Link(new Uri("http://example.org"), "page"))));
        ((string)MessageContent.ForOne(document, "en").Json["embeds"]![0]!["description"]!).ShouldBe("page (http\\://example.org/)");
    }

    [Fact]
    public void Is_cut_on_a_button_and_not_through_a_character()
    {
        var label = new string('a', 78) + "😀😀";
        var document = new Document(new Part.Choices([new Choice(label, "vote 1 #1", "t")], true));
        Button(document).ShouldBe(new string('a', 78) + "…");
    }

    [Fact]
    public void Of_nothing_visible_still_makes_a_button() => Button(new Document(new Part.Choices([new Choice(" ", "vote 1 #1", "t")], true))).ShouldBe("·");

    private static string Button(Document document) => (string)MessageContent.ForOne(document, "en").Json["components"]![0]!["components"]![0]!["label"]!;
}
