namespace CivicBot.Storage;

/// <summary>
/// Moves the log into the main file now and then. SQLite would do it by itself, but says nothing if it fails; and a second try after a failed
/// fsync may succeed without having written anything.
/// </summary>
internal static class Checkpointing
{
    /// <summary>Some 16 MB. Each time costs two fsyncs.</summary>
    private const int Pages = 4000;

    private const string Look = "pragma wal_checkpoint(noop)";

    // Passive: readers and writers are not waited for; what they hold is moved the next time.
    private const string Move = "pragma wal_checkpoint(passive)";

    public static void NowAndThen(Session session)
    {
        if (session.Query(Look, static row => row.GetInt64(1))[0] >= Pages) session.Execute(Move);
    }
}
