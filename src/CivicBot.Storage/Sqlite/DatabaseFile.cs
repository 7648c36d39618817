using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CivicBot.Storage;

/// <summary>Opens the file, for writing and for reading, and makes sure that it is ours and as durable as we say.</summary>
internal sealed class DatabaseFile(string path)
{
    private const int SchemaVersion = 1;

    // Before it, two connections could corrupt the file by resetting the write-ahead log at once.
    private static readonly Version Oldest = new(3, 51, 3);

    public Session OpenForWriting()
    {
        var session = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            var version = Version.Parse((string)session.Scalar("select sqlite_version()")!);
            if (version < Oldest) throw new NotSupportedException($"SQLite {version} is too old: {Oldest} or newer is needed");
            RefuseForeign(session);
            Set(session, "pragma journal_mode = wal", "pragma journal_mode", "wal");
            Set(session, "pragma synchronous = full", "pragma synchronous", "2");
            Set(session, "pragma secure_delete = on", "pragma secure_delete", "1");
            session.Execute("pragma temp_store = memory");
            Set(session, "pragma wal_autocheckpoint = 0", "pragma wal_autocheckpoint", "0"); // See Checkpointing.
            CreateTables(session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public Session OpenForReading() => Open(SqliteOpenMode.ReadOnly);

    private Session Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString());
        var session = new Session(connection);
        try
        {
            connection.Open();
            Set(session, "pragma foreign_keys = off", "pragma foreign_keys", "0");
            Set(session, "pragma trusted_schema = off", "pragma trusted_schema", "0");
            Set(session, "pragma busy_timeout = 5000", "pragma busy_timeout", "5000");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static void Set(Session session, string set, string get, string wanted)
    {
        session.Execute(set);
        var found = Convert.ToString(session.Scalar(get), CultureInfo.InvariantCulture);
        if (found != wanted) throw new NotSupportedException($"SQLite does not take \"{set}\": it is {found}");
    }

    private void RefuseForeign(Session session)
    {
        var version = (long)session.Scalar("pragma user_version")!;
        if (version > SchemaVersion)
        {
            throw new InvalidDataException(
                $"{path} was written by a newer CivicBot (schema {version}, this one knows {SchemaVersion}): install that one");
        }

        if (version == 0 && session.Scalar("select 1 from sqlite_schema limit 1") is not null)
            throw new InvalidDataException($"{path} is a database of some other program");
    }

    private static void CreateTables(Session session)
    {
        session.Execute("begin immediate");
        if ((long)session.Scalar("pragma user_version")! == 0)
        {
            using var text = new StreamReader(typeof(DatabaseFile).Assembly.GetManifestResourceStream("Schema.sql")!);
            session.Execute(text.ReadToEnd());
            session.Execute("pragma user_version = 1");
        }

        session.Execute("commit");
    }
}
