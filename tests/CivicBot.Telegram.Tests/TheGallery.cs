using System.Reflection;
using CivicBot.Adapters.Telegram.Sending;
using CivicBot.Chat;

namespace CivicBot.Telegram.Tests;

/// <summary>Every part and every piece of a line, as Telegram gets it.</summary>
public class TheGallery
{
    private const string Bot = "civicbot_bot";

    private static readonly Document Everything = new(
        new Part.Heading(new Line(new Inline.Words("Poll 1 · "), new Inline.Typed("Where do we meet?")), new Line(new Inline.Words("asked by "), new Inline.Person("alice", "telegram:4711"))),
        new Part.Text(new Line(new Inline.Words("Closes "), new Inline.When(DateTimeOffset.UnixEpoch, "Tue 25 Nov, 14:00 (Paris)"), new Inline.Words(".\nSee "), new Inline.Link(new Uri("https://example.org/a?b=c&d=e"), "the rules"))),
        new Part.Tally([new TallyItem("Park", 2, 3), new TallyItem("Café", 3, 3), new TallyItem("Online", 0, 3)]),
        new Part.Facts([new Line(new Inline.Words("Your code: "), new Inline.Code("7F3K-92MX")), new Line(new Inline.Person("bo", "matrix:@bo:hs"))]),
        new Part.Choices([new Choice("Park", "vote 1 1", "t1"), new Choice("Café", "vote 1 2", "t2"), new Choice("Online", "vote 1 3", "t3")], true, new Line(new Inline.Words("Or type "), new Inline.Command("vote 1 Café"), new Inline.Words(", see "), new Inline.Command("where-is-my-vote"))),
        new Part.Shortcuts([new Choice("Where is my vote?", "where-is-my-vote 1", "t4"), new Choice("Read", "decision 1", "t5")]),
        new Part.Ask(Line.Of("Which options?"), 2, 3, Line.Of("One per line.")),
        new Part.InPrivate("vote 1 Café", "t6"),
        new Part.InPrivate("stand-aside 2"),
        new Part.Note(Line.Of("Who chose what is public.")),
        new Part.Attachment("receipt.json", "{\n  \"a\": \"<b>\"\n}\n"));

    private static readonly Document Result = new(
        new Part.Heading(new Line(new Inline.Words("Closed · "), new Inline.Typed("Where do we meet?"), new Inline.Words("  →  "), new Inline.Typed("Café"))),
        new Part.Text(Line.Of("Café 3, Park 2, Online 0. 4 people voted, each for as many as they liked.")),
        new Part.Note(new Line(new Inline.Words("Ledger: 14 entries, "), new Inline.Code("3f9a1c07d2e4b586"), new Inline.Words("… (whole below) · check it yourself: "), new Inline.Command("verify"))),
        new Part.Attachment("checkpoint.txt", "garden.civicbot\n14\nP5ocB9LktYZ...\n\n— garden.civicbot Az3grl...\n"));

    private static readonly Document Refusal = new(
        new Part.Text(new Line(new Inline.Words("Le sondage 1 n’a pas d’option « "), new Inline.Typed("Plage"), new Inline.Words(" ». Écrivez par exemple : "), new Inline.Command("voter 1 Café"))),
        new Part.Choices([new Choice("Café", "vote 1 #2"), new Choice("Parc", "vote 1 #1")], Public: false));

    private static readonly Document LongLabels = new(
        new Part.Tally([new TallyItem("A", 12, 12), new TallyItem("B", 7, 12)]),
        new Part.Choices([new Choice("The old bakery at the corner of the market square, first floor, behind the kitchen", "vote 1 #1", "t1"), new Choice("B", "vote 1 #2", "t2")], Public: true));

    [Fact]
    public void Is_complete()
    {
        Everything.Parts.Select(part => part.GetType()).ToHashSet().SetEquals(Cases(typeof(Part))).ShouldBeTrue();
        Pieces(Everything.Parts.Append(new Part.Text(new Line(new Inline.Typed("x"))))).Select(piece => piece.GetType()).ToHashSet().SetEquals(Cases(typeof(Inline))).ShouldBeTrue();
    }

    [Fact]
    public void Is_shown_in_a_group_as_approved() => Approve(Everything, "en", Audience.Group);

    [Fact]
    public void Is_shown_in_private_as_approved() => Approve(Everything, "fr", Audience.Private);

    [Fact]
    public void A_result_is_shown_as_approved() => Approve(Result, "en", Audience.Group);

    [Fact]
    public void A_refusal_without_buttons_shows_what_to_type() => Approve(Refusal, "fr", Audience.Group);

    [Fact]
    public void Long_labels_are_shortened_and_keep_their_counts() => Approve(LongLabels, "en", Audience.Group);

    private static void Approve(Document document, string language, Audience audience)
    {
        var drawn = new Drawing(Bot, language, audience).Of(document);
        var buttons = drawn.Keyboard?.InlineKeyboard.Select(row => string.Join("  ", row.Select(button => $"[{button.Text} → {button.CallbackData ?? button.Url}]"))) ?? [];
        var shown = drawn.Html + "\n\n" + string.Join('\n', buttons) + (drawn.Asks ? "\n(asks for a reply)" : "") + string.Concat(drawn.Files.Select(file => $"\n({file.FileName} below)"));
        shown = shown.TrimEnd() + "\n";
        shown = shown.Replace("\u2068", "⟨", StringComparison.Ordinal).Replace("\u2069", "⟩", StringComparison.Ordinal).Replace("\u2060", "¦", StringComparison.Ordinal).Replace("\u00A0", "~", StringComparison.Ordinal);
        shown.ShouldMatchApproved(with => with.WithFileExtension("txt").NoDiff().LocateTestMethodUsingAttribute<FactAttribute>());
    }

    private static IEnumerable<Type> Cases(Type closed) => closed.GetNestedTypes(BindingFlags.Public).Where(type => type.IsSubclassOf(closed));

    private static IEnumerable<Inline> Pieces(IEnumerable<Part> parts) => parts.SelectMany(part => part switch
    {
        Part.Heading heading => heading.Title.Pieces.Concat(heading.Aside?.Pieces ?? []),
        Part.Text text => text.Line.Pieces,
        Part.Facts facts => facts.Lines.SelectMany(line => line.Pieces),
        Part.Choices choices => choices.Typed?.Pieces ?? [],
        _ => [],
    });
}
