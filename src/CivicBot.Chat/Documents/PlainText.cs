using System.Text;

namespace CivicBot.Chat;

/// <summary>A document as lines of plain text: for terminals, for the plain body of a message, for a screen reader.</summary>
/// <param name="prefix">What typed commands begin with there.</param>
/// <param name="typed">How the platform shows text that people typed, so that nothing in it is executed.</param>
/// <param name="buttons">Show choices as <c>[Label]</c>.</param>
/// <param name="width">Where an aside ends; 0 puts it right behind.</param>
/// <param name="files">Show what is in an attached file; else its name.</param>
public sealed class PlainText(string prefix, Func<string, string> typed, bool buttons, int width = 0, bool files = true)
{
    private const int BarLength = 12;

    public string Of(Document document) => string.Join('\n', Lines(document));

    public IEnumerable<string> Lines(Document document) => document.Parts.SelectMany(Lines);

    public string Of(Line line) => string.Concat(line.Pieces.Select(Of));

    private string Of(Inline piece) => piece switch
    {
        Inline.Words words => words.Text,
        Inline.Typed text => typed(text.Text),
        Inline.Command command => prefix + Copyable(command.Line),
        Inline.Person person => typed(person.Name),
        Inline.When moment => moment.Text,
        Inline.Code code => code.Text,
        Inline.Link link => $"{link.Label} ({link.To})",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A command is there to be copied: marks around what people typed would be copied along, so they stay out where nothing in it is invisible.</summary>
    private string Copyable(string line) =>
        line.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control) ? typed(line) : line;

    private IEnumerable<string> Lines(Part part) => part switch
    {
        Part.Heading heading => [Headed(Of(heading.Title), heading.Aside is null ? "" : Of(heading.Aside))],
        Part.Text text => Of(text.Line).Split('\n'),
        Part.Facts facts => facts.Lines.Select(line => "  " + Of(line)),
        Part.Tally { Items.Count: > 0 } tally => Bars(tally.Items),
        Part.Tally => [],
        Part.Choices choices => Pressable(choices),
        // All of it can be typed.
        Part.Shortcuts => [],
        Part.Ask ask => [Of(ask.Question), .. ask.Hint is null ? Array.Empty<string>() : ["  " + Of(ask.Hint)]],
        Part.InPrivate goOn => [prefix + typed(goOn.Line)],
        Part.Note note => [Of(note.Line)],
        Part.Attachment named when !files => [$"[{named.FileName}]"],
        Part.Attachment file => [file.FileName + ":", .. file.Content.TrimEnd('\n').Split('\n')],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string Headed(string title, string aside) =>
        aside.Length == 0 ? title : title + new string(' ', Math.Max(3, width - title.Length - aside.Length)) + aside;

    private IEnumerable<string> Pressable(Part.Choices choices)
    {
        var line = new StringBuilder();
        if (buttons) line.AppendJoin(' ', choices.Items.Select(choice => $"[{typed(choice.Label)}]"));
        if (choices.Typed is { } words) line.Append(line.Length == 0 ? "" : "   ").Append(Of(words));
        if (line.Length > 0) yield return line.ToString();
    }

    private IEnumerable<string> Bars(IReadOnlyList<TallyItem> items)
    {
        var labels = items.Select(item => typed(item.Label)).ToList();
        var column = Math.Min(40, labels.Max(label => label.Length));
        var digits = items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        for (var i = 0; i < items.Count; i++)
        {
            var number = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits);
            yield return items[i].Count is { } count
                ? $"  {number}  {labels[i].PadRight(column)}  {Bar(count, items[i].Of)}  {count}"
                : $"  {number}  {labels[i]}";
        }
    }

    /// <summary>A bar of twelve blocks; something is never shown as nothing.</summary>
    public static string Bar(long count, long of)
    {
        var filled = of <= 0 || count <= 0 ? 0 : (int)Math.Clamp(((count * BarLength * 2) + of) / (of * 2), 1, BarLength);
        return new string('█', filled) + new string('░', BarLength - filled);
    }
}
