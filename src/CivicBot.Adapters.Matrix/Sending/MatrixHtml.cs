using System.Globalization;
using System.Text;
using CivicBot.Chat;

namespace CivicBot.Adapters.Matrix.Sending;

/// <summary>A document as the HTML that clients show. A fixed set of tags; a screen reader gets label, bar, count in the options' order.</summary>
internal static class MatrixHtml
{
    public static string Of(Document document) => string.Concat(document.Parts.Select(Of));

    private static string Of(Part part) => part switch
    {
        Part.Heading heading => $"<h4>{Of(heading.Title)}</h4>" + (heading.Aside is { } aside ? $"<p><em>{Of(aside)}</em></p>" : ""),
        Part.Text text => $"<p>{Of(text.Line)}</p>",
        Part.Facts facts => $"<ul>{string.Concat(facts.Lines.Select(line => $"<li>{Of(line)}</li>"))}</ul>",
        Part.Tally tally => $"<ol>{string.Concat(tally.Items.Select(Of))}</ol>",
        Part.Choices { Typed: { } typed } => $"<p>{Of(typed)}</p>",
        Part.Choices or Part.Shortcuts => "",
        Part.Ask ask => $"<p><strong>{Of(ask.Question)}</strong></p>" + (ask.Hint is { } hint ? $"<p><em>{Of(hint)}</em></p>" : ""),
        Part.InPrivate goOn => $"<p>{Command(goOn.Line)}</p>",
        Part.Note note => $"<p><em>{Of(note.Line)}</em></p>",
        Part.Attachment file => $"<p>{MatrixText.Html(MatrixText.Visible(file.FileName))}:</p><pre><code>{MatrixText.Html(MatrixText.Visible(file.Content))}</code></pre>",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Of(TallyItem item) => item.Count is { } count
        ? string.Create(CultureInfo.InvariantCulture, $"<li>{Typed(item.Label)} <code>{PlainText.Bar(count, item.Of)}</code> {count}</li>")
        : $"<li>{Typed(item.Label)}</li>";

    private static string Of(Line line)
    {
        var html = new StringBuilder();
        foreach (var piece in line.Pieces) html.Append(Of(piece));
        return html.ToString();
    }

    private static string Of(Inline piece) => piece switch
    {
        Inline.Words words => Lines(words.Text),
        Inline.Typed typed => Typed(typed.Text),
        Inline.Command command => Command(command.Line),
        Inline.Person person => Person(person),
        Inline.When moment => MatrixText.Html(moment.Text),
        Inline.Code code => $"<code>{MatrixText.Html(MatrixText.Visible(code.Text))}</code>",
        Inline.Link link => Link(link),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Typed(string text) => Lines(MatrixText.Shown(text));

    private static string Lines(string text) => MatrixText.Html(text).Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>To be copied as it is, so without isolates: the element keeps it apart.</summary>
    private static string Command(string line) => $"<code>!{MatrixText.Html(MatrixText.Visible(line))}</code>";

    /// <summary>A link to the person, which pings nobody: mentions are declared apart from the text, and we declare none.</summary>
    private static string Person(Inline.Person person)
    {
        var name = Typed(person.Name);
        if (person.Account is null || Names.Id(person.Account) is not { } user) return name;
        var segment = Uri.EscapeDataString(user).Replace("%40", "@", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal);
        return $"<a href=\"https://matrix.to/#/{MatrixText.Html(segment)}\">{name}</a>";
    }

    private static string Link(Inline.Link link) => link.To.IsAbsoluteUri && link.To.Scheme == "https"
        ? $"<a href=\"{MatrixText.Html(link.To.AbsoluteUri)}\">{MatrixText.Html(link.Label)}</a> ({MatrixText.Html(link.To.IdnHost)})"
        : $"{MatrixText.Html(link.Label)} ({MatrixText.Html(link.To.ToString())})";
}
