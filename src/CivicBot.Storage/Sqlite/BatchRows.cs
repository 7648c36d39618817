using CivicBot.Engine;

namespace CivicBot.Storage;

/// <summary>The rows of a batch.</summary>
internal static class BatchRows
{
    private const string Size =
        """
        select coalesce((select size from head where collective = $1), (select count(*) from entry where collective = $1))
        """;

    private const string Seen = "insert or ignore into seen(collective, key, day) values ($1, $2, $3)";

    private const string Entry = "insert into entry(collective, n, bytes, leaf) values ($1, $2, $3, $4)";

    private const string Opening = "insert into opening(collective, n, i, payload, salt) values ($1, $2, $3, $4, $5)";

    private const string Wipe = "delete from opening where collective = $1 and n = $2 and i = $3";

    private const string Head =
        """
        insert into head(collective, size, root, checkpoint) values ($1, $2, $3, $4)
        on conflict(collective) do update set size = excluded.size, root = excluded.root, checkpoint = excluded.checkpoint
        """;

    // Replace, not update: the newer row has an id of its own, so that the older one's delivery does not end it.
    private const string Owe =
        """
        insert or replace into outbox(collective, slot, platform, purpose, body, decision, room, posts)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    // Nothing if another collective has the place: whoever claimed it keeps it.
    private const string List = "insert or ignore into directory(\"as\", key, collective) values ($1, $2, $3)";

    /// <summary>False if it is stale; what was written until then is to be taken back.</summary>
    public static bool Write(Session session, Batch batch)
    {
        var collective = batch.Collective.Value;
        if ((long)session.Scalar(Size, collective)! != batch.Expected) return false;
        var day = Columns.Day(batch.At);
        foreach (var key in batch.Seen.Count > 1 ? batch.Seen.Distinct() : batch.Seen)
        {
            if (session.Execute(Seen, collective, key, day) == 0) return false;
        }

        foreach (var entry in batch.Entries) session.Execute(Entry, collective, entry.N, Columns.Whole(entry.Line), entry.Leaf.ToArray());
        if (batch.Head is { } head) session.Execute(Head, collective, head.Size, head.Root.ToArray(), head.Note);
        foreach (var opening in batch.Openings) session.Execute(Opening, collective, opening.N, opening.I, opening.Payload, opening.Salt);
        foreach (var (n, i) in batch.Wiped) session.Execute(Wipe, collective, n, i);
        foreach (var owed in batch.Outbox)
        {
            session.Execute(
                Owe, collective, owed.Slot, owed.Platform, (int)owed.Purpose, owed.Body, owed.Decision, owed.Room, owed.Posts ? 1 : 0);
        }

        foreach (var listed in batch.Directory) session.Execute(List, (int)listed.As, listed.Key, collective);
        BesideRows.Write(session, batch);
        return true;
    }
}
