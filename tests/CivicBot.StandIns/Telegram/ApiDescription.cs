using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Telegram;

/// <summary>The API as it is described in <c>../shared/platform-specs</c>, with what came after that description. Where it is not there, nothing is checked against it.</summary>
internal sealed class ApiDescription
{
    private readonly Dictionary<string, Dictionary<string, Field>> _methods = [];
    private readonly Dictionary<string, Dictionary<string, Field>> _types = [];
    private readonly Dictionary<string, string[]> _unions = [];

    public bool IsThere => _methods.Count > 0;

    public static ApiDescription Find([CallerFilePath] string here = "")
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, Path.GetDirectoryName(here) ?? "/"])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var path = Path.Combine(folder.FullName, "shared", "platform-specs", "telegram-bot-api.json");
                if (File.Exists(path)) return Read(JsonNode.Parse(File.ReadAllText(path))!);
            }
        }

        return new ApiDescription();
    }

    /// <summary>What in a request is unknown, missing or of another type.</summary>
    public IEnumerable<string> Wrongs(BotRequest request) => !IsThere ? []
        : _methods.TryGetValue(request.Method, out var fields) ? Wrongs(request.Body, fields, "")
        : ["no such method"];

    private static ApiDescription Read(JsonNode json)
    {
        var description = new ApiDescription();
        foreach (var (name, method) in json["methods"]!.AsObject()) description._methods[name] = Fields(method!);
        foreach (var (name, type) in json["types"]!.AsObject())
        {
            description._types[name] = Fields(type!);
            if (type!["subtypes"] is JsonArray cases) description._unions[name] = [.. cases.Select(one => (string)one!)];
        }

        // Bot API 10.2 and 10.3, which the description does not know yet.
        description._types["EphemeralMessageParameters"] = new()
        {
            ["receiver_user_id"] = new(["Integer"], true), ["callback_query_id"] = new(["String"], false), ["replace_callback_query_message"] = new(["Boolean"], false),
        };
        foreach (var method in (string[])["sendMessage", "sendDocument"]) description._methods[method]["ephemeral_message_parameters"] = new(["EphemeralMessageParameters"], false);
        description._types["BotCommand"]["is_ephemeral"] = new(["Boolean"], false);
        description._types["ReplyParameters"]["message_id"] = new(["Integer"], false);
        description._types["ReplyParameters"]["ephemeral_message_id"] = new(["Integer"], false);
        return description;
    }

    private static Dictionary<string, Field> Fields(JsonNode owner) => (owner["fields"] as JsonArray ?? []).ToDictionary(
        field => (string)field!["name"]!,
        field => new Field([.. field!["types"]!.AsArray().Select(type => (string)type!)], (bool)field["required"]!));

    private IEnumerable<string> Wrongs(JsonObject body, Dictionary<string, Field> fields, string path)
    {
        foreach (var (name, _) in fields.Where(field => field.Value.Required && body[field.Key] is null)) yield return $"{path}{name} is missing";
        foreach (var (name, value) in body)
        {
            if (!fields.TryGetValue(name, out var field)) yield return $"{path}{name} is unknown";
            else if (value is not null && !field.Types.Any(type => Fits(value, type))) yield return $"{path}{name} is not {string.Join(" or ", field.Types)}";
        }
    }

    private bool Fits(JsonNode value, string type)
    {
        if (type.StartsWith("Array of ", StringComparison.Ordinal)) return value is JsonArray list && list.All(one => one is not null && Fits(one, type["Array of ".Length..]));
        if (_unions.TryGetValue(type, out var cases)) return cases.Any(one => Fits(value, one));
        return type switch
        {
            "Integer" => value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && number.TryGetValue<JsonElement>(out var element) ? element.TryGetInt64(out _) : value is JsonValue own && own.TryGetValue<long>(out _),
            "Float" => value.GetValueKind() == JsonValueKind.Number,
            "String" or "InputFile" => value.GetValueKind() == JsonValueKind.String,
            "Boolean" or "True" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            _ => value is JsonObject inner && _types.TryGetValue(type, out var fields) && !Wrongs(inner, fields, "").Any(),
        };
    }

    private sealed record Field(string[] Types, bool Required);
}
