using System.Collections.Immutable;
using CivicBot.Ledger;

namespace CivicBot.Engine;

/// <summary>
/// What the writer must know of the ledger itself, beside what it amounts to: its size and root, and a few places in it. A value: a batch that is not
/// committed is dropped with it.
/// </summary>
internal sealed record Log
{
    public static Log Empty { get; } = new();

    public Frontier Frontier { get; init; } = Frontier.Empty;

    /// <summary>The ledger's own name, as its first entry gives it.</summary>
    public string Origin { get; init; } = "";

    public long Size => Frontier.Size;

    public DateTimeOffset LastTime { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>For each decision, the leaf of the entry that gave it its present text.</summary>
    public ImmutableDictionary<int, Hash256> Texts { get; init; } = ImmutableDictionary<int, Hash256>.Empty;

    /// <summary>For each decision, the leaves of the entries that hold its roll.</summary>
    public ImmutableDictionary<int, ImmutableArray<Hash256>> Rolls { get; init; } = ImmutableDictionary<int, ImmutableArray<Hash256>>.Empty;

    /// <summary>The root right after the entry that made a draw necessary: the end of voting (part 0), or an objection being contested.</summary>
    public ImmutableDictionary<(int Decision, int Part), Hash256> Draws { get; init; } = ImmutableDictionary<(int, int), Hash256>.Empty;

    /// <summary>Sealed and running: where each member's standing ballot is.</summary>
    public ImmutableDictionary<(int Decision, string Member), long> Sealed { get; init; } = ImmutableDictionary<(int, string), long>.Empty;

    /// <summary>Sealed and running: the entries of ballots that no longer stand, whose openings go at close.</summary>
    public ImmutableDictionary<int, ImmutableArray<long>> Replaced { get; init; } = ImmutableDictionary<int, ImmutableArray<long>>.Empty;
}
