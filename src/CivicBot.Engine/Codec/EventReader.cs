using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CivicBot.Core;
using CivicBot.Ledger;

namespace CivicBot.Engine;

/// <summary>Entries back to events, with whatever openings are still there. An entry it does not know closes the door: nothing is skipped.</summary>
internal static class EventReader
{
    public static CollectiveEvent Read(JsonObject entry, IReadOnlyList<Opening> openings)
    {
        if (entry.Number("v") != 1) throw new FormatException($"an entry of version {entry.Number("v")}: it was written by a newer version");
        var open = openings.ToDictionary(opening => opening.I, Payload);
        return entry.Text("t") switch
        {
            "init" => new CollectiveFounded(open.Text(0, "name"), entry.Text("lang"), entry.Text("tz"), ReadRules(entry)),
            "room" when entry.Flag("on") => new RoomLinked(entry.Number("r"), open.Text(0, "key") is { } key ? new RoomId(key) : null,
                open.Text(0, "place") is { } place ? new RoomId(place) : null, open.Text(0, "name"), MemberOrNone(entry, "by")),
            "member" => new MemberJoined(Member(entry, "m"), open.Text(0, "account") is { } account ? new AccountId(account) : null, open.Text(1, "name"), entry.Moment("ts")),
            "decision" => new DecisionOpened(Decision(entry), entry.Text("kind"), Member(entry, "by"), entry.Number("r"), open.Text(0, "title"),
                open.Text(0, "body"), Options(entry, open), Words.Methods[entry.Text("method")], Words.Modes[entry.Text("mode")], entry.Number("level"),
                Phases(entry), Results.ReadRule(entry["rule"]!.AsObject()), entry.Moment("ts")),
            "edit" => new DecisionEdited(Decision(entry), Member(entry, "by"), open.Text(0, "title"), open.Text(0, "body"), Options(entry, open), Phases(entry)),
            "ballot" => new BallotCast(Decision(entry), Member(entry, "m"), open.TryGetValue(0, out var ballot) ? Payloads.ReadBallot(ballot) : null,
                entry.Moment("ts")),
            "withdraw" => new BallotWithdrawn(Decision(entry), Member(entry, "m")),
            "close" => new VotingClosed(Decision(entry), MemberOrNone(entry, "by"), entry.Moment("ends")),
            "result" => new ResultStored(Decision(entry), Results.Read(entry["result"]!.AsObject())),
            "act" => new AdminActed(MemberOrNone(entry, "by"), entry.Text("what"), open.Text(0, "name"),
                entry["set"]?.AsObject().TextOrNone("lang"), entry["set"]?.AsObject().TextOrNone("tz")),
            var unknown => throw new FormatException($"an entry of the unknown kind “{unknown}”: it was written by a newer version"),
        };
    }

    public static JsonObject Payload(Opening opening) => CanonicalJson.TryRead(System.Text.Encoding.UTF8.GetBytes(opening.Payload), out var payload, out var why)
        ? payload
        : throw new FormatException($"an opening that is not canonical: {why}");

    private static Rules ReadRules(JsonObject entry) => new(entry["rules"]!.AsObject()
        .ToImmutableSortedDictionary(rule => rule.Key, rule => rule.Value!.GetValue<string>(), StringComparer.Ordinal));

    private static Values<string?> Options(JsonObject entry, Dictionary<int, JsonObject> open) =>
        Enumerable.Range(1, entry.Number("opts")).Select(option => open.Text(option, "text")).ToValues();

    private static Values<PhasePlan> Phases(JsonObject entry) =>
        entry.List("phases").Select(plan => new PhasePlan(Words.Phases[plan!.AsObject().Text("phase")], plan.AsObject().Moment("ends"))).ToValues();

    private static DecisionId Decision(JsonObject entry) => new(entry.Number("d"));

    private static MemberId Member(JsonObject entry, string field) => new(entry.Text(field));

    private static MemberId? MemberOrNone(JsonObject entry, string field) => entry.TextOrNone(field) is { } hex ? new MemberId(hex) : null;

    private static string? Text(this Dictionary<int, JsonObject> open, int i, string name) =>
        open.TryGetValue(i, out var payload) ? payload.TextOrNone(name) : null;
}
