using CivicBot.Chat;
using CivicBot.Ledger;

namespace CivicBot.Engine;

/// <summary>A collective's own random name, 26 Crockford characters: the second half of its ledger's origin.</summary>
public readonly record struct CollectiveId(string Value)
{
    /// <summary>Where rooms are answered in which nothing was founded yet. It has no ledger.</summary>
    public static CollectiveId Lobby { get; } = new("lobby");

    public override string ToString() => Value;
}

/// <summary>An entry as it stands on disk: its bytes are the leaf, nobody re-serialises them.</summary>
public sealed record Entry(long N, ReadOnlyMemory<byte> Line, Hash256 Leaf);

/// <summary>An entry with the openings that are still there.</summary>
public sealed record Stored(Entry Entry, IReadOnlyList<Opening> Openings);

/// <summary>The latest signed checkpoint of a ledger.</summary>
public sealed record Head(long Size, Hash256 Root, string Note);

/// <summary>A document owed to somebody.</summary>
/// <param name="Slot">Unique in the collective: a row owed later in the same slot takes the place of one that still waits.</param>
/// <param name="Platform">Whose adapter delivers it.</param>
/// <param name="Purpose">The most important goes first.</param>
/// <param name="Body">The delivery, written out.</param>
/// <param name="Decision">For cards: the number of the decision whose message it is in <paramref name="Room"/>.</param>
/// <param name="Room">For cards: the room's number in the collective.</param>
/// <param name="Posts">It is that card's first message; else, if it is a card, it waits for the message and takes its place.</param>
public sealed record Owed(string Slot, string Platform, Purpose Purpose, string Body, int? Decision = null, int? Room = null, bool Posts = false);

/// <summary>A row of the outbox. Its id is never used again, so that a delivery's id is unique for ever.</summary>
public sealed record OwedRow(long Id, CollectiveId Collective, Owed Owed);

/// <summary>Which message shows a decision in a room.</summary>
public sealed record Posted(CollectiveId Collective, int Decision, int Room, string Message);

/// <summary>Something to be done at a moment. No moment: it is done.</summary>
public sealed record Due(string Key, DateTimeOffset? At);

/// <summary>A due row that was found.</summary>
public sealed record DueRow(CollectiveId Collective, string Key, DateTimeOffset At);

/// <summary>What a button means. The actor is never part of it: who presses acts.</summary>
/// <param name="Token">128 random bits, base64url.</param>
/// <param name="Act">A command line.</param>
/// <param name="Version">The decision's text that it was made for.</param>
/// <param name="Only">The one account that may press it; null: anyone.</param>
/// <param name="Expires">For answers to one person; a card's tokens stay.</param>
public sealed record ActionToken(string Token, string Act, int? Decision, int Version, string? Only, DateTimeOffset? Expires);

/// <summary>A half-filled form. No body: it is gone.</summary>
public sealed record Draft(string Account, string Room, string? Body, DateTimeOffset Expires);

/// <summary>A private preference of an account, never an entry. No value: it is forgotten.</summary>
public sealed record Setting(string Account, string Key, string? Value);

/// <summary>What the directory learns: this room, place or account belongs to the collective.</summary>
public sealed record Listed(ListedAs As, string Key);

/// <summary>What a key of the directory is.</summary>
public enum ListedAs
{
    Place,
    Account,
}

/// <summary>What is kept beside a ledger and needed by its writer.</summary>
public sealed record Beside(IReadOnlyList<ActionToken> Tokens, IReadOnlyList<Draft> Drafts, IReadOnlyList<Setting> Settings);

/// <summary>
/// One commit of one collective: all or nothing. It never splits a ruling, and holds whatever the interactions in it caused.
/// </summary>
/// <param name="Collective">Whose ledger it is.</param>
/// <param name="Expected">How many entries the ledger had when this was decided; named by a batch without entries, too.</param>
public sealed record Batch(CollectiveId Collective, long Expected)
{
    public IReadOnlyList<Entry> Entries { get; init; } = [];

    /// <summary>Null if and only if there are no entries.</summary>
    public Head? Head { get; init; }

    public IReadOnlyList<Opening> Openings { get; init; } = [];

    /// <summary>Openings deleted in the same transaction: at a close, those of sealed ballots that no longer stand.</summary>
    public IReadOnlyList<(long N, int I)> Wiped { get; init; } = [];

    public IReadOnlyList<string> Seen { get; init; } = [];

    public IReadOnlyList<Owed> Outbox { get; init; } = [];

    public IReadOnlyList<Due> Due { get; init; } = [];

    public IReadOnlyList<ActionToken> Tokens { get; init; } = [];

    public IReadOnlyList<Draft> Drafts { get; init; } = [];

    public IReadOnlyList<Setting> Settings { get; init; } = [];

    public IReadOnlyList<Listed> Directory { get; init; } = [];

    /// <summary>When it was decided, for the day of its seen keys.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What came of an append. An exception means that nobody knows: read first, then decide again.</summary>
public enum Appended
{
    Durable,

    /// <summary>The ledger had more entries than expected: read what is missing, decide again.</summary>
    Stale,
}
