using CivicBot.Chat;
using CivicBot.Engine;
using Microsoft.Data.Sqlite;

namespace CivicBot.Storage;

internal sealed class SqliteOutbox(SqliteWriter writer, Readers readers, Leaving leaving) : IOutbox
{
    // A card that does not post waits until there is a message that it can take the place of.
    private const string Pending =
        """
        select o.id, o.collective, o.slot, o.platform, o.purpose, o.body, o.decision, o.room, o.posts from outbox o
        where o.platform = $1 and (o.posts or o.decision is null or o.room is null or exists (
            select 1 from posted p where p.collective = o.collective and p.decision = o.decision and p.room = o.room))
        order by o.purpose, o.id limit $2
        """;

    private const string PostedIn = "select collective, decision, room, message from posted where collective = $1 and decision = $2 and room = $3";

    public Task<IReadOnlyList<OwedRow>> PendingAsync(string platform, int most, CancellationToken cancellation)
    {
        var gone = leaving.Ids(); // Before the query: what goes in between was committed before it.
        var rows = readers.Read(session => session.Query(Pending, ReadOwed, platform, (long)most + gone.Count), cancellation);
        return Task.FromResult<IReadOnlyList<OwedRow>>([.. rows.Where(row => !gone.Contains(row.Id)).Take(most)]);
    }

    public Task<Posted?> PostedAsync(CollectiveId collective, int decision, int room, CancellationToken cancellation) =>
        Task.FromResult(
            leaving.Posted(posted => (posted.Collective, posted.Decision, posted.Room) == (collective, decision, room))
            ?? readers.Read(session => session.Query(PostedIn, ReadPosted, collective.Value, decision, room).FirstOrDefault(), cancellation));

    public Task DoneAsync(OwedRow row, Posted? posted, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        leaving.Add(row.Id, posted);
        try
        {
            writer.Add(new Delivered(row.Id, posted, leaving));
        }
        catch
        {
            leaving.Remove(row.Id);
            throw;
        }

        return Task.CompletedTask;
    }

    internal static Posted ReadPosted(SqliteDataReader row) =>
        new(new CollectiveId(row.GetString(0)), row.GetInt32(1), row.GetInt32(2), row.GetString(3));

    private static OwedRow ReadOwed(SqliteDataReader row) => new(
        row.GetInt64(0),
        new CollectiveId(row.GetString(1)),
        new Owed(
            row.GetString(2), row.GetString(3), (Purpose)row.GetInt32(4), row.GetString(5), row.MaybeInt(6), row.MaybeInt(7), row.GetBoolean(8)));

    /// <summary>Notes a delivery, without hurry.</summary>
    private sealed class Delivered(long id, Posted? posted, Leaving leaving) : Job
    {
        private const string Delete = "delete from outbox where id = $1";

        private const string Post =
            """
            insert into posted(collective, decision, room, message) values ($1, $2, $3, $4)
            on conflict(collective, decision, room) do update set message = excluded.message
            """;

        public override bool Urgent => false;

        public override void Fail(Exception why) => leaving.Remove(id);

        protected override bool Rows(Session session)
        {
            session.Execute(Delete, id);
            if (posted is not null) session.Execute(Post, posted.Collective.Value, posted.Decision, posted.Room, posted.Message);
            return true;
        }

        protected override void Done() => leaving.Remove(id);
    }
}
