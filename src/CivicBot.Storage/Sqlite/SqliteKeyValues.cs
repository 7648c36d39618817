using CivicBot.Chat;

namespace CivicBot.Storage;

internal sealed class SqliteKeyValues(string platform, SqliteWriter writer, Readers readers) : IKeyValues
{
    private const string Value = "select value from adapter where platform = $1 and key = $2";

    private const string Forget = "delete from adapter where platform = $1 and key = $2";

    private const string Keep =
        "insert into adapter(platform, key, value) values ($1, $2, $3) on conflict(platform, key) do update set value = excluded.value";

    public Task<string?> GetAsync(string key, CancellationToken cancellation) =>
        Task.FromResult(readers.Read(session => (string?)session.Scalar(Value, platform, key), cancellation));

    public Task SetAsync(string key, string? value, CancellationToken cancellation) =>
        writer.RunAsync(
            session => (value is null ? session.Execute(Forget, platform, key) : session.Execute(Keep, platform, key, value), true),
            cancellation);
}
