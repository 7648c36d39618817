using System.Collections.Concurrent;
using CivicBot.Engine;

namespace CivicBot.Storage;

/// <summary>
/// What was delivered and waits to be noted on disk. Readers look here first, so that what was said to be done is not seen as owed in between;
/// a row goes only after its commit, so that it is always found in one of the two.
/// </summary>
internal sealed class Leaving
{
    private readonly ConcurrentDictionary<long, Posted?> _rows = [];

    public void Add(long id, Posted? posted) => _rows[id] = posted;

    public void Remove(long id) => _rows.TryRemove(id, out _);

    public HashSet<long> Ids() => _rows.IsEmpty ? [] : [.. _rows.Keys];

    /// <summary>The latest of these messages.</summary>
    public Posted? Posted(Func<Posted, bool> wanted) =>
        _rows.IsEmpty ? null : _rows.Where(row => row.Value is { } posted && wanted(posted)).OrderBy(static row => row.Key).LastOrDefault().Value;
}
