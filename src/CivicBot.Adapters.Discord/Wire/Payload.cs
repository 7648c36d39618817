using System.Text;
using System.Text.Json.Nodes;
using CivicBot.Chat;

namespace CivicBot.Adapters.Discord.Wire;

/// <summary>What a request carries: JSON, and files beside it.</summary>
internal sealed record Payload(JsonNode Json, IReadOnlyList<Part.Attachment> Files)
{
    public static Payload Of(JsonNode json) => new(json, []);

    public HttpContent Content()
    {
        var json = new StringContent(Json.ToJsonString(), Encoding.UTF8, "application/json");
        if (Files.Count == 0) return json;
        var parts = new MultipartFormDataContent { { json, "payload_json" } };
        for (var n = 0; n < Files.Count; n++)
        {
            parts.Add(new StringContent(Files[n].Content, Encoding.UTF8, "text/plain"), FormattableString.Invariant($"files[{n}]"), Files[n].FileName);
        }

        return parts;
    }
}
