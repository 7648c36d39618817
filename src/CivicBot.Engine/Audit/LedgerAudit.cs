using System.Text.Json.Nodes;

namespace CivicBot.Engine;

/// <summary>Something in a ledger that does not fit.</summary>
/// <param name="Entry">The number of the entry; null if it concerns the whole.</param>
public sealed record Finding(long? Entry, string What);

/// <summary>What an audit of one ledger found.</summary>
/// <param name="Origin">The ledger's name.</param>
/// <param name="Key">Its public key, as its first entry says: it shows damage, and fraud only against a key that was kept elsewhere.</param>
public sealed record AuditReport(string Origin, string? Key, long Entries, int Decisions, int Ballots, IReadOnlyList<Finding> Findings)
{
    public bool IsSound => Findings.Count == 0;
}

/// <summary>
/// Recounts everything from the entries alone: bytes against leaf hashes and the signed root, openings against commitments, then every event against the
/// rules and every result against its ballots. It never stops at the first finding of a kind, and never believes a stored sum.
/// </summary>
public static class LedgerAudit
{
    /// <summary>When an entry was recorded.</summary>
    public static DateTimeOffset TimeOf(Stored stored) => JsonNode.Parse(stored.Entry.Line.Span)!.AsObject().Moment("ts");

    public static async Task<AuditReport> RunAsync(ILedgers ledgers, CollectiveId collective, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var bytes = new BytesAudit(findings);
        var read = new List<(Stored Stored, JsonObject Json)>();
        await foreach (var stored in ledgers.ReadAsync(collective, 0, cancellation).ConfigureAwait(false))
        {
            if (bytes.Check(stored) is { } json) read.Add((stored, json));
        }
        var head = await ledgers.HeadAsync(collective, cancellation).ConfigureAwait(false);
        bytes.CheckHead(head, read.Count > 0 ? read[0].Json : null);
        // What an altered entry would mean is nobody's business: rules are checked on sound bytes only.
        var fold = findings.Count == 0 ? new RulesAudit(findings).Check(read) : Fold.Empty;
        var init = read.Count > 0 ? read[0].Json : null;
        return new AuditReport(init?["origin"]?.GetValue<string>() ?? collective.Value, init?["vkey"]?.GetValue<string>(), bytes.Entries,
            fold.State.Decisions.Count, fold.State.Decisions.Values.Sum(decision => decision.Ballots.Count), findings);
    }
}
