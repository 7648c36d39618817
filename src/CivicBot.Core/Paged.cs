namespace CivicBot.Core;

/// <summary>
/// An immutable list of places numbered from 0, most of them empty at first, that grows by being written to. Two levels of arrays: reading is two steps, and
/// a change copies one page, so that a million members can be walked in their order without a search for each. Small values lie in the pages themselves.
/// </summary>
public sealed class Paged<T>
{
    private const int PageSize = 512;
    private readonly T?[]?[] pages;

    private Paged(T?[]?[] pages, int count) => (this.pages, Count) = (pages, count);

    internal static Paged<T> Empty { get; } = new([], 0);

    /// <summary>How many places are taken.</summary>
    public int Count { get; }

    /// <summary>What stands at a place; null, or the default of a value, where nothing does.</summary>
    public T? this[int place] => (uint)place / PageSize is var page && page < (uint)pages.Length && pages[page] is { } found ? found[(uint)place % PageSize] : default;

    /// <summary>The places that are taken, in order.</summary>
    public IEnumerable<KeyValuePair<int, T>> Taken
    {
        get
        {
            for (var page = 0; page < pages.Length; page++)
            {
                if (pages[page] is not { } places) continue;
                for (var i = 0; i < PageSize; i++)
                {
                    if (places[i] is { } value && IsTaken(value)) yield return KeyValuePair.Create((page * PageSize) + i, value);
                }
            }
        }
    }

    /// <summary>The same list with another value at a place; null, or the default of a value, empties it.</summary>
    public Paged<T> With(int place, T? value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        var before = this[place];
        if (EqualityComparer<T>.Default.Equals(before, value)) return this;
        var page = place / PageSize;
        var copied = new T?[]?[Math.Max(pages.Length, page + 1)];
        pages.CopyTo(copied, 0);
        var changed = copied[page] is { } found ? (T?[])found.Clone() : new T?[PageSize];
        changed[place % PageSize] = value;
        copied[page] = changed;
        return new Paged<T>(copied, Count + (IsTaken(value) ? 1 : 0) - (IsTaken(before) ? 1 : 0));
    }

    private static bool IsTaken(T? value) => !EqualityComparer<T>.Default.Equals(value, default);
}
