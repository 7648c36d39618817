using CivicBot.Chat;

namespace CivicBot.Adapters.Matrix.Sending;

/// <summary>Shortens a document until it fits a message: long texts first, then long lists; and it says so. The beginning stays, and what can be typed.</summary>
internal sealed class Fitting(int texts, int lines)
{
    private static readonly Fitting[] Steps = [new(4_000, 200), new(1_000, 60), new(400, 30), new(150, 20), new(60, 10), new(30, 4)];

    /// <param name="fits">Whether a document is short enough.</param>
    public static Document Of(Document document, Texts own, Func<Document, bool> fits)
    {
        if (fits(document)) return document;
        var remark = new Part.Note(Line.Of(own.Shortened));
        var shorter = document;
        foreach (var step in Steps)
        {
            shorter = new Document([.. document.Parts.Select(step.Of), remark]);
            if (fits(shorter)) return shorter;
        }

        var parts = shorter.Parts.SkipLast(1).ToList();
        while (parts.Count > 1 && !fits(new Document([.. parts, remark]))) parts.RemoveAt(parts.Count - 1);
        return new Document([.. parts, remark]);
    }

    private Part Of(Part part) => part switch
    {
        Part.Heading heading => new Part.Heading(Of(heading.Title), heading.Aside is null ? null : Of(heading.Aside)),
        Part.Text text => new Part.Text(Of(text.Line)),
        Part.Facts facts => new Part.Facts([.. facts.Lines.Take(lines).Select(Of)]),
        Part.Tally tally => new Part.Tally([.. tally.Items.Take(lines).Select(item => item with { Label = Of(item.Label) })]),
        Part.Ask ask => ask with { Question = Of(ask.Question), Hint = ask.Hint is null ? null : Of(ask.Hint) },
        Part.Note note => new Part.Note(Of(note.Line)),
        Part.Attachment file => file with { Content = Of(file.Content) },
        _ => part,
    };

    private Line Of(Line line) => new([.. line.Pieces.Take(lines).Select(Of)]);

    private Inline Of(Inline piece) => piece switch
    {
        Inline.Words words => new Inline.Words(Of(words.Text)),
        Inline.Typed typed => new Inline.Typed(Of(typed.Text)),
        Inline.Person person => person with { Name = Of(person.Name) },
        _ => piece, // a command or a code cut short would be a wrong one
    };

    private string Of(string text)
    {
        if (text.Length <= texts) return text;
        var end = char.IsHighSurrogate(text[texts - 1]) ? texts - 1 : texts;
        return text[..end] + "…";
    }
}
