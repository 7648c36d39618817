using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CivicBot.StandIns.Telegram;

/// <summary>What the bot asked for.</summary>
/// <param name="Files">Contents of uploaded files, by the name of their field.</param>
public sealed record BotRequest(string Method, JsonObject Body, IReadOnlyDictionary<string, (string Name, string Text)> Files, DateTimeOffset At)
{
    internal long? Number(string field) => Body[field] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? (long)value : null;

    internal string? Text(string field) => Body[field] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? (string?)value : null;

    internal static async Task<BotRequest> ReadAsync(string method, HttpContext context, DateTimeOffset at)
    {
        if (!context.Request.HasFormContentType)
        {
            using var reader = new StreamReader(context.Request.Body);
            var text = await reader.ReadToEndAsync();
            return new BotRequest(method, text.Length == 0 ? [] : (JsonObject)JsonNode.Parse(text)!, new Dictionary<string, (string, string)>(), at);
        }

        var form = await context.Request.ReadFormAsync();
        var body = new JsonObject();
        foreach (var (name, value) in form) body[name] = Read(value.ToString());
        var files = new Dictionary<string, (string, string)>();
        foreach (var file in form.Files)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            files[file.Name] = (file.FileName, await reader.ReadToEndAsync());
            var named = body.Any(field => field.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String && (string?)value == "attach://" + file.Name);
            if (!named) body[file.Name] = "attach://" + file.Name;
        }

        return new BotRequest(method, body, files, at);
    }

    /// <summary>In a form everything is text; what is not text is JSON.</summary>
    private static JsonNode? Read(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return value;
        }
    }
}

/// <summary>Telegram's own no.</summary>
internal sealed class ApiError(int status, string words) : Exception(words)
{
    public int Status => status;

    public int? RetryAfter { get; init; }

    public long? MovedTo { get; init; }

    public JsonObject Json
    {
        get
        {
            var json = new JsonObject { ["ok"] = false, ["error_code"] = status, ["description"] = Message };
            if (RetryAfter is not null || MovedTo is not null)
            {
                var parameters = new JsonObject();
                if (RetryAfter is { } seconds) parameters["retry_after"] = seconds;
                if (MovedTo is { } chat) parameters["migrate_to_chat_id"] = chat;
                json["parameters"] = parameters;
            }

            return json;
        }
    }
}
