using System.Globalization;
using System.Text.Json.Nodes;
using CivicBot.Core;

namespace CivicBot.Engine;

/// <summary>How the ledger writes moments and reads its fields (LEDGER 5.3).</summary>
internal static class Fields
{
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset Moment(this JsonObject json, string name) =>
        DateTimeOffset.ParseExact(json.Text(name), MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static string Text(this JsonObject json, string name) => json.TextOrNone(name) ?? throw new FormatException($"no \"{name}\"");

    public static string? TextOrNone(this JsonObject json, string name) => json[name]?.GetValue<string>();

    public static int Number(this JsonObject json, string name) => json.NumberOrNone(name) ?? throw new FormatException($"no \"{name}\"");

    public static int? NumberOrNone(this JsonObject json, string name) => json[name] is { } number ? checked((int)number.GetValue<long>()) : null;

    public static DateTimeOffset? MomentOrNone(this JsonObject json, string name) => json[name] is null ? null : json.Moment(name);

    public static DecisionId Decision(this JsonObject json) => new(json.Number("d"));

    public static MemberId Member(this JsonObject json, string name) => new(json.Text(name));

    public static MemberId? MemberOrNone(this JsonObject json, string name) => json.TextOrNone(name) is { } hex ? new MemberId(hex) : null;

    public static Values<MemberId> Members(this JsonObject json, string name) => json.List(name).Select(member => new MemberId(member!.GetValue<string>())).ToValues();

    /// <summary>An element that is a whole number.</summary>
    public static int Whole(JsonNode? number) => checked((int)number!.GetValue<long>());

    public static bool Flag(this JsonObject json, string name) => json[name]?.GetValue<bool>() ?? throw new FormatException($"no \"{name}\"");

    public static JsonArray List(this JsonObject json, string name) => json[name]?.AsArray() ?? throw new FormatException($"no \"{name}\"");

    /// <summary>Set a field unless there is nothing to say: absent fields are left out, never null.</summary>
    public static void Put(this JsonObject json, string name, JsonNode? value)
    {
        if (value is not null) json[name] = value;
    }

    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> write) => new([.. items.Select(write)]);
}
