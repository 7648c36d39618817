using System.Text.Json.Nodes;
using CivicBot.Ledger;

namespace CivicBot.Engine;

/// <summary>Bytes against hashes: leaf, root, signature, commitments.</summary>
internal sealed class BytesAudit(List<Finding> findings)
{
    private const int Base64OfAHash = 44;
    private readonly HashSet<string> commitments = [];
    private Frontier frontier = Frontier.Empty;

    public long Entries => frontier.Size;

    /// <summary>The entry, if its bytes are what was recorded.</summary>
    public JsonObject? Check(Stored stored)
    {
        var (entry, openings) = stored;
        var leaf = MerkleTree.LeafHash(entry.Line.Span);
        if (entry.N != frontier.Size) findings.Add(new Finding(entry.N, $"entry {frontier.Size} was expected here"));
        frontier = frontier.Append(leaf);
        if (leaf != entry.Leaf)
        {
            findings.Add(new Finding(entry.N, $"its bytes were changed: they hash to {leaf.ToHex()[..16]}…, recorded was {entry.Leaf.ToHex()[..16]}…"));
            return null;
        }
        if (!CanonicalJson.TryRead(entry.Line.Span, out var json, out var why))
        {
            findings.Add(new Finding(entry.N, $"it is not canonical JSON: {why}"));
            return null;
        }
        if (json["n"] is not JsonValue number || !number.TryGetValue(out long said) || said != entry.N) findings.Add(new Finding(entry.N, "its number is not its place"));
        if (Commitments(json) is not { } committed)
        {
            findings.Add(new Finding(entry.N, "its commitments cannot be read"));
            return json;
        }
        foreach (var commitment in committed.Where(commitment => !commitments.Add(commitment)))
        {
            findings.Add(new Finding(entry.N, $"its commitment {commitment[..8]}… was used before: it is a copy"));
        }
        foreach (var opening in openings) CheckOpening(entry.N, json, committed, opening);
        return json;
    }

    public void CheckHead(Head? head, JsonObject? init)
    {
        if (head is null)
        {
            if (Entries > 0) findings.Add(new Finding(null, "there is no signed checkpoint"));
            return;
        }
        if (head.Size != Entries) findings.Add(new Finding(null, $"the signed checkpoint counts {head.Size} entries, {Entries} are there"));
        else if (head.Root != frontier.Root) findings.Add(new Finding(null, "the root of the entries is not the one recorded"));
        if (!VerifierKey.TryParse(init?["vkey"]?.GetValue<string>(), out var key)) findings.Add(new Finding(0, "no key"));
        else if (!Checkpoint.TryOpen(head.Note, key, out var checkpoint, out var why)) findings.Add(new Finding(null, $"the checkpoint's signature does not hold: {why}"));
        else if (checkpoint != new Checkpoint(init!["origin"]!.GetValue<string>(), Entries, frontier.Root)) findings.Add(new Finding(null, "what was signed is not what is there"));
    }

    private void CheckOpening(long n, JsonObject json, List<string> committed, Opening opening)
    {
        if (opening.I < 0 || opening.I >= committed.Count)
        {
            findings.Add(new Finding(n, $"opening {opening.I} belongs to no commitment"));
        }
        else if (!opening.Opens(committed[opening.I]))
        {
            findings.Add(new Finding(n, $"opening {opening.I} does not fit its commitment: its content or its salt was changed"));
        }
        else if (!CanonicalJson.TryRead(System.Text.Encoding.UTF8.GetBytes(opening.Payload), out var payload, out var why))
        {
            findings.Add(new Finding(n, $"opening {opening.I} is not canonical JSON: {why}"));
        }
        else if (!Binds(payload, "d") || !Binds(payload, "m"))
        {
            findings.Add(new Finding(n, $"opening {opening.I} belongs to another entry: it was copied"));
        }

        bool Binds(JsonObject payload, string field) => payload[field] is not { } bound || json[field] is not { } own || JsonNode.DeepEquals(bound, own);
    }

    /// <summary>Null where something else stands in their place.</summary>
    private static List<string>? Commitments(JsonObject json)
    {
        JsonNode?[] all = json["c"] is { } one ? [one] : json["cs"] is { } several ? several is JsonArray array ? [.. array] : [several] : [];
        var committed = all.Select(commitment => commitment is JsonValue value && value.TryGetValue(out string? text) && text.Length == Base64OfAHash ? text : null).OfType<string>().ToList();
        return committed.Count == all.Length ? committed : null;
    }
}
