using CivicBot.Chat;

namespace CivicBot.Telegram.Tests;

/// <summary>Documents as plugins make them.</summary>
internal static class Samples
{
    public static Document Recorded { get; } = new(new Part.Text(new Line(
        new Inline.Words("Recorded in poll 1: "), new Inline.Typed("Café"), new Inline.Words(". You can change it until 14:00. Your code: "), new Inline.Code("7F3K-92MX"))));

    /// <summary>With something to tap, so that a toast is not enough.</summary>
    public static Document Still { get; } = new(
        new Part.Text(Line.Of("Still: Café.")),
        new Part.Choices([new Choice("Take back", "withdraw 1", "tokenWithdraw")], Public: false, new Line(new Inline.Words("or type "), new Inline.Command("withdraw 1"))));

    public static Document Question { get; } = new(new Part.Ask(Line.Of("What is the question?"), 1, 2, Line.Of("In one sentence.")));

    public static Document InPrivate { get; } = new(new Part.Text(Line.Of("Others would see it.")), new Part.InPrivate("vote 3 Café", "tokenPrivate"));

    public static Document Long { get; } = Document.Of(Line.Of(string.Join(' ', Enumerable.Range(1, 80).Select(number => $"word{number}"))));

    public static Document Card(long cafe = 0, bool open = true) => new(
    [
        new Part.Heading(new Line(new Inline.Words("Poll 1 · "), new Inline.Typed("Where do we meet?")), new Line(new Inline.Words("asked by "), new Inline.Person("Ana", "telegram:101"))),
        new Part.Tally([new TallyItem("Park", 0, cafe), new TallyItem("Café", cafe, cafe)]),
        .. open ? (Part[])[new Part.Choices([new Choice("Park", "vote 1 #1", "tokenPark"), new Choice("Café", "vote 1 #2", "tokenCafe")], Public: true, new Line(new Inline.Words("Tap, or type "), new Inline.Command("vote 1 Café")))] : [],
    ]);
}
