using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using CivicBot.Adapters.Discord.Sending;
using CivicBot.Chat;

namespace CivicBot.Discord.Tests;

/// <summary>Every part and every piece of a line, as Discord gets it.</summary>
public class TheGallery
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Document Everything = new(
        new Part.Heading(new Line(new Inline.Words("Poll 1 · "), new Inline.Typed("Where do we meet?")), new Line(new Inline.Words("asked by "), new Inline.Person("alice", "discord:4711"))),
        new Part.Text(new Line(new Inline.Words("Closes "), new Inline.When(DateTimeOffset.UnixEpoch, "Tue 25 Nov, 14:00 (Paris)"), new Inline.Words(".\nSee "), new Inline.Link(new Uri("https://example.org/a_(b)?c=d&e=f"), "the rules"))),
        new Part.Tally([new TallyItem("Park", 2, 3), new TallyItem("Café", 3, 3), new TallyItem("Online", 0, 3)]),
        new Part.Facts([new Line(new Inline.Words("Your code: "), new Inline.Code("7F3K-92MX")), new Line(new Inline.Person("bo", "telegram:17"))]),
        new Part.Choices([new Choice("Park", "vote 1 1", "t1"), new Choice("Café", "vote 1 2", "t2"), new Choice("Online", "vote 1 3", "t3")], true, new Line(new Inline.Words("Or type "), new Inline.Command("vote 1 Café"))),
        new Part.Shortcuts([new Choice("Who voted", "who 1", "t4"), new Choice("Where is my vote?", "where-is-my-vote 1", "t5")]),
        new Part.Ask(Line.Of("Which options?"), 2, 3, Line.Of("One per line.")),
        new Part.InPrivate("vote 1 Café", "t6"),
        new Part.Note(Line.Of("Who chose what is public.")),
        new Part.Note(Line.Of("Departures are not seen.")),
        new Part.Attachment("receipt.json", "{\n  \"a\": \"<b>\"\n}\n"));

    private static readonly Document Refusal = new(new Part.Text(new Line(
        new Inline.Words("Poll 1 has no option “"), new Inline.Typed("**Beach**"), new Inline.Words("”. It offers Park, Café, Online. Type "), new Inline.Command("vote 1 Café"), new Inline.Words(", for instance."))));

    private static readonly Document Result = new(
        new Part.Heading(new Line(new Inline.Words("Fermé · "), new Inline.Typed("Où se retrouve-t-on ?"), new Inline.Words(" → "), new Inline.Typed("Café"))),
        new Part.Tally([new TallyItem("Parc", 2, 3), new TallyItem("Café", 3, 3)]),
        new Part.Text(Line.Of("5 personnes ont voté.")),
        new Part.Note(new Line(new Inline.Words("Registre : 14 entrées, "), new Inline.Code("3f9a1c07d2e4b586"))));

    [Fact]
    public void Is_complete()
    {
        Everything.Parts.Select(part => part.GetType()).ToHashSet().SetEquals(Cases(typeof(Part))).ShouldBeTrue();
        Pieces(Everything).Select(piece => piece.GetType()).ToHashSet().SetEquals(Cases(typeof(Inline))).ShouldBeTrue();
    }

    [Fact]
    public void Shows_a_card_as_approved() => Shown(Everything, Purpose.Opening, "en").ShouldMatchApproved(with => with.WithFileExtension("json").NoDiff());

    [Fact]
    public void Shows_a_result_as_approved() => Shown(Result, Purpose.Result, "fr").ShouldMatchApproved(with => with.WithFileExtension("json").NoDiff());

    [Fact]
    public void Shows_a_refusal_as_approved() => Readably(MessageContent.ForOne(Refusal, "en").Json).ShouldMatchApproved(with => with.WithFileExtension("json").NoDiff());

    [Fact]
    public void Shows_a_private_preview_as_approved() => Readably(MessageContent.ForOne(SomeDocuments.Preview, "en").Json).ShouldMatchApproved(with => with.WithFileExtension("json").NoDiff());

    [Fact]
    public async Task Shows_a_form_as_approved()
    {
        using var data = JsonDocument.Parse("{}");
        var incoming = new CivicBot.Adapters.Discord.Receiving.Incoming("99", "t", CivicBot.Adapters.Discord.Receiving.Kind.Command, "1", "2", "3", "Ana", data.RootElement);
        var form = await new CivicBot.Adapters.Discord.Receiving.OpenForms(new CivicBot.Adapters.Tests.KeptInMemory()).ShowAsync(incoming, SomeDocuments.Poll, CancellationToken.None);
        Readably(form).ShouldMatchApproved(with => with.WithFileExtension("json").NoDiff());
    }

    [Fact]
    public void Shows_the_commands_as_approved() => Readably(CivicBot.Adapters.Discord.Receiving.CommandDrawing.Of(SomeCommands.All)).ShouldMatchApproved(with => with.WithFileExtension("json").NoDiff());

    private static string Shown(Document document, Purpose purpose, string language) =>
        Readably(MessageContent.Of(new Delivery("d", new Destination.ToRoom("discord:1"), purpose, document, language)).Json);

    private static string Readably(System.Text.Json.Nodes.JsonNode json) => json.ToJsonString(Readable)
        .Replace("\\n", "\n", StringComparison.Ordinal).Replace("\u2068", "⟨", StringComparison.Ordinal).Replace("\u2069", "⟩", StringComparison.Ordinal);

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
