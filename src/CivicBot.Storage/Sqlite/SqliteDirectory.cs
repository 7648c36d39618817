using System.Runtime.CompilerServices;
using CivicBot.Engine;

namespace CivicBot.Storage;

internal sealed class SqliteDirectory(SqliteWriter writer, Readers readers, Leaving leaving) : IDirectory
{
    private const int Page = 1000;

    private const string All = "select collective from head where collective > $1 order by collective limit $2";

    private const string OfPlace = "select collective from directory where \"as\" = 0 and key = $1";

    private const string OfAccount = "select collective from directory where \"as\" = 1 and key = $1 order by collective";

    private const string OfToken = "select collective from token where token = $1";

    private const string OfMessage = "select collective, decision, room, message from posted where message = $1 limit 1";

    private const string Claim = "insert or ignore into directory(\"as\", key, collective) values (0, $1, $2)";

    private const string Leave = "delete from directory where \"as\" = 0 and key = $1";

    private const string Due = "select collective, key, at from due where at <= $1 order by at, collective, key limit $2";

    private const string NextDue = "select min(at) from due";

    public async IAsyncEnumerable<CollectiveId> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var after = "";
        List<string> page;
        do
        {
            page = readers.Read(session => session.Query(All, static row => row.GetString(0), after, Page), cancellation);
            foreach (var collective in page) yield return new CollectiveId(after = collective);
        }
        while (page.Count == Page);
    }

    public Task<CollectiveId?> OfPlaceAsync(string place, CancellationToken cancellation) =>
        Task.FromResult(readers.Read(session => Owner(session, place), cancellation));

    public Task<IReadOnlyList<CollectiveId>> OfAccountAsync(string account, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<CollectiveId>>(
            readers.Read(session => session.Query(OfAccount, static row => new CollectiveId(row.GetString(0)), account), cancellation));

    public Task<CollectiveId?> OfTokenAsync(string token, CancellationToken cancellation) =>
        Task.FromResult(readers.Read(session => Named(session.Scalar(OfToken, token)), cancellation));

    public Task<Posted?> OfMessageAsync(string message, CancellationToken cancellation) =>
        Task.FromResult(
            leaving.Posted(posted => posted.Message == message)
            ?? readers.Read(session => session.Query(OfMessage, SqliteOutbox.ReadPosted, message).FirstOrDefault(), cancellation));

    public async Task<CollectiveId> ClaimAsync(string place, CollectiveId wanted, CancellationToken cancellation) =>
        await OfPlaceAsync(place, cancellation) // Nearly always it is known, and nothing need be written.
        ?? await writer.RunAsync(
            session =>
            {
                session.Execute(Claim, place, wanted.Value);
                return (Owner(session, place)!.Value, true);
            },
            cancellation);

    public Task<bool> MoveAsync(string from, string to, CancellationToken cancellation) =>
        writer.RunAsync(
            session =>
            {
                // Nobody is there: it was moved before, or never ours.
                if (Owner(session, from) is not { } owner) return (true, true);
                if (Owner(session, to) is { } holder && holder != owner) return (false, true);
                session.Execute(Leave, from);
                session.Execute(Claim, to, owner.Value);
                return (true, true);
            },
            cancellation);

    public Task<IReadOnlyList<DueRow>> DueAsync(DateTimeOffset now, int most, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<DueRow>>(readers.Read(
            session => session.Query(
                Due, static row => new DueRow(new CollectiveId(row.GetString(0)), row.GetString(1), row.Moment(2)), now.UtcTicks, most),
            cancellation));

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation) =>
        Task.FromResult(readers.Read(
            static session => session.Scalar(NextDue) is long ticks ? Columns.Moment(ticks) : (DateTimeOffset?)null, cancellation));

    private static CollectiveId? Owner(Session session, string place) => Named(session.Scalar(OfPlace, place));

    private static CollectiveId? Named(object? found) => found is string name ? new CollectiveId(name) : null;
}
