using System.Text;
using System.Text.Json.Nodes;
using CivicBot.Adapters.Matrix.Receiving;
using CivicBot.Chat;

namespace CivicBot.Adapters.Matrix.Sending;

/// <summary>The content of our events.</summary>
internal static class MessageContent
{
    /// <summary>The delivery's id in the event itself: it outlasts the server's memory of transactions.</summary>
    public const string Outbox = "org.civicbot.outbox";

    /// <summary>An event holds 64 kB with everything; an edit holds the text once more, and quotes double when they are signed.</summary>
    public const int Budget = 16 * 1024;

    private const int FallbackOfAnEdit = 300;

    private static readonly PlainText Plain = new("!", MatrixText.Shown, buttons: false);

    /// <param name="type"><c>m.text</c> or <c>m.notice</c>.</param>
    public static JsonObject Of(Document document, string type, Texts texts, Place place)
    {
        var fitting = Fitting.Of(Wording.Of(document, texts, place), texts, Fits);
        return new JsonObject
        {
            ["msgtype"] = type,
            ["body"] = Body(fitting),
            ["format"] = "org.matrix.custom.html",
            ["formatted_body"] = MatrixHtml.Of(fitting),
            ["m.mentions"] = new JsonObject(), // declared, so that no word in the text pings anybody
        };
    }

    /// <summary>The same in the place of an earlier message. For clients that cannot show edits the beginning stands in front.</summary>
    public static JsonObject Replacing(string message, JsonObject content)
    {
        var body = (string?)content["body"] ?? "";
        var first = body.Length <= FallbackOfAnEdit ? body : body[..(char.IsHighSurrogate(body[FallbackOfAnEdit - 1]) ? FallbackOfAnEdit - 1 : FallbackOfAnEdit)] + "…";
        return new JsonObject
        {
            ["msgtype"] = (string?)content["msgtype"],
            ["body"] = "* " + first,
            ["m.mentions"] = new JsonObject(),
            ["m.new_content"] = content,
            ["m.relates_to"] = new JsonObject { ["rel_type"] = "m.replace", ["event_id"] = message },
        };
    }

    public static JsonObject Reaction(string message, string key) => new()
    {
        ["m.relates_to"] = new JsonObject { ["rel_type"] = "m.annotation", ["event_id"] = message, ["key"] = key },
    };

    public static JsonObject Number(string message, int number) => Reaction(message, ReactionKey.Of(number));

    private static bool Fits(Document document) =>
        Encoding.UTF8.GetByteCount(Body(document)) + Encoding.UTF8.GetByteCount(MatrixHtml.Of(document)) <= Budget;

    private static string Body(Document document) => Plain.Of(document);
}
