using CivicBot.Chat;
using Telegram.Bot.Types.ReplyMarkups;

namespace CivicBot.Adapters.Telegram.Sending;

/// <summary>A document as it goes out.</summary>
/// <param name="Files">What is too long to stand in the text.</param>
internal sealed record Drawn(string Html, InlineKeyboardMarkup? Keyboard, IReadOnlyList<Part.Attachment> Files, bool Asks);

/// <summary>Draws documents for one audience in one language.</summary>
internal sealed class Drawing(string bot, string language, Audience audience)
{
    private const int Longest = 4_096;
    private const int LongestInText = 600;
    private const int LongestToast = 200;

    private readonly Texts _texts = Texts.In(language);
    private readonly Wording _wording = new(bot, Texts.In(language), audience);

    public Drawn Of(Document document)
    {
        var worded = _wording.Of(document);
        var files = worded.Parts.OfType<Part.Attachment>().Where(file => file.Content.Length > LongestInText).ToList();
        worded = new Document([.. worded.Parts.Where(part => part is not Part.Attachment file || !files.Contains(file))]);
        if (Keyboard.Overflows(worded)) worded = new Document([.. worded.Parts, new Part.Note(Line.Of(_texts.MoreToType))]);
        var fitting = Fitting.Of(worded, Shortened, candidate => TelegramText.Length(TelegramHtml.Of(candidate)) <= Longest);
        var html = TelegramHtml.Of(fitting);
        return new Drawn(html.Length > 0 ? html : "…", new Keyboard(bot, _texts, audience).Of(worded), files, document.Parts.Any(part => part is Part.Ask));
    }

    /// <summary>As the words of a toast, which shows neither buttons nor files nor links.</summary>
    /// <param name="behind">What is said instead of the rest, where it does not fit.</param>
    public (string Text, bool Whole) Toast(Document document, string behind = "")
    {
        var worded = _wording.Of(document);
        var said = new PlainText("/", TelegramText.Isolated, buttons: false, files: false).Of(new Document([.. worded.Parts.Where(part => part is not Part.InPrivate)])).Trim();
        var whole = said.Length <= LongestToast && !worded.Parts.Any(IsMore);
        if (whole) return (said, true);
        if (behind.Length == 0) return (TelegramText.Shortened(said, LongestToast), false);
        var room = LongestToast - behind.Length - 1;
        return ((said.Length <= room ? said : TelegramText.Shortened(said, room).TrimEnd('…')) + " " + behind, false); // behind begins with a sign of its own

    }

    /// <summary>What one can do with it is more than its words.</summary>
    private static bool IsMore(Part part) => part switch
    {
        Part.Choices choices => choices.Items.Count > 0,
        Part.Shortcuts shortcuts => shortcuts.Items.Count > 0,
        Part.Ask or Part.InPrivate or Part.Attachment => true,
        Part.Text text => text.Line.Pieces.Any(piece => piece is Inline.Link),
        _ => false,
    };

    private Line Shortened => new(new Inline.Words(_texts.Shortened), new Inline.Command(_wording.Typed("decisions")));
}
