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
    public static JsonObject Write(ResultStored stored, Fold before)
    {
        var result = stored.Result;
        var json = new JsonObject
        {
            ["closes_at"] = Fields.Moment(result.ClosesAt),
            ["direct"] = result.Direct,
            ["lost"] = new JsonObject(result.Lost.Select(lost => KeyValuePair.Create(ProposalWords.Ends[lost.Why], (JsonNode?)lost.Count))),
            ["method"] = Words.Methods[result.Method],
            ["outcome"] = Words.Outcomes[result.Outcome],
            ["represented"] = result.Represented,
            ["root"] = before.Log.Frontier.Root.ToHex(),
            ["tallies"] = Fields.Array(result.Counts, count => JsonValue.Create(count)),
            ["version_hash"] = before.Log.Texts[stored.Id.Number].ToHex(),
            ["winners"] = Fields.Array(result.Winners, option => JsonValue.Create(option)),
        };
        if (result.Roll is not { } roll) return json;
        json["reason"] = ProposalWords.Reasons[result.Reason];
        var voters = new JsonObject { ["left"] = result.Left, ["n"] = roll };
        voters.Put("hash", before.State.Decisions[stored.Id].Stamps.Roll);
        json["roll"] = voters;
        json["silent"] = result.Silent;
        json.Put("pair", result.Pair is { } pair ? new JsonArray(pair.For, pair.Against, pair.Abstain) : null);
        json.Put("tie", Tie(result));
        return json;
    }

    private static JsonObject? Tie(Result result)
    {
        if (result.Tie is TieStep.None) return null;
        var json = new JsonObject { ["step"] = ProposalWords.Ties[result.Tie] };
        if (result.Lot is not { } lot) return json;
        json["beacon"] = lot.Beacon;
        json["order"] = Fields.Array(lot.Order, option => JsonValue.Create(option));
        json["seed"] = lot.Seed;
        return json;
    }

    public static Result Read(JsonObject json)
    {
        var result = new Result(
            Words.Methods[json.Text("method")],
            json["direct"]!.GetValue<long>(),
            json.List("tallies").Select(count => count!.GetValue<long>()).ToValues(),
            json.List("winners").Select(Fields.Whole).ToValues(),
            Words.Outcomes[json.Text("outcome")],
            json.Moment("closes_at"));
        return json["roll"]?.AsObject() is not { } roll ? result : result with
        {
            Reason = ProposalWords.Reasons[json.Text("reason")],
            Roll = roll.Number("n"),
            Left = roll.Number("left"),
            Represented = json["represented"]!.GetValue<long>(),
            Silent = json["silent"]!.GetValue<long>(),
            Lost = json["lost"]!.AsObject().Select(lost => new Lost(ProposalWords.Ends[lost.Key], lost.Value!.GetValue<long>())).OrderBy(lost => lost.Why).ToValues(),
            Pair = json["pair"]?.AsArray() is { } pair ? new Pair(pair[0]!.GetValue<long>(), pair[1]!.GetValue<long>(), pair[2]!.GetValue<long>()) : null,
            Tie = json["tie"]?.AsObject() is { } by ? ProposalWords.Ties[by.Text("step")] : TieStep.None,
            Lot = json["tie"]?.AsObject() is { } tie && tie.ContainsKey("seed") ? new DrawnLot(tie.Text("beacon"), tie.Text("seed"), tie.List("order").Select(Fields.Whole).ToValues()) : null,
        };
    }
}
