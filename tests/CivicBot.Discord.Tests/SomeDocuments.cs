using CivicBot.Chat;

namespace CivicBot.Discord.Tests;

/// <summary>Documents like those of the house.</summary>
internal static class SomeDocuments
{
    public static Document Card(params string[] options) => new(
        new Part.Heading(new Line(new Inline.Words("Poll 1 · "), new Inline.Typed("Where do we meet?")), new Line(new Inline.Words("asked by "), new Inline.Person("Ana"))),
        new Part.Tally([.. options.Select((option, n) => new TallyItem(option, n, options.Length))]),
        new Part.Choices([.. options.Select((option, n) => new Choice(option, $"vote 1 #{n + 1}", $"token-{n + 1}"))], Public: true, new Line(new Inline.Words("Or type "), new Inline.Command("vote 1 Café"))));

    public static Document Words(string words) => Document.Of(Line.Of(words));

    public static Document Preview { get; } = new(
        new Part.Text(Line.Of("This is how it would open.")),
        new Part.Choices([new Choice("Open it", "poll …", "yes-token"), new Choice("Change", "poll", "change-token")], Public: false));

    public static Form Poll { get; } = new(
        Line.Of("A new poll"),
        "poll",
        [
            new Field("question", "Question", Line.Of("What do you ask?")),
            new Field("options", "Options", Line.Of("Which options?"), Line.Of("One per line."), Lines: true),
            new Field("closes", "Closes", Line.Of("When does it close?"), Line.Of("2h, 3d, tomorrow 18:00"), Skip: "in 24 hours"),
        ],
        new Dictionary<string, IReadOnlyList<string>> { ["method"] = ["approval"], ["question"] = ["Tea?"] });
}
