using System.Text.Json.Nodes;
using CivicBot.Core;

namespace CivicBot.Engine;

/// <summary>Rules and results as the ledger writes them: in full and in clear (SEMANTICS 3.11).</summary>
internal static class Results
{
    public static JsonObject Rule(DecisionRule rule, Method method)
    {
        var json = new JsonObject { ["change"] = rule.Change, ["early"] = rule.EarlyClose ? "opener" : "off", ["ties"] = method is Method.YesNo ? "rejected" : "together" };
        json.Put("max", rule.Max);
        if (method is Method.YesNo) json["majority"] = "simple";
        return json;
    }

    public static DecisionRule ReadRule(JsonObject json) => new(json.Flag("change"), json.Text("early") == "opener", json.NumberOrNone("max"));

    /// <summary>The root in it is that of all entries before; the version is the leaf of the text that was voted on.</summary>
    public static JsonObject Write(ResultStored stored, Log log)
    {
        var result = stored.Result;
        return new JsonObject
        {
            ["closes_at"] = Fields.Moment(result.ClosesAt),
            ["direct"] = result.Direct,
            ["lost"] = new JsonObject(),
            ["method"] = Words.Methods[result.Method],
            ["outcome"] = Words.Outcomes[result.Outcome],
            ["represented"] = 0,
            ["root"] = log.Frontier.Root.ToHex(),
            ["tallies"] = Fields.Array(result.Counts, count => JsonValue.Create(count)),
            ["version_hash"] = log.Texts[stored.Id.Number].ToHex(),
            ["winners"] = Fields.Array(result.Winners, option => JsonValue.Create(option)),
        };
    }

    public static Result Read(JsonObject json) => new(
        Words.Methods[json.Text("method")],
        json["direct"]!.GetValue<long>(),
        json.List("tallies").Select(count => count!.GetValue<long>()).ToValues(),
        json.List("winners").Select(option => checked((int)option!.GetValue<long>())).ToValues(),
        Words.Outcomes[json.Text("outcome")],
        json.Moment("closes_at"));
}
