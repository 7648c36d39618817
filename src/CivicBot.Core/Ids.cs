using System.Globalization;

namespace CivicBot.Core;

/// <summary>One platform identity, opaque here: <c>telegram:4711</c>.</summary>
public readonly record struct AccountId(string Key)
{
    public override string ToString() => Key;
}

/// <summary>Where things are said, opaque here: <c>matrix:!abc:example.org</c>.</summary>
public readonly record struct RoomId(string Key)
{
    public override string ToString() => Key;
}

/// <summary>One person of a collective: 30 hex digits drawn at random, which say nothing about the person.</summary>
public readonly record struct MemberId(string Hex)
{
    public override string ToString() => Hex;
}

/// <summary>A decision's number: 1, 2, 3 … per collective, over all kinds.</summary>
public readonly record struct DecisionId(int Number) : IComparable<DecisionId>
{
    public int CompareTo(DecisionId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);

    public static bool operator <(DecisionId left, DecisionId right) => left.Number < right.Number;

    public static bool operator >(DecisionId left, DecisionId right) => left.Number > right.Number;

    public static bool operator <=(DecisionId left, DecisionId right) => left.Number <= right.Number;

    public static bool operator >=(DecisionId left, DecisionId right) => left.Number >= right.Number;
}
