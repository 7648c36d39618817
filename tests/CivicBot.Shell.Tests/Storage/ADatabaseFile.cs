using CivicBot.Engine;
using CivicBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace CivicBot.Shell.Tests.Storages;

/// <summary>What only a file can suffer.</summary>
public sealed class ADatabaseFile : IAsyncLifetime
{
    private static readonly CollectiveId Tea = new("01TEA");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private SqliteStorage _storage = null!;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private string Main => _folder.File("civicbot.db");

    public async ValueTask InitializeAsync() => _storage = await SqliteStorage.OpenAsync(Main, _time, Patience);

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        await _folder.DisposeAsync();
    }

    [Fact]
    public async Task Holds_everything_acknowledged_whenever_the_process_is_killed()
    {
        for (var step = 0; step < 12; step++)
        {
            await _storage.KeyValues("matrix").SetAsync("cursor", $"{step}", Patience);
            await _storage.Directory.ClaimAsync($"room {step}", Tea, Patience);
            var owed = new Owed($"slot {step}", "matrix", Chat.Purpose.Answer, "hello");
            var appends = Enumerable.Range(0, 20).Select(i => _storage.Ledgers.AppendAsync(
                new Batch(new CollectiveId($"c{i}"), 0) { At = _time.GetUtcNow(), Seen = [$"vote {step}"], Outbox = [owed] }, Patience));
            (await Task.WhenAll(appends)).ShouldAllBe(static appended => appended == Appended.Durable);
            foreach (var row in await _storage.Outbox.PendingAsync("matrix", 3, Patience)) await _storage.Outbox.DoneAsync(row, null, Patience);

            await using var after = await SqliteStorage.OpenAsync(CopyAsIfKilled(step), _time, Patience);
            (await after.KeyValues("matrix").GetAsync("cursor", Patience)).ShouldBe($"{step}");
            (await after.Directory.OfPlaceAsync($"room {step}", Patience)).ShouldBe(Tea);
            for (var i = 0; i < 20; i++)
            {
                string[] votes = [.. Enumerable.Range(0, step + 1).Select(static s => $"vote {s}")];
                (await after.Ledgers.SeenAsync(new CollectiveId($"c{i}"), votes, Patience)).ShouldBe(votes, ignoreOrder: true);
            }

            // Deliveries may be repeated, never forgotten.
            var owedNow = (20 - 3) * (step + 1);
            (await after.Outbox.PendingAsync("matrix", 999, Patience)).Count.ShouldBeInRange(owedNow, owedNow + 3);
        }
    }

    [Fact]
    public async Task Notes_a_delivery_after_a_moment_even_without_company()
    {
        await _storage.Ledgers.AppendAsync(
            new Batch(Tea, 0) { At = _time.GetUtcNow(), Outbox = [new Owed("a", "matrix", Chat.Purpose.Answer, "hello")] }, Patience);
        await _storage.Outbox.DoneAsync((await _storage.Outbox.PendingAsync("matrix", 1, Patience))[0], null, Patience);
        Count("outbox").ShouldBe(1);
        while (Count("outbox") > 0)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(5, Patience);
        }
    }

    [Fact]
    public async Task Finishes_what_is_queued_before_it_closes()
    {
        var appends = Enumerable.Range(0, 500).Select(i => _storage.Ledgers.AppendAsync(
            new Batch(new CollectiveId($"c{i}"), 0) { At = _time.GetUtcNow(), Seen = ["vote"] }, Patience)).ToList();
        await _storage.DisposeAsync();
        (await Task.WhenAll(appends)).ShouldAllBe(static appended => appended == Appended.Durable);
        await Should.ThrowAsync<ObjectDisposedException>(() => _storage.KeyValues("matrix").SetAsync("late", "", Patience));
        await Should.ThrowAsync<ObjectDisposedException>(() => _storage.KeyValues("matrix").GetAsync("late", Patience));
        File.Exists(Main + "-wal").ShouldBeFalse("all of it is in the main file");
        Count("seen").ShouldBe(500);
    }

    [Fact]
    public async Task Does_not_let_its_log_grow_for_ever()
    {
        var kilobytes = new string('x', 100_000);
        for (var i = 0; i < 600; i++) await _storage.KeyValues("matrix").SetAsync("cursor", kilobytes + i, Patience);
        new FileInfo(Main + "-wal").Length.ShouldBeLessThan(25_000_000, "60 MB were written");
    }

    [Fact]
    public async Task Is_not_used_again_after_it_failed()
    {
        await _storage.KeyValues("matrix").SetAsync("cursor", "s1", Patience);
        Run(Main, "pragma wal_checkpoint(truncate)");
        await File.WriteAllBytesAsync(Main, Enumerable.Repeat((byte)7, (int)new FileInfo(Main).Length).ToArray(), Patience);

        await Should.ThrowAsync<Exception>(() => _storage.KeyValues("matrix").SetAsync("cursor", "s2", Patience));
        var again = await Should.ThrowAsync<IOException>(() => _storage.KeyValues("matrix").SetAsync("cursor", "s3", Patience));
        again.Message.ShouldContain("restarted");
        await Should.ThrowAsync<IOException>(() => _storage.KeyValues("matrix").GetAsync("cursor", Patience));
        await Should.ThrowAsync<IOException>(() => _storage.Ledgers.AppendAsync(new Batch(Tea, 0) { At = _time.GetUtcNow() }, Patience));
    }

    [Fact]
    public async Task Of_a_newer_version_is_refused()
    {
        await _storage.DisposeAsync();
        Run(Main, "pragma user_version = 2");
        (await Should.ThrowAsync<InvalidDataException>(() => SqliteStorage.OpenAsync(Main, _time, Patience))).Message.ShouldContain("newer");
    }

    [Fact]
    public async Task Of_another_program_is_refused()
    {
        Run(_folder.File("other.db"), "create table photo(id)");
        await Should.ThrowAsync<InvalidDataException>(() => SqliteStorage.OpenAsync(_folder.File("other.db"), _time, Patience));
        await Should.ThrowAsync<SqliteException>(() => SqliteStorage.OpenAsync(_folder.File("no/such/folder.db"), _time, Patience));
    }

    private string CopyAsIfKilled(int step)
    {
        var copy = _folder.File($"copy {step}.db");
        File.Copy(Main, copy);
        File.Copy(Main + "-wal", copy + "-wal");
        return copy;
    }

    private long Count(string table) => (long)Run(Main, "select count(*) from " + table)!;

    private static object? Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
