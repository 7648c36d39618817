using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>
/// What came of a command: events (none if nothing changes), or a refusal. A refused command causes no event of its own;
/// events beside a refusal are deadlines that had come before the command did.
/// </summary>
public sealed record Ruling
{
    private Ruling()
    {
    }

    public static Ruling Unchanged { get; } = new();

    public ImmutableArray<CollectiveEvent> Events { get; private init; } = [];

    public Refusal? Refusal { get; private init; }

    /// <summary>The last event of the command itself, before what followed from it by time; null if it caused none.</summary>
    public CollectiveEvent? Recorded { get; private init; }

    public static Ruling Of(params ReadOnlySpan<CollectiveEvent> events) =>
        new() { Events = [.. events], Recorded = events.IsEmpty ? null : events[^1] };

    public static Ruling FromRefusal(Refusal reason) => new() { Refusal = reason };

    public static Ruling FromCollectiveEvent(CollectiveEvent happened) => Of(happened);

    public static implicit operator Ruling(CollectiveEvent happened) => Of(happened);

    public static implicit operator Ruling(Refusal reason) => FromRefusal(reason);

    internal Ruling Before(ImmutableArray<CollectiveEvent> later) => later.IsEmpty ? this : this with { Events = Events.AddRange(later) };

    internal Ruling After(ImmutableArray<CollectiveEvent> earlier) => earlier.IsEmpty ? this : this with { Events = earlier.AddRange(Events) };
}
