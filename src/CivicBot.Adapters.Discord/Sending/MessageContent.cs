using System.Text.Json.Nodes;
using CivicBot.Adapters.Discord.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Sending;

/// <summary>What our messages carry: an embed, buttons, files, and that nobody is pinged.</summary>
internal static class MessageContent
{
    private const int Colour = 0xE0913A; // warm, and readable on light and dark
    private const int MostFiles = 10;
    private const int Private = 64;

    private static readonly PlainText Plain = new("/", DiscordText.Visible, buttons: false);

    /// <summary>A message in a channel.</summary>
    public static Payload Of(Delivery delivery) => Of(delivery.Document, delivery.Language, isPrivate: false, lasting: delivery.Purpose is Purpose.Card or Purpose.Opening);

    /// <summary>An answer that one person sees.</summary>
    public static Payload ForOne(Document document, string language) => Of(document, language, isPrivate: true, lasting: false);

    /// <summary>The same, not in the place of the first answer: only there it need not be said again that one person sees it.</summary>
    public static Payload Following(Payload payload)
    {
        payload.Json["flags"] = Private;
        return payload;
    }

    /// <summary>Our own words to one person, as the whole first answer.</summary>
    public static JsonObject Words(string text) => new()
    {
        ["content"] = text,
        ["flags"] = Private,
        ["allowed_mentions"] = NoPings(),
    };

    /// <param name="lasting">The message will be redrawn, so it takes no file for what had no room.</param>
    private static Payload Of(Document document, string language, bool isPrivate, bool lasting)
    {
        var own = Texts.In(language);
        var buttons = Buttons.Of(document, own, isPrivate);
        var fitting = Fitting.Of(document, lasting ? own.Shortened : own.ShortenedWithFile, shorter => Markdown.Of(shorter, buttons.Left, own).Fits);
        var markdown = Markdown.Of(fitting, buttons.Left, own);
        var files = document.Parts.OfType<Part.Attachment>().Take(MostFiles).ToList();
        if (!ReferenceEquals(fitting, document) && !lasting && files.Count < MostFiles) files.Add(new Part.Attachment("civicbot.txt", Plain.Of(document)));
        var embed = new JsonObject { ["color"] = Colour };
        if (markdown.Title is { } title) embed["title"] = title;
        if (markdown.Text.Length > 0) embed["description"] = markdown.Text;
        var json = new JsonObject
        {
            ["embeds"] = new JsonArray(embed),
            ["components"] = buttons.Rows,
            ["allowed_mentions"] = NoPings(),
        };
        if (files.Count > 0) json["attachments"] = new JsonArray([.. files.Select((file, n) => new JsonObject { ["id"] = n.ToString(System.Globalization.CultureInfo.InvariantCulture), ["filename"] = file.FileName })]);
        return new Payload(json, files);
    }

    private static JsonObject NoPings() => new() { ["parse"] = new JsonArray() };
}
