using System.Text;
using System.Text.Json.Nodes;
using CivicBot.Engine;
using CivicBot.Ledger;
using CivicBot.Testing;

namespace CivicBot.Shell.Tests.Engine;

/// <summary>Somebody who holds the key: entries are changed, added and left out so that every number, hash and signature fits, and nothing is wrong but the deed itself.</summary>
/// <param name="lines">The entries as they were written.</param>
internal sealed class Forger(Tampered tampered, CollectiveId collective, IReadOnlyList<string> lines)
{
    public static async Task<Forger> OfAsync(Stage stage, Tampered tampered) =>
        new(tampered, await stage.CollectiveAsync(), [.. (await stage.EntriesAsync()).Select(TheAudit.Text)]);

    /// <summary>The number of the i-th entry of a kind, as it was written; from the end, for -1 the last.</summary>
    public int Nth(string kind, int i, string with = "")
    {
        var all = lines.Select((line, n) => (line, n)).Where(one => one.line.Contains($"\"t\":\"{kind}\"", StringComparison.Ordinal) && one.line.Contains(with, StringComparison.Ordinal)).ToList();
        return all[i < 0 ? all.Count + i : i].n;
    }

    public JsonObject this[int n] => JsonNode.Parse(lines[n])!.AsObject();

    public void SignAnew() => tampered.SignAnew(collective, new SeededKeys("seed").Of(collective));

    public void Json(int n, Action<JsonObject> change) => tampered.Entries(collective, entries =>
    {
        entries[n] = With(entries[n], n, change);
        return entries;
    });

    /// <summary>Entries are moved about, and numbered and linked so that nothing but the deed itself is wrong.</summary>
    public void Rewrite(Action<List<Stored>> change) => tampered.Entries(collective, entries =>
    {
        change(entries);
        var frontier = Frontier.Empty;
        for (var n = 0; n < entries.Count; n++)
        {
            var root = frontier.Root.ToHex();
            entries[n] = With(entries[n], n, entry =>
            {
                entry["n"] = n;
                if (entry["result"] is JsonObject result) result["root"] = root;
            });
            frontier = frontier.Append(MerkleTree.LeafHash(entries[n].Entry.Line.Span));
        }
        return entries;
    });

    /// <summary>One more entry before that number, made of another and at the time of the one before.</summary>
    public void Insert(int before, int of, Action<JsonObject>? change = null) => Rewrite(all =>
    {
        var ts = JsonNode.Parse(TheAudit.Text(all[before - 1]))!["ts"]!.GetValue<string>();
        all.Insert(before, Fresh(all[of], entry =>
        {
            entry["ts"] = ts;
            change?.Invoke(entry);
        }));
    });

    /// <summary>One more entry of our own, in the place of that number.</summary>
    public void Add(int before, string json, string? ts = null) => Rewrite(all =>
    {
        var entry = JsonNode.Parse(json)!.AsObject();
        entry["ts"] = ts ?? JsonNode.Parse(TheAudit.Text(all[before - 1]))!["ts"]!.GetValue<string>();
        entry["v"] = 1;
        entry["n"] = before;
        all.Insert(before, new Stored(all[before - 1].Entry with { Line = CanonicalJson.Write(entry) }, []));
    });

    public void Replace(int n, Action<JsonObject> change) => Rewrite(all => all[n] = Fresh(all[n], change));

    /// <summary>An entry written anew, with commitments and openings of its own.</summary>
    private static Stored Fresh(Stored from, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(TheAudit.Text(from))!.AsObject();
        change(json);
        var openings = from.Openings.Select((opening, i) =>
        {
            var payload = JsonNode.Parse(opening.Payload)!.AsObject();
            if (payload["m"] is not null) payload["m"] = json["m"]!.DeepClone();
            return Opening.Of(opening.N, i, Encoding.UTF8.GetString(CanonicalJson.Write(payload)), Enumerable.Repeat((byte)(100 + i), 32).ToArray());
        }).ToList();
        var commitments = openings.Select(opening => Commitment.Of(Convert.FromBase64String(opening.Salt), opening.Payload)).ToList();
        if (json["c"] is not null) json["c"] = commitments[0];
        else if (json["cs"] is not null) json["cs"] = new JsonArray([.. commitments.Select(commitment => JsonValue.Create(commitment))]);
        return new Stored(from.Entry with { Line = CanonicalJson.Write(json) }, openings);
    }

    private static Stored With(Stored stored, int n, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(stored.Entry.Line.Span)!.AsObject();
        change(json);
        return stored with
        {
            Entry = stored.Entry with { N = n, Line = CanonicalJson.Write(json) },
            Openings = [.. stored.Openings.Select(opening => opening with { N = n })],
        };
    }
}
