using CivicBot.Chat;

namespace CivicBot.Adapters.Telegram.Sending;

/// <summary>Shortens a document until it fits a message: long texts first, then long lists; and it says so. The beginning stays, and what can be tapped.</summary>
internal sealed class Fitting(int texts, int lines, int commands = 4_000)
{
    private static readonly Fitting[] Steps = [new(1_500, 80), new(600, 40), new(250, 25), new(100, 12), new(40, 5), new(40, 5, commands: 400)];

    /// <param name="remark">What is said below a document that was shortened.</param>
    /// <param name="fits">Whether a document is short enough.</param>
    public static Document Of(Document document, Line remark, Func<Document, bool> fits)
    {
        if (fits(document)) return document;
        var note = new Part.Note(remark);
        var shorter = document;
        foreach (var step in Steps)
        {
            shorter = new Document([.. document.Parts.Select(step.Of), note]);
            if (fits(shorter)) return shorter;
        }

        var parts = shorter.Parts.SkipLast(1).ToList();
        while (parts.Count > 1 && !fits(new Document([.. parts, note])) && parts.FindLastIndex(part => part is not (Part.Choices or Part.Shortcuts or Part.InPrivate)) is > 0 and var last)
        {
            parts.RemoveAt(last);
        }

        return new Document([.. parts, note]);
    }

    private Part Of(Part part) => part switch
    {
        Part.Heading heading => new Part.Heading(Of(heading.Title), heading.Aside is null ? null : Of(heading.Aside)),
        Part.Text text => new Part.Text(Of(text.Line)),
        Part.Facts facts => new Part.Facts([.. facts.Lines.Take(lines).Select(Of)]),
        Part.Tally tally => new Part.Tally([.. tally.Items.Take(lines).Select(item => item with { Label = Of(item.Label) })]),
        Part.Ask ask => ask with { Question = Of(ask.Question), Hint = ask.Hint is null ? null : Of(ask.Hint) },
        Part.Note note => new Part.Note(Of(note.Line)),
        _ => part,
    };

    private Line Of(Line line) => new([.. line.Pieces.Take(lines).Select(Of)]);

    private Inline Of(Inline piece) => piece switch
    {
        Inline.Words words => new Inline.Words(Of(words.Text)),
        Inline.Typed typed => new Inline.Typed(Of(typed.Text)),
        Inline.Person person => person with { Name = Of(person.Name) },
        Inline.Command command when command.Line.Length > commands => new Inline.Words(TelegramText.Shortened("/" + command.Line, commands)), // none that could be copied and would be a wrong one
        _ => piece,
    };

    private string Of(string text) => TelegramText.Shortened(text, texts);
}
