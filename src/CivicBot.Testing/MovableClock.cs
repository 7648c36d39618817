namespace CivicBot.Testing;

/// <summary>A clock that is moved by hand: it stands still otherwise, or goes on with the real one.</summary>
public sealed class MovableClock(DateTimeOffset start, TimeProvider? runsWith = null) : TimeProvider
{
    private readonly long started = runsWith?.GetTimestamp() ?? 0;
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => runsWith is null ? now : now + runsWith.GetElapsedTime(started);

    public void Advance(TimeSpan by) => now += by;

    /// <summary>Set the clock to a later moment; never back.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        if (moment > GetUtcNow()) Advance(moment - GetUtcNow());
    }
}
