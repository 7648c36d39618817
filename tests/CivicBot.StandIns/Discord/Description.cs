using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;

namespace CivicBot.StandIns.Discord;

/// <summary>The platform's own description of its API: which paths there are, and what a body must look like.</summary>
internal sealed partial class Description
{
    private static readonly EvaluationOptions Wordy = new() { OutputFormat = OutputFormat.List };
    private static readonly Lazy<Description?> Read = new(() => Find());
    private readonly Lock _building = new();
    private readonly JsonObject _document;
    private readonly List<(string Method, Regex Path, JsonNode Operation)> _operations = [];
    private readonly ConcurrentDictionary<JsonNode, JsonSchema?> _schemas = new();
    private readonly ConcurrentDictionary<(JsonNode Operation, string Body), string?> _judged = new();

    private Description(JsonObject document)
    {
        _document = document;
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            var pattern = new Regex("^" + Parameter().Replace(Regex.Escape(path).Replace("\\{", "{", StringComparison.Ordinal), "[^/]+") + "$");
            foreach (var (method, operation) in operations!.AsObject().Where(one => one.Key != "parameters")) _operations.Add((method.ToUpperInvariant(), pattern, operation!));
        }

        // @me and @original stand beside ids: what is written out goes before what is filled in.
        _operations.Sort((one, other) => string.CompareOrdinal(other.Path.ToString().Replace("[^/]+", "", StringComparison.Ordinal), one.Path.ToString().Replace("[^/]+", "", StringComparison.Ordinal)));
    }

    /// <summary>It lies beside the checkout, if it is there; read once, for it is large and never changes.</summary>
    public static Description? Beside => Read.Value;

    private static Description? Find([CallerFilePath] string here = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(here)! })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var file = Path.Combine(folder.FullName, "shared", "platform-specs", "discord-openapi.json");
                if (File.Exists(file)) return new Description(JsonNode.Parse(File.ReadAllText(file))!.AsObject());
            }
        }

        return null;
    }

    /// <returns>What is wrong with a request; null if nothing.</returns>
    public string? Wrong(string method, string path, string? body)
    {
        var operation = _operations.FirstOrDefault(one => one.Method == method && one.Path.IsMatch(path)).Operation;
        if (operation is null) return "there is no such path";
        if (body is null) return null;
        if (_judged.Count > 2_000) _judged.Clear();
        return _judged.GetOrAdd((operation, body), _ => Judge(operation, body));
    }

    private string? Judge(JsonNode operation, string body)
    {
        if (_schemas.GetOrAdd(operation, Schema) is not { } schema) return "this request takes no body";
        using var json = JsonDocument.Parse(body);
        var result = schema.Evaluate(json.RootElement, Wordy);
        if (result.IsValid) return null;
        var deepest = (result.Details ?? []).Where(detail => detail.Errors is not null).OrderByDescending(detail => detail.InstanceLocation.SegmentCount); // of alternatives, those that came nearest
        var errors = deepest.SelectMany(detail => detail.Errors!.Values.Select(error => $"{detail.InstanceLocation}: {error}"));
        return string.Join("; ", errors.Take(6));
    }

    /// <summary>The schema of a request, with those that it refers to, and without what JSON Schema does not know.</summary>
    private JsonSchema? Schema(JsonNode operation)
    {
        using var alone = _building.EnterScope();
        if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is not { } schema) return null;
        var whole = schema.DeepClone().AsObject();
        var needed = new JsonObject();
        var waiting = new Queue<string>(Referred(whole));
        while (waiting.TryDequeue(out var name))
        {
            if (needed.ContainsKey(name)) continue;
            var described = _document["components"]!["schemas"]![name]!;
            needed[name] = described.DeepClone();
            foreach (var next in Referred(described)) waiting.Enqueue(next);
        }

        whole["$defs"] = needed;
        Clean(whole);
        using var text = JsonDocument.Parse(whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
        return JsonSchema.Build(text.RootElement.Clone(), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
    }

    private static IEnumerable<string> Referred(JsonNode node) => Reference().Matches(node.ToJsonString()).Select(match => match.Groups[1].Value);

    private static void Clean(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var name in json.Select(one => one.Key).Where(key => key.StartsWith("x-", StringComparison.Ordinal)).ToList()) json.Remove(name);
                foreach (var (_, inner) in json) Clean(inner);
                break;
            case JsonArray list:
                foreach (var inner in list) Clean(inner);
                break;
        }
    }

    [GeneratedRegex("#/components/schemas/(\\w+)")]
    private static partial Regex Reference();

    [GeneratedRegex("{[^}]+}")]
    private static partial Regex Parameter();
}
