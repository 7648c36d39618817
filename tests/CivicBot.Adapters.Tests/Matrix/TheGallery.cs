using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using CivicBot.Adapters.Matrix;
using CivicBot.Adapters.Matrix.Sending;
using CivicBot.Chat;

namespace CivicBot.Adapters.Tests.Matrix;

/// <summary>Every part and every piece of a line, as Matrix gets it.</summary>
public class TheGallery
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Document Everything = new(
        new Part.Heading(new Line(new Inline.Words("Poll 1 · "), new Inline.Typed("Where do we meet?")), new Line(new Inline.Words("asked by "), new Inline.Person("alice", "matrix:@alice:hs"))),
        new Part.Text(new Line(new Inline.Words("Closes "), new Inline.When(DateTimeOffset.UnixEpoch, "Tue 25 Nov, 14:00 (Paris)"), new Inline.Words(".\nSee "), new Inline.Link(new Uri("https://example.org/a?b=c&d=e"), "the rules"))),
        new Part.Tally([new TallyItem("Park", 2, 3), new TallyItem("Café", 3, 3), new TallyItem("Online", 0, 3)]),
        new Part.Facts([new Line(new Inline.Words("Your code: "), new Inline.Code("7F3K-92MX")), new Line(new Inline.Person("bo", "telegram:17"))]),
        new Part.Choices([new Choice("Park", "vote 1 1"), new Choice("Café", "vote 1 2"), new Choice("Online", "vote 1 3")], true, new Line(new Inline.Words("Or type "), new Inline.Command("vote 1 Café"))),
        new Part.Shortcuts([new Choice("Who voted", "decision 1")]),
        new Part.Ask(Line.Of("Which options?"), 2, 3, Line.Of("One per line.")),
        new Part.InPrivate("vote 1 Café"),
        new Part.Note(Line.Of("Who chose what is public.")),
        new Part.Attachment("receipt.json", "{\n  \"a\": \"<b>\"\n}\n"));

    [Fact]
    public void Is_complete()
    {
        Everything.Parts.Select(part => part.GetType()).ToHashSet().SetEquals(Cases(typeof(Part))).ShouldBeTrue();
        Pieces(Everything).Select(piece => piece.GetType()).ToHashSet().SetEquals(Cases(typeof(Inline))).ShouldBeTrue();
    }

    [Fact]
    public void Is_shown_as_approved() => Shown(Everything, "en", Place.Room).ShouldMatchApproved(with => with.WithFileExtension("json").NoDiff());

    [Fact]
    public void Choices_without_a_line_to_type_show_one_for_each()
    {
        var document = new Document(new Part.Choices([new Choice("Yes", "close 1 yes"), new Choice("No", "close 1 no")], Public: false));
        Shown(document, "fr", Place.Private).ShouldMatchApproved(with => with.WithFileExtension("json").NoDiff());
    }

    [Theory]
    [InlineData("a\u202Eb\u2069c", "a<202E>b<2069>c", "a&lt;202E&gt;b&lt;2069&gt;c")]
    [InlineData("@everyone <@&1> @room", "@everyone <@&1> @room", "@everyone &lt;@&amp;1&gt; @room")]
    [InlineData("</b><a href=\"http://y\">", "</b><a href=\"http://y\">", "&lt;/b&gt;&lt;a href=&quot;http://y&quot;&gt;")]
    [InlineData("[x](http://y) ``` _a_", "[x](http://y) ``` _a_", "[x](http://y) ``` _a_")]
    [InlineData("[red]\u001B[2J", "[red]<001B>[2J", "[red]&lt;001B&gt;[2J")]
    [InlineData("'; DROP TABLE", "'; DROP TABLE", "&#39;; DROP TABLE")]
    public void What_people_typed_is_data(string typed, string plain, string html)
    {
        var document = new Document(
            new Part.Text(new Line(new Inline.Typed(typed))),
            new Part.Tally([new TallyItem(typed)]),
            new Part.Text(new Line(new Inline.Person(typed))),
            new Part.Choices([new Choice(typed, "x")], true, Line.Of("")));
        var content = MessageContent.Of(document, "m.text", Texts.English, Place.Room);
        ((string)content["body"]!).Split('\n')[0].ShouldBe($"\u2068{plain}\u2069");
        ((string)content["formatted_body"]!).ShouldStartWith($"<p>\u2068{html}\u2069</p><ol><li>\u2068{html}\u2069</li></ol><p>\u2068{html}\u2069</p>");
        content["m.mentions"]!.ToJsonString().ShouldBe("{}");
    }

    [Fact]
    public void Half_a_character_is_shown_as_unreadable() => MatrixText.Shown("half \uD800").ShouldBe("\u2068half \uFFFD\u2069");

    private static string Shown(Document document, string language, Place place) =>
        MessageContent.Of(document, "m.text", Texts.In(language), place).ToJsonString(Readable)
            .Replace("\\n", "\n", StringComparison.Ordinal).Replace("</p>", "</p>\n", StringComparison.Ordinal).Replace("\u2068", "⟨", StringComparison.Ordinal).Replace("\u2069", "⟩", StringComparison.Ordinal);

    private static IEnumerable<Type> Cases(Type closed) => closed.GetNestedTypes(BindingFlags.Public).Where(type => type.IsSubclassOf(closed));

    private static IEnumerable<Inline> Pieces(Document document) => document.Parts.SelectMany(part => part switch
    {
        Part.Heading heading => heading.Title.Pieces.Concat(heading.Aside?.Pieces ?? []),
        Part.Text text => text.Line.Pieces,
        Part.Facts facts => facts.Lines.SelectMany(line => line.Pieces),
        Part.Choices choices => choices.Typed?.Pieces ?? [],
        _ => [],
    });
}
