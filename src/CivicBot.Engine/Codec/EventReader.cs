using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CivicBot.Core;
using CivicBot.Ledger;

namespace CivicBot.Engine;

/// <summary>Entries back to events, with whatever openings are still there. An entry it does not know closes the door: nothing is skipped.</summary>
internal static class EventReader
{
    /// <param name="state">What the entries before amount to.</param>
    public static CollectiveEvent Read(JsonObject entry, IReadOnlyList<Opening> openings, Collective state)
    {
        if (entry.Number("v") != 1) throw new FormatException($"an entry of version {entry.Number("v")}: it was written by a newer version");
        var open = openings.ToDictionary(opening => opening.I, Payload);
        return entry.Text("t") switch
        {
            "init" => new CollectiveFounded(open.Text(0, "name"), entry.Text("lang"), entry.Text("tz"), ReadRules(entry["rules"]!.AsObject())),
            "room" when entry.Flag("on") => new RoomLinked(entry.Number("r"), open.Text(0, "key") is { } key ? new RoomId(key) : null,
                open.Text(0, "place") is { } place ? new RoomId(place) : null, open.Text(0, "name"), entry.MemberOrNone("by")),
            "room" => new RoomUnlinked(entry.Number("r"), entry.MemberOrNone("by")),
            "member" => new MemberJoined(entry.Member("m"), open.Text(0, "account") is { } account ? new AccountId(account) : null, open.Text(1, "name"), entry.Moment("ts")),
            "decision" => new DecisionOpened(entry.Decision(), entry.Text("kind"), entry.Member("by"), entry.Number("r"), open.Text(0, "title"),
                open.Text(0, "body"), Options(entry, open), Words.Methods[entry.Text("method")], Words.Modes[entry.Text("mode")], entry.Number("level"),
                Phases(entry), Results.ReadRule(entry["rule"]!.AsObject()), entry.Moment("ts"))
            {
                Proposal = entry["proposal"]?.AsObject() is { } proposal ? ProposalEntries.ReadTerms(proposal, entry.Moment("ts")) : null,
            },
            "edit" => new DecisionEdited(entry.Decision(), entry.Member("by"), open.Text(0, "title"), open.Text(0, "body"), Options(entry, open), Phases(entry))
            {
                Topic = entry.NumberOrNone("topic"),
                At = entry.MomentOrNone("at") ?? entry.Moment("ts"),
            },
            "ballot" => new BallotCast(entry.Decision(), entry.Member("m"), open.TryGetValue(0, out var ballot) ? Payloads.ReadBallot(ballot) : null,
                entry.Moment("ts")),
            "withdraw" => new BallotWithdrawn(entry.Decision(), entry.Member("m"), entry.Moment("ts")),
            "close" => new VotingClosed(entry.Decision(), entry.MemberOrNone("by"), entry.Moment("ends")),
            "result" => new ResultStored(entry.Decision(), Results.Read(entry["result"]!.AsObject())),
            "act" => new AdminActed(entry.MemberOrNone("by"), entry.Text("what"), open.Text(0, "name"),
                entry["set"]?.AsObject().TextOrNone("lang"), entry["set"]?.AsObject().TextOrNone("tz")),
            var kind => CollectiveEntries.Read(entry, state, name => open.Text(0, name))
                ?? ProposalEntries.Read(entry, name => open.Text(0, name), () => open.GetValueOrDefault(0))
                ?? throw new FormatException($"an entry of the unknown kind “{kind}”: it was written by a newer version"),
        };
    }

    public static JsonObject Payload(Opening opening) => CanonicalJson.TryRead(System.Text.Encoding.UTF8.GetBytes(opening.Payload), out var payload, out var why)
        ? payload
        : throw new FormatException($"an opening that is not canonical: {why}");

    public static Rules ReadRules(JsonObject rules) => new(rules
        .ToImmutableSortedDictionary(rule => rule.Key, rule => rule.Value!.GetValue<string>(), StringComparer.Ordinal));

    private static Values<string?> Options(JsonObject entry, Dictionary<int, JsonObject> open) =>
        Enumerable.Range(1, entry.Number("opts")).Select(option => open.Text(option, "text")).ToValues();

    private static Values<PhasePlan> Phases(JsonObject entry) =>
        entry.List("phases").Select(plan => new PhasePlan(Words.Phases[plan!.AsObject().Text("phase")], plan.AsObject().Moment("ends"))).ToValues();

    private static string? Text(this Dictionary<int, JsonObject> open, int i, string name) =>
        open.TryGetValue(i, out var payload) ? payload.TextOrNone(name) : null;
}
