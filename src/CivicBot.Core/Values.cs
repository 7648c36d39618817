using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace CivicBot.Core;

/// <summary>An immutable list that is equal to another by its elements, so that records holding it compare by content.</summary>
[CollectionBuilder(typeof(Values), nameof(Values.Create))]
public readonly struct Values<T>(ImmutableArray<T> items) : IReadOnlyList<T>, IEquatable<Values<T>>
{
    private readonly ImmutableArray<T> items = items;

    private ImmutableArray<T> Items => items.IsDefault ? [] : items;

    public int Count => Items.Length;

    public T this[int index] => Items[index];

    public bool Equals(Values<T> other) => Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is Values<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => "[" + string.Join(", ", Items) + "]";

    public static bool operator ==(Values<T> left, Values<T> right) => left.Equals(right);

    public static bool operator !=(Values<T> left, Values<T> right) => !left.Equals(right);
}

/// <summary>Makes <see cref="Values{T}"/>.</summary>
public static class Values
{
    public static Values<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    public static Values<T> ToValues<T>(this IEnumerable<T> items) => new([.. items]);
}
