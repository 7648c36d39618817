using System.Text.Json;
using System.Text.Json.Nodes;
using CivicBot.Adapters.Discord.Sending;
using CivicBot.Adapters.Discord.Wire;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Receiving;

/// <summary>Forms that were shown and wait to be filled. What they began with is kept here under the account, so that the form itself carries only a key.</summary>
internal sealed class OpenForms(IKeyValues memory)
{
    private const int MostPerAccount = 4;
    private const int MostFields = 5;
    private const int LongestLabel = 45;
    private const int LongestHint = 100;
    private static readonly PlainText Plain = new("/", DiscordText.Visible, buttons: false);

    /// <summary>Keeps a form, and draws it as the first answer.</summary>
    public async Task<JsonObject> ShowAsync(Incoming incoming, Form form, CancellationToken cancellation)
    {
        var fields = Fields(form);
        var kept = new JsonObject
        {
            ["key"] = incoming.Id,
            ["command"] = form.Command,
            ["given"] = JsonSerializer.SerializeToNode(form.Given),
            ["lines"] = new JsonArray([.. fields.Where(field => field.Lines).Select(field => (JsonNode)field.Key)]),
        };
        var before = await memory.ReadAsync(Keys.Forms(incoming.User), cancellation) as JsonArray ?? [];
        await memory.WriteAsync(Keys.Forms(incoming.User), new JsonArray([.. before.TakeLast(MostPerAccount - 1).Select(one => one?.DeepClone()), kept]), cancellation);
        return Modal(Pressing.Form(incoming.Id), Plain.Of(form.Title), [.. fields.Select(field => Field(field, form))]);
    }

    /// <summary>What was filled in, merged with what was given before.</summary>
    /// <returns>Null if the form is no longer known.</returns>
    public async Task<(string Command, Dictionary<string, IReadOnlyList<string>> Arguments)?> FilledAsync(Incoming incoming, CancellationToken cancellation)
    {
        var key = Pressing.FormKey(incoming.CustomId);
        var kept = (await memory.ReadAsync(Keys.Forms(incoming.User), cancellation) as JsonArray)?.OfType<JsonObject>().FirstOrDefault(one => (string?)one["key"] == key);
        if (kept is null || (string?)kept["command"] is not { } command) return null;
        var arguments = kept["given"].Deserialize<Dictionary<string, IReadOnlyList<string>>>() ?? [];
        var lists = (kept["lines"] as JsonArray ?? []).Select(one => (string?)one).ToHashSet();
        foreach (var (name, value) in Values(incoming.Data))
        {
            IReadOnlyList<string> values = lists.Contains(name) ? [.. value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : [value];
            if (values.Count == 0 || value.Trim().Length == 0) arguments.Remove(name); // emptied
            else arguments[name] = values;
        }

        return (command, arguments);
    }

    /// <summary>The one-field form under a question of ours.</summary>
    public static JsonObject Question(Texts own) => Modal(
        Pressing.Question, own.Answer, [Label(own.YourAnswer, null, TextInput(Pressing.Said, paragraph: true, required: true, null, null))]);

    public static string? Said(Incoming incoming) => Values(incoming.Data).Where(value => value.Name == Pressing.Said).Select(value => value.Value).FirstOrDefault();

    /// <summary>What must be filled goes first, if there is not room for all.</summary>
    private static IReadOnlyList<Field> Fields(Form form)
    {
        if (form.Fields.Count <= MostFields) return form.Fields;
        var chosen = form.Fields.OrderBy(field => field.Skip is null ? 0 : 1).Take(MostFields).ToHashSet();
        return [.. form.Fields.Where(chosen.Contains)];
    }

    private static JsonObject Field(Field field, Form form)
    {
        var given = form.Given.TryGetValue(field.Key, out var values) ? string.Join('\n', values) : null;
        var hint = field.Hint is null ? null : Plain.Of(field.Hint);
        return Label(field.Label, hint ?? Plain.Of(field.Question), TextInput(field.Key, field.Lines || given?.Contains('\n', StringComparison.Ordinal) == true, field.Skip is null, given, field.Skip));
    }

    private static JsonObject Label(string label, string? description, JsonObject component)
    {
        var drawn = new JsonObject { ["type"] = 18, ["label"] = DiscordText.Shortened(DiscordText.Visible(label), LongestLabel), ["component"] = component };
        if (!string.IsNullOrWhiteSpace(description)) drawn["description"] = DiscordText.Shortened(description, LongestHint);
        return drawn;
    }

    private static JsonObject TextInput(string id, bool paragraph, bool required, string? value, string? placeholder)
    {
        var input = new JsonObject { ["type"] = 4, ["custom_id"] = id, ["style"] = paragraph ? 2 : 1, ["required"] = required, ["max_length"] = 4_000 };
        if (!string.IsNullOrEmpty(value)) input["value"] = DiscordText.Shortened(value, 4_000);
        if (!string.IsNullOrEmpty(placeholder)) input["placeholder"] = DiscordText.Shortened(placeholder, LongestHint);
        return input;
    }

    private static JsonObject Modal(string id, string title, JsonArray components) => new()
    {
        ["type"] = 9,
        ["data"] = new JsonObject { ["custom_id"] = id, ["title"] = DiscordText.Shortened(title, LongestLabel), ["components"] = components },
    };

    /// <summary>A field comes inside a label, or in older forms inside a row.</summary>
    private static IEnumerable<(string Name, string Value)> Values(JsonElement data) => data.Items("components")
        .SelectMany(outer => outer.At("component") is { } inner ? [inner] : outer.Items("components"))
        .Select(input => (input.Text("custom_id") ?? "", input.Text("value") ?? ""));
}
