using System.Text.Json;

namespace CivicBot.Adapters.Matrix.Wire;

/// <summary>Reading JSON that strangers wrote: what is absent, of another type or not even text reads as null.</summary>
internal static class EventJson
{
    public static JsonElement? At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var next)) return null;
            json = next;
        }

        return json;
    }

    public static string? Text(this JsonElement json, params ReadOnlySpan<string> path)
    {
        if (json.At(path) is not { ValueKind: JsonValueKind.String } found) return null;
        try
        {
            return found.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair
        }
    }

    public static long? Number(this JsonElement json, params ReadOnlySpan<string> path) => json.At(path) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        { ValueKind: JsonValueKind.String } when long.TryParse(json.Text(path), out var value) => value, // old rooms' power levels
        _ => null,
    };

    public static bool True(this JsonElement json, params ReadOnlySpan<string> path) => json.At(path) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> List(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static IEnumerable<JsonProperty> Fields(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.Object } found ? found.EnumerateObject() : [];
}
