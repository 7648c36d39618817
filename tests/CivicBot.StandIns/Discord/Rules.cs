using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CivicBot.StandIns.Discord;

/// <summary>What the platform refuses beyond what its description says.</summary>
internal static partial class Rules
{
    public static void Message(JsonNode body, int files, bool empty = false)
    {
        if (((string?)body["content"])?.Length > 2_000) throw Refused.Form("content: at most 2000");
        var embeds = body["embeds"] as JsonArray ?? [];
        if (embeds.Sum(embed => Length(embed!["title"]) + Length(embed["description"]) + Length(embed["footer"]?["text"])) > 6_000) throw Refused.Form("embeds: at most 6000 together");
        foreach (var embed in embeds)
        {
            if (Length(embed!["description"]) > 4_096) throw Refused.Form("embeds.description: at most 4096");
        }

        if (embeds.All(embed => Length(embed!["title"]) + Length(embed["description"]) == 0) && string.IsNullOrEmpty((string?)body["content"]) && files == 0 && !empty) throw new Refused(400, 50006, "Cannot send an empty message");
        var rows = body["components"] as JsonArray ?? [];
        if (rows.Count > 5) throw Refused.Form("components: at most 5 rows");
        var ids = new HashSet<string>();
        foreach (var row in rows)
        {
            var components = row!["components"]!.AsArray();
            if (components.Count > 5 || (components.Count > 1 && components.Any(one => (int)one!["type"]! == 3))) throw Refused.Form("components: five buttons or one list in a row");
            foreach (var one in components)
            {
                if (!ids.Add((string?)one!["custom_id"] ?? throw Refused.Form("custom_id: missing"))) throw Refused.Form("custom_id: twice in one message");
                if (one["options"] is JsonArray options && options.Select(option => (string?)option!["value"]).Distinct().Count() != options.Count) throw Refused.Form("options: a value twice");
            }
        }

        if ((body["attachments"] as JsonArray)?.Count is { } named && named != files) throw Refused.Form("attachments: other files than were sent");
    }

    public static void Modal(JsonNode data)
    {
        var components = data["components"]!.AsArray();
        if (components.Count > 5) throw Refused.Form("components: at most 5");
        if (components.Select(one => (string?)one!["component"]?["custom_id"]).Distinct().Count() != components.Count) throw Refused.Form("custom_id: twice in one form");
        foreach (var one in components)
        {
            if (one!["component"]?["label"] is not null) throw Refused.Form("label: stands outside");
        }
    }

    public static void Commands(JsonArray commands)
    {
        var ofKind = commands.GroupBy(command => (int?)command!["type"] ?? 1).ToDictionary(group => group.Key, group => group.ToList());
        if (ofKind.GetValueOrDefault(1)?.Count > 100 || ofKind.GetValueOrDefault(3)?.Count > 15) throw new Refused(400, 30032, "Maximum number of application commands reached");
        foreach (var (kind, group) in ofKind)
        {
            Differ(group);
            foreach (var command in group)
            {
                if (kind != 1)
                {
                    if (!string.IsNullOrEmpty((string?)command!["description"]) || command["options"] is JsonArray { Count: > 0 }) throw Refused.Form("a menu entry has neither description nor options");
                    continue;
                }

                Named(command!);
                if (Size(command!) > 8_000) throw Refused.Form("a command has at most 8000 characters");
                Options(command!["options"] as JsonArray ?? []);
            }
        }
    }

    private static void Options(JsonArray options)
    {
        Differ(options);
        var optional = false;
        foreach (var option in options)
        {
            Named(option!);
            var required = (bool?)option!["required"] == true;
            if (required && optional) throw Refused.Form("required options come before others");
            optional |= !required;
            if (option["choices"] is JsonArray { Count: > 0 } && (bool?)option["autocomplete"] == true) throw Refused.Form("choices and autocomplete exclude each other");
            if (option["options"] is JsonArray inner) Options(inner);
        }
    }

    private static void Named(JsonNode one)
    {
        if (string.IsNullOrEmpty((string?)one["description"])) throw Refused.Form("description: missing");
        foreach (var name in Names(one))
        {
            if (!Name().IsMatch(name) || name.Any(char.IsUpper)) throw Refused.Form($"name: {name}");
        }
    }

    /// <summary>No name, in any language, may be that of another.</summary>
    private static void Differ(IEnumerable<JsonNode?> all)
    {
        var owners = new Dictionary<string, JsonNode>();
        foreach (var one in all)
        {
            foreach (var name in Names(one!).Distinct())
            {
                if (!owners.TryAdd(name, one!)) throw Refused.Form($"name: {name} is there twice");
            }
        }
    }

    private static IEnumerable<string> Names(JsonNode one) =>
        (one["name_localizations"] as JsonObject ?? []).Select(name => (string)name.Value!).Prepend((string)one["name"]!);

    private static int Size(JsonNode? node) =>
        Longest(node!["name"], node["name_localizations"]) + Longest(node["description"], node["description_localizations"])
        + (node["choices"] as JsonArray ?? []).Sum(choice => Longest(choice!["name"], choice["name_localizations"]) + Length(choice["value"]))
        + (node["options"] as JsonArray ?? []).Sum(Size);

    private static int Longest(JsonNode? text, JsonNode? localized) => (localized as JsonObject ?? []).Select(one => Length(one.Value)).Append(Length(text)).Max();

    private static int Length(JsonNode? text) => ((string?)text)?.Length ?? 0;

    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}$")]
    private static partial Regex Name();
}
