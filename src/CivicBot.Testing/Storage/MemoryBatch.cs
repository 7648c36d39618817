using CivicBot.Engine;

namespace CivicBot.Testing;

/// <summary>The rows of a batch: first what may be stale, then what cannot fail.</summary>
internal static class MemoryBatch
{
    public static Appended Write(MemoryRows rows, Batch batch)
    {
        var collective = batch.Collective;
        if ((rows.Heads.GetValueOrDefault(collective)?.Size ?? 0) != batch.Expected) return Appended.Stale;
        if (batch.Seen.Any(key => rows.Seen.ContainsKey((collective, key)))) return Appended.Stale;
        // Before anything is changed: a commitment is opened once.
        var opened = batch.Openings.Select(opening => (collective, opening.N, opening.I)).ToList();
        if (opened.Any(rows.Openings.ContainsKey) || opened.Distinct().Count() != opened.Count)
            throw new ArgumentException("an opening is there already", nameof(batch));

        foreach (var key in batch.Seen) rows.Seen[(collective, key)] = batch.At;
        if (!rows.Entries.TryGetValue(collective, out var entries)) rows.Entries.Add(collective, entries = []);
        entries.AddRange(batch.Entries.Select(static entry => entry with { Line = entry.Line.ToArray() }));
        if (batch.Head is { } head) rows.Heads[collective] = head;
        foreach (var opening in batch.Openings) rows.Openings[(collective, opening.N, opening.I)] = opening;
        foreach (var (n, i) in batch.Wiped) rows.Openings.Remove((collective, n, i));
        foreach (var owed in batch.Outbox) rows.Outbox[(collective, owed.Slot)] = new OwedRow(++rows.LastOwed, collective, owed);
        foreach (var listed in batch.Directory)
        {
            if (listed.As == ListedAs.Place) rows.Places.TryAdd(listed.Key, collective);
            else rows.Accounts.Add((listed.Key, collective));
        }

        WriteBeside(rows, batch);
        Prune(rows, batch.At);
        return Appended.Durable;
    }

    private static void WriteBeside(MemoryRows rows, Batch batch)
    {
        var collective = batch.Collective;
        foreach (var due in batch.Due) Put(rows.Due, (collective, due.Key), due.At is not null, due.At ?? default);
        foreach (var token in batch.Tokens) rows.Tokens[token.Token] = (collective, token);
        foreach (var draft in batch.Drafts) Put(rows.Drafts, (collective, draft.Account, draft.Room), draft.Body is not null, draft);
        foreach (var setting in batch.Settings) Put(rows.Settings, (collective, setting.Account, setting.Key), setting.Value is not null, setting);
    }

    private static void Put<TKey, TValue>(Dictionary<TKey, TValue> table, TKey key, bool stays, TValue value)
        where TKey : notnull
    {
        if (stays) table[key] = value;
        else table.Remove(key);
    }

    private static void Prune(MemoryRows rows, DateTimeOffset now)
    {
        var longAgo = now.AddDays(-30);
        foreach (var (key, at) in rows.Seen)
        {
            if (DateOnly.FromDateTime(at.UtcDateTime) < DateOnly.FromDateTime(longAgo.UtcDateTime)) rows.Seen.Remove(key);
        }

        foreach (var (key, row) in rows.Tokens)
        {
            if (row.Token.Expires < longAgo) rows.Tokens.Remove(key);
        }

        foreach (var (key, draft) in rows.Drafts)
        {
            if (draft.Expires < now) rows.Drafts.Remove(key);
        }
    }
}
