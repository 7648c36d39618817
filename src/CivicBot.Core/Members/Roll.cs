using System.Collections.Immutable;
using System.Numerics;

namespace CivicBot.Core;

/// <summary>
/// The eligible members of one decision, by number, frozen when voting opens (SEMANTICS 1). Beside the list it keeps one bit for each number and how many
/// stand before each 64 of them, so that a member's place is found in two reads, however large the collective.
/// </summary>
public sealed class Roll : IEquatable<Roll>
{
    private readonly ulong[] listed;
    private readonly int[] before;

    /// <param name="members">The members' numbers, rising.</param>
    public Roll(ImmutableArray<int> members)
    {
        Members = members;
        listed = new ulong[members.IsEmpty ? 0 : (members[^1] / 64) + 1];
        before = new int[listed.Length];
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i] < 0 || (i > 0 && members[i] <= members[i - 1])) throw new ArgumentException("The numbers of a roll rise.", nameof(members));
            listed[members[i] / 64] |= 1UL << (members[i] % 64);
        }
        for (var word = 1; word < listed.Length; word++) before[word] = before[word - 1] + BitOperations.PopCount(listed[word - 1]);
    }

    public static Roll Empty { get; } = new([]);

    public ImmutableArray<int> Members { get; }

    public int Count => Members.Length;

    /// <summary>The number of the member at a place of the roll.</summary>
    public int this[int place] => Members[place];

    public bool Contains(int member) => IndexOf(member) >= 0;

    /// <summary>The place of a member on the roll; -1 for who is not on it.</summary>
    public int IndexOf(int member)
    {
        var word = (uint)member / 64;
        if (word >= (uint)listed.Length) return -1;
        var bit = 1UL << (member % 64);
        return (listed[word] & bit) == 0 ? -1 : before[word] + BitOperations.PopCount(listed[word] & (bit - 1));
    }

    /// <summary>The same where two members are one: he stands once.</summary>
    internal Roll Merged(int stays, int goes) => Contains(goes) ? new([.. Members.Select(member => member == goes ? stays : member).Distinct().Order()]) : this;

    public bool Equals(Roll? other) => other is not null && Members.AsSpan().SequenceEqual(other.Members.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as Roll);

    public override int GetHashCode() => HashCode.Combine(Count, Members.IsEmpty ? 0 : Members[0], Members.IsEmpty ? 0 : Members[^1]);
}
