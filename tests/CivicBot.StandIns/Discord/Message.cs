using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Discord;

/// <summary>A message as people see it.</summary>
public sealed class Message
{
    internal Message(string id, Channel channel, string author) => (Id, Channel, Author) = (id, channel, author);

    public string Id { get; }

    public Channel Channel { get; }

    /// <summary>The id of who wrote it.</summary>
    public string Author { get; }

    /// <summary>As it was sent last: content, embeds, components.</summary>
    public JsonObject Json { get; internal set; } = [];

    public IReadOnlyDictionary<string, string> Files { get; internal set; } = new Dictionary<string, string>();

    /// <summary>Only one person sees it.</summary>
    public bool IsEphemeral { get; internal set; }

    /// <summary>It still says "thinking".</summary>
    public bool IsThinking { get; internal set; }

    public bool IsDeleted { get; internal set; }

    /// <summary>When it was edited.</summary>
    public IReadOnlyList<DateTimeOffset> Edits => [.. Edited];

    /// <summary>The message that it answers.</summary>
    public string? AnswerTo => (string?)Json["message_reference"]?["message_id"];

    public string? Title => (string?)Embed?["title"];

    /// <summary>All that can be read in it, but for the title.</summary>
    public string Text => string.Join('\n', new[] { (string?)Json["content"], (string?)Embed?["description"] }.Where(text => !string.IsNullOrEmpty(text)));

    /// <summary>The labels of its buttons and the entries of its lists, in order.</summary>
    public IReadOnlyList<string> Buttons => [.. Pressable().Select(one => one.Label)];

    internal List<DateTimeOffset> Edited { get; } = [];

    private JsonNode? Embed => (Json["embeds"] as JsonArray)?.FirstOrDefault();

    internal IEnumerable<(string Label, string CustomId, string? Value)> Pressable()
    {
        foreach (var component in (Json["components"] as JsonArray ?? []).SelectMany(row => row!["components"] as JsonArray ?? []))
        {
            var id = (string?)component!["custom_id"] ?? "";
            if (component["options"] is not JsonArray options) yield return ((string?)component["label"] ?? "", id, null);
            else foreach (var option in options) yield return ((string?)option!["label"] ?? "", id, (string?)option["value"]);
        }
    }

    internal JsonObject Shown(string bot) => new()
    {
        ["id"] = Id,
        ["channel_id"] = Channel.Id,
        ["type"] = AnswerTo is null ? 0 : 19,
        ["author"] = new JsonObject { ["id"] = Author, ["username"] = Author == bot ? "civicbot" : "person", ["bot"] = Author == bot },
        ["content"] = Json["content"]?.DeepClone() ?? "",
        ["embeds"] = Json["embeds"]?.DeepClone() ?? new JsonArray(),
        ["components"] = Json["components"]?.DeepClone() ?? new JsonArray(),
        ["flags"] = (IsEphemeral ? 64 : 0) | (IsThinking ? 128 : 0),
        ["mentions"] = new JsonArray(),
    };
}
