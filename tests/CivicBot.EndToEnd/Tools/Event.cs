using System.Text.Json.Nodes;

namespace CivicBot.EndToEnd.Tools;

/// <summary>An event of a room, as the homeserver gives it to somebody in it.</summary>
internal sealed record Event(JsonObject Json)
{
    public string Id => (string)Json["event_id"]!;

    public string Type => (string)Json["type"]!;

    public string Sender => (string)Json["sender"]!;

    public JsonObject Content => Json["content"]!.AsObject();

    /// <summary>Without the isolates that the bot puts around typed text.</summary>
    public string Body => Bare((string?)Content["body"]);

    public string Html => (string?)Content["formatted_body"] ?? "";

    public string? Relation => (string?)Content["m.relates_to"]?["rel_type"];

    public string? About => (string?)Content["m.relates_to"]?["event_id"];

    /// <summary>Of a reaction.</summary>
    public string? Key => (string?)Content["m.relates_to"]?["key"];

    /// <summary>Of an edit: the text as it stands after it.</summary>
    public string NewBody => Bare((string?)Content["m.new_content"]?["body"]);

    public bool IsEdit => Relation == "m.replace";

    public bool IsMessage => Type == "m.room.message" && Content.Count > 0;

    /// <summary>The card of a poll itself, not a drawing of it in an answer.</summary>
    public bool IsCard(int number) => IsLoud && Body.StartsWith($"Poll {number} ·", StringComparison.Ordinal);

    public bool IsResult(string title) => IsLoud && Body.StartsWith($"Closed · {title} ", StringComparison.Ordinal);

    private bool IsLoud => IsMessage && !IsEdit && (string?)Content["msgtype"] == "m.text";

    public override string ToString() => $"{Sender} {Type} {Relation} {Key} {(IsEdit ? NewBody : Body)}";

    private static string Bare(string? text) => text?.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal) ?? "";
}
