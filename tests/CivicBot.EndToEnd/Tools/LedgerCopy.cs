using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace CivicBot.EndToEnd.Tools;

/// <summary>An entry as it stands in the file, with its openings.</summary>
internal sealed record Entry(string Collective, long Number, JsonObject Json, IReadOnlyList<JsonObject> Openings)
{
    public string Type => (string)Json["t"]!;

    public int? Decision => (int?)Json["d"];

    public string? Member => (string?)Json["m"];
}

/// <summary>A copy of a stopped bot's data folder, to look into and to damage.</summary>
internal sealed class LedgerCopy
{
    private readonly string folder;

    /// <param name="data">The bot must have stopped: its write-ahead log is copied along and written back here.</param>
    public LedgerCopy(string data, string to)
    {
        folder = Directory.CreateDirectory(to).FullName;
        foreach (var part in new[] { "", "-wal" })
        {
            if (File.Exists(Path.Combine(data, "civicbot.db" + part))) File.Copy(Path.Combine(data, "civicbot.db" + part), Database + part);
        }
        Execute("pragma wal_checkpoint(truncate)");
    }

    private string Database => Path.Combine(folder, "civicbot.db");

    /// <summary>The entries of all ledgers.</summary>
    public IReadOnlyList<Entry> Entries()
    {
        using var connection = Open();
        var openings = Query(connection, "select collective, n, payload from opening order by n, i", row => (Of: (row.GetString(0), row.GetInt64(1)), Payload: row.GetString(2)))
            .ToLookup(one => one.Of, one => JsonNode.Parse(one.Payload)!.AsObject());
        return [.. Query(connection, "select collective, n, bytes from entry order by collective, n", row => (Of: (row.GetString(0), row.GetInt64(1)), Bytes: (byte[])row[2]))
            .Select(one => new Entry(one.Of.Item1, one.Of.Item2, JsonNode.Parse(one.Bytes)!.AsObject(), [.. openings[one.Of]]))];
    }

    /// <summary>Change one byte of an entry's line.</summary>
    public void DamageEntry(Entry entry, int at) =>
        Damage("entry", "bytes", entry, bytes => [.. bytes[..at], (byte)(bytes[at] ^ 1), .. bytes[(at + 1)..]]);

    /// <summary>Turn one option into another in a ballot's opening.</summary>
    public void DamagePayload(Entry entry) => Damage("opening", "payload", entry, bytes =>
    {
        var at = Encoding.UTF8.GetString(bytes).IndexOf("\"choice\":[", StringComparison.Ordinal) + "\"choice\":[".Length;
        return [.. bytes[..at], bytes[at] == '1' ? (byte)'2' : (byte)'1', .. bytes[(at + 1)..]];
    });

    public void DamageSalt(Entry entry) => Damage("opening", "salt", entry, bytes => [bytes[0] == 'A' ? (byte)'B' : (byte)'A', .. bytes[1..]]);

    /// <summary><c>civicbot verify --data</c> this folder.</summary>
    public Task<(int Code, string Output)> VerifyAsync() => Surroundings.RunAsync("dotnet", [Surroundings.Host!, "verify", "--data", folder]);

    private void Damage(string table, string column, Entry entry, Func<byte[], byte[]> change)
    {
        using var connection = Open();
        var before = Query(connection, $"select cast({column} as blob) from {table} where collective = '{entry.Collective}' and n = {entry.Number}", row => (byte[])row[0]).Single();
        var after = change(before);
        after.Length.ShouldBe(before.Length);
        after.Zip(before).Count(pair => pair.First != pair.Second).ShouldBe(1);
        using var command = connection.CreateCommand();
        command.CommandText = $"update {table} set {column} = $value where collective = $collective and n = $n";
        command.Parameters.AddWithValue("$value", table == "entry" ? after : Encoding.UTF8.GetString(after));
        command.Parameters.AddWithValue("$collective", entry.Collective);
        command.Parameters.AddWithValue("$n", entry.Number);
        command.ExecuteNonQuery().ShouldBe(1);
    }

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<T> Query<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }
}
