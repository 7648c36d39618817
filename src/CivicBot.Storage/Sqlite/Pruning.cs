namespace CivicBot.Storage;

/// <summary>Deletes what has run out, a little with every few hundredth batch, beginning with the first after the start.</summary>
internal sealed class Pruning
{
    /// <summary>How long an event key is remembered, and an expired token, so that it can be said that it expired.</summary>
    private const int Days = 30;

    private const int Every = 250;

    // The oldest thousand only: more than came in since the last time, unless batches hold more than four keys each.
    private const string Seen = "delete from seen where id in (select id from seen order by id limit 1000) and day < $1";

    private const string Tokens = "delete from token where expires < $1";

    private const string Drafts = "delete from draft where expires < $1";

    private int _batches;

    public void NowAndThen(Session session, DateTimeOffset now)
    {
        if (_batches++ % Every != 0) return;
        session.Execute(Seen, Columns.Day(now) - Days);
        session.Execute(Tokens, now.AddDays(-Days).UtcTicks);
        session.Execute(Drafts, now.UtcTicks);
    }
}
