using System.Globalization;
using System.Text;
using CivicBot.Chat;

namespace CivicBot.Adapters.Telegram.Sending;

/// <summary>A document as the HTML that Telegram reads. A fixed set of tags; a screen reader gets label, bar, count in the options' order.</summary>
internal static class TelegramHtml
{
    public static string Of(Document document)
    {
        var html = new StringBuilder();
        Part? before = null;
        foreach (var part in document.Parts)
        {
            var block = Of(part);
            if (block.Length == 0) continue;
            if (before is not null) html.Append(Apart(before, part) ? "\n\n" : "\n");
            html.Append(block);
            before = part;
        }

        return html.ToString();
    }

    private static bool Apart(Part above, Part below) => above is Part.Heading or Part.Tally || below is Part.Tally or Part.Attachment;

    private static string Of(Part part) => part switch
    {
        Part.Heading heading => In("b", heading.Title) + (heading.Aside is { } aside ? "\n" + In("i", aside) : ""),
        Part.Text text => Of(text.Line),
        Part.Facts facts => string.Join('\n', facts.Lines.Select(line => "• " + Of(line))),
        Part.Tally tally => string.Join('\n', tally.Items.Select(Of)),
        Part.Choices { Typed: { } typed } => Of(typed),
        Part.Choices or Part.Shortcuts or Part.InPrivate => "", // buttons
        Part.Ask ask => In("b", ask.Question) + (ask.Hint is { } hint ? "\n" + In("i", hint) : ""),
        Part.Note note => In("i", note.Line),
        Part.Attachment file => $"{TelegramText.Html(TelegramText.Shown(file.FileName))}:\n<pre>{TelegramText.Html(TelegramText.Visible(file.Content.TrimEnd('\n')))}</pre>",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Of(TallyItem item, int index) => item.Count is { } count
        ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {Typed(item.Label)}  <code>{PlainText.Bar(count, item.Of)}</code> {count}")
        : string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {Typed(item.Label)}");

    private static string Of(Line line) => string.Concat(line.Pieces.Select(Of));

    /// <summary>All of a line but what is to be copied: to Telegram code stands in nothing else.</summary>
    private static string In(string tag, Line line)
    {
        var html = new StringBuilder();
        foreach (var piece in line.Pieces.Select(Of).Where(piece => piece.Length > 0)) html.Append(piece.StartsWith("<code>", StringComparison.Ordinal) ? piece : $"<{tag}>{piece}</{tag}>");
        return html.Replace($"</{tag}><{tag}>", "").ToString();
    }

    private static string Of(Inline piece) => piece switch
    {
        Inline.Words words => TelegramText.Html(words.Text),
        Inline.Typed typed => Typed(typed.Text),
        Inline.Command command => Command(command.Line),
        Inline.Person person => Typed(person.Name), // no link: it would ring
        Inline.When moment => TelegramText.Html(moment.Text),
        Inline.Code code => $"<code>{TelegramText.Html(TelegramText.Visible(code.Text))}</code>",
        Inline.Link link => Link(link),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Typed(string text) => TelegramText.Html(TelegramText.Shown(text));

    /// <summary>A single word can be tapped as it stands; a whole line is tapped to be copied, so it has no marks inside.</summary>
    private static string Command(string line)
    {
        var shown = "/" + TelegramText.Html(TelegramText.Visible(line));
        return line.All(one => char.IsAsciiLetterOrDigit(one) || one is '_' or '@') ? shown : $"<code>{shown}</code>";
    }

    private static string Link(Inline.Link link) => link.To.IsAbsoluteUri && link.To.Scheme == "https"
        ? $"<a href=\"{TelegramText.Html(link.To.AbsoluteUri)}\">{TelegramText.Html(link.Label)}</a> ({TelegramText.Html(TelegramText.Shown(link.To.IdnHost))})"
        : $"{TelegramText.Html(link.Label)} ({TelegramText.Html(TelegramText.Shown(link.To.ToString()))})";
}
