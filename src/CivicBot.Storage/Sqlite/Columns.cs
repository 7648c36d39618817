using System.Runtime.InteropServices;
using CivicBot.Ledger;
using Microsoft.Data.Sqlite;

namespace CivicBot.Storage;

/// <summary>How our values stand in columns.</summary>
internal static class Columns
{
    public static int? MaybeInt(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static string? MaybeString(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[] Bytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static Hash256 Hash(this SqliteDataReader row, int column) => new(row.Bytes(column));

    public static DateTimeOffset Moment(this SqliteDataReader row, int column) => Moment(row.GetInt64(column));

    public static DateTimeOffset? MaybeMoment(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Moment(column);

    public static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);

    public static long Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime).DayNumber;

    /// <summary>The bytes as the driver takes them, copied only if they are part of something larger.</summary>
    public static byte[] Whole(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var part) && part.Offset == 0 && part.Array!.Length == part.Count ? part.Array : bytes.ToArray();
}
