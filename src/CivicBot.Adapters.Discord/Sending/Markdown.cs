using System.Globalization;
using System.Text;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Sending;

/// <summary>A document as the title and the text of an embed.</summary>
internal sealed record Markdown(string? Title, string Text)
{
    public const int LongestTitle = 256;
    public const int LongestText = 4_096;

    public bool Fits => Text.Length <= LongestText; // a title that is too long stands in the text

    /// <param name="typedOnly">What found no room among the buttons.</param>
    public static Markdown Of(Document document, IReadOnlyList<Choice> typedOnly, Texts own)
    {
        var text = new StringBuilder();
        string? title = null;
        Part? before = null;
        foreach (var part in document.Parts)
        {
            if (title is null && before is null && part is Part.Heading heading && Of(heading.Title) is { Length: <= LongestTitle } whole)
            {
                title = whole;
                if (heading.Aside is { } aside) text.Append(Small(Of(aside)));
            }
            else if (Block(part) is { Length: > 0 } block)
            {
                if (text.Length > 0) text.Append(part is Part.Note && before is Part.Note or Part.Choices ? "\n" : "\n\n");
                text.Append(block);
            }

            before = part;
        }

        if (typedOnly.Count > 0)
        {
            text.Append("\n\n").Append(own.NotAllButtons);
            foreach (var choice in typedOnly) text.Append("\n- ").Append(DiscordText.Shown(choice.Label)).Append(": ").Append(Command(choice.Act));
        }

        return new Markdown(title, text.ToString());
    }

    private static string Block(Part part) => part switch
    {
        Part.Heading heading => "### " + Of(heading.Title) + (heading.Aside is { } aside ? "\n" + Small(Of(aside)) : ""),
        Part.Text text => Of(text.Line),
        Part.Facts facts => string.Join('\n', facts.Lines.Select(line => "- " + Of(line))),
        Part.Tally tally => string.Join('\n', tally.Items.Select(Of)),
        Part.Choices { Typed: { } typed } => Small(Of(typed)),
        Part.Choices or Part.Shortcuts => "",
        Part.Ask ask => $"**{Of(ask.Question)}**" + (ask.Hint is { } hint ? "\n" + Small(Of(hint)) : ""),
        Part.InPrivate goOn => Command(goOn.Line),
        Part.Note note => Small(Of(note.Line)),
        Part.Attachment => "", // a file shows itself
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The bar on a line of its own: a long label would push it around on a phone.</summary>
    private static string Of(TallyItem item, int index) => item.Count is { } count
        ? string.Create(CultureInfo.InvariantCulture, $"**{index + 1}** · {DiscordText.Shown(item.Label)}\n`{PlainText.Bar(count, item.Of)}` {count}")
        : string.Create(CultureInfo.InvariantCulture, $"**{index + 1}** · {DiscordText.Shown(item.Label)}");

    private static string Of(Line line) => string.Concat(line.Pieces.Select(Of));

    private static string Of(Inline piece) => piece switch
    {
        Inline.Words words => DiscordText.Escaped(words.Text),
        Inline.Typed typed => DiscordText.Shown(typed.Text),
        Inline.Command command => Command(command.Line),
        Inline.Person person => DiscordText.Shown(person.Name),
        Inline.When moment => string.Create(CultureInfo.InvariantCulture, $"{DiscordText.Escaped(moment.Text)}, <t:{moment.At.ToUnixTimeSeconds()}:R>"), // Discord keeps it true
        Inline.Code code => DiscordText.Code(code.Text),
        Inline.Link link => Link(link),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Command(string line) => DiscordText.Code("/" + line);

    private static string Link(Inline.Link link) => link.To.IsAbsoluteUri && link.To.Scheme == "https"
        ? $"[{DiscordText.Escaped(link.Label)}]({link.To.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)}) ({DiscordText.Escaped(link.To.IdnHost)})"
        : $"{DiscordText.Escaped(link.Label)} ({DiscordText.Escaped(link.To.ToString())})";

    private static string Small(string text) => string.Join('\n', text.Split('\n').Where(line => line.Length > 0).Select(line => "-# " + line));
}
