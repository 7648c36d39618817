using System.Text.Json.Nodes;
using CivicBot.Core;
using CivicBot.Ledger;

namespace CivicBot.Engine;

/// <summary>An event as an entry, with the openings of what is personal in it.</summary>
internal sealed record Encoded(Entry Entry, IReadOnlyList<Opening> Openings);

/// <summary>Events to entries (LEDGER 5.3). What is personal goes into commitments; the entry says nothing of it.</summary>
/// <param name="key">The ledger's public key, whose name is the ledger's own; both are written into its first entry.</param>
internal sealed class EventWriter(VerifierKey key)
{
    public Encoded Write(CollectiveEvent happened, Fold before, DateTimeOffset at, IDraw draw)
    {
        var log = before.Log;
        var entry = new JsonObject { ["n"] = log.Size, ["ts"] = Fields.Moment(at), ["v"] = 1 };
        var openings = new List<Opening>();
        Fill(entry, happened, before, at, payload => Commit(payload, log.Size, openings, draw));
        var line = CanonicalJson.Write(entry);
        if (line.Length > CanonicalJson.MaxEntryBytes) throw new InvalidOperationException($"An entry of {line.Length} bytes: nothing that a member can type is that long.");
        return new Encoded(new Entry(log.Size, line, MerkleTree.LeafHash(line)), openings);
    }

    private void Fill(JsonObject entry, CollectiveEvent happened, Fold before, DateTimeOffset at, Func<JsonObject, string> commit)
    {
        switch (happened)
        {
            case CollectiveFounded founded:
                entry["t"] = "init";
                entry["c"] = commit(Payloads.Name(founded.Name));
                entry["lang"] = founded.Language;
                entry["origin"] = key.Name;
                entry["rules"] = new JsonObject(founded.Rules.ByKey.Select(rule => KeyValuePair.Create(rule.Key, (JsonNode?)rule.Value)));
                entry["tz"] = founded.TimeZone;
                entry["vkey"] = key.Text;
                break;
            case RoomLinked room:
                entry["t"] = "room";
                entry.Put("by", room.By?.Hex);
                entry["c"] = commit(Payloads.Room(room));
                entry["on"] = true;
                entry["r"] = room.Number;
                break;
            case RoomUnlinked room:
                entry["t"] = "room";
                entry.Put("by", room.By?.Hex);
                entry["on"] = false;
                entry["r"] = room.Number;
                break;
            case MemberJoined member:
                entry["t"] = "member";
                entry["cs"] = new JsonArray(commit(Payloads.Account(member)), commit(Payloads.MemberName(member)));
                entry["m"] = member.Id.Hex;
                break;
            case DecisionOpened opened:
                entry["t"] = "decision";
                entry["by"] = opened.By.Hex;
                entry["cs"] = Text(opened.Id, opened.Title, opened.Body, opened.Options, commit);
                entry["d"] = opened.Id.Number;
                entry["kind"] = opened.Kind;
                entry["level"] = opened.Level;
                entry["method"] = Words.Methods[opened.Method];
                entry["mode"] = Words.Modes[opened.Mode];
                entry["opts"] = opened.Options.Count;
                entry["phases"] = Phases(opened.Phases);
                entry.Put("proposal", opened.Proposal is { } proposal ? ProposalEntries.Terms(proposal) : null);
                entry["r"] = opened.Room;
                entry["rule"] = Results.Rule(opened.Rule, opened.Method);
                break;
            case DecisionEdited edited:
                entry["t"] = "edit";
                entry["by"] = edited.By.Hex;
                entry["cs"] = Text(edited.Id, edited.Title, edited.Body, edited.Options, commit);
                entry["d"] = edited.Id.Number;
                if (edited.At != at) entry["at"] = Fields.Moment(edited.At);
                entry["opts"] = edited.Options.Count;
                entry["phases"] = Phases(edited.Phases);
                entry.Put("topic", edited.Topic);
                break;
            case BallotCast ballot:
                entry["t"] = "ballot";
                entry["c"] = commit(Payloads.Ballot(ballot));
                entry["d"] = ballot.Id.Number;
                entry["m"] = ballot.Voter.Hex;
                break;
            case BallotWithdrawn withdrawn:
                entry["t"] = "withdraw";
                entry["d"] = withdrawn.Id.Number;
                entry["m"] = withdrawn.Voter.Hex;
                break;
            case VotingClosed closed:
                entry["t"] = "close";
                entry.Put("by", closed.By?.Hex);
                entry["d"] = closed.Id.Number;
                entry["ends"] = Fields.Moment(closed.Ends);
                break;
            case ResultStored stored:
                entry["t"] = "result";
                entry["d"] = stored.Id.Number;
                entry["result"] = Results.Write(stored, before);
                break;
            case AdminActed acted:
                entry["t"] = "act";
                entry.Put("by", acted.By?.Hex);
                if (acted.Name is not null) entry["c"] = commit(Payloads.Name(acted.Name));
                entry.Put("set", Set(acted));
                entry["what"] = acted.What;
                break;
            default:
                if (!CollectiveEntries.Write(entry, happened, before.State, commit) && !ProposalEntries.Write(entry, happened, commit)) throw new System.Diagnostics.UnreachableException();
                break;
        }
    }

    private static JsonArray Text(DecisionId id, string? title, string? body, Values<string?> options, Func<JsonObject, string> commit) =>
        [commit(Payloads.Text(id, title, body)), .. options.Select((option, i) => commit(Payloads.Option(id, i + 1, option)))];

    private static JsonArray Phases(Values<PhasePlan> phases) =>
        Fields.Array(phases, plan => new JsonObject { ["ends"] = Fields.Moment(plan.Ends), ["phase"] = Words.Phases[plan.Phase] });

    private static JsonObject? Set(AdminActed acted)
    {
        var set = new JsonObject();
        set.Put("lang", acted.Language);
        set.Put("tz", acted.TimeZone);
        return set.Count == 0 ? null : set;
    }

    private static string Commit(JsonObject payload, long n, List<Opening> openings, IDraw draw)
    {
        payload["v"] = 1;
        var text = System.Text.Encoding.UTF8.GetString(CanonicalJson.Write(payload));
        var salt = draw.Bytes(32);
        openings.Add(Opening.Of(n, openings.Count, text, salt));
        return Commitment.Of(salt, text);
    }
}
