using System.Globalization;

namespace CivicBot.Core;

/// <summary>A share of a whole, reduced: 20 % is 1/5. Whatever a share decides is decided in whole numbers.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    private const int MostDigits = 3;
    private readonly int denominator;

    public Fraction(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var common = Divisor(numerator, denominator);
        (Numerator, this.denominator) = (numerator / common, denominator / common);
    }

    public static Fraction Zero { get; } = new(0, 1);

    public int Numerator { get; }

    public int Denominator => denominator == 0 ? 1 : denominator;

    public bool IsZero => Numerator == 0;

    /// <summary>The share in per cent, where that is a whole number.</summary>
    public int? Percent => 100 % Denominator == 0 ? Numerator * (100 / Denominator) : null;

    /// <summary>The smallest number that is at least this share of a whole.</summary>
    public long CeilingOf(long whole) => ((whole * Numerator) + Denominator - 1) / Denominator;

    /// <summary>Whether a part is at least this share of a whole.</summary>
    public bool IsReachedBy(long part, long whole) => part * Denominator >= whole * Numerator;

    public int CompareTo(Fraction other) => ((long)Numerator * other.Denominator).CompareTo((long)other.Numerator * Denominator);

    /// <summary>Reads <c>1/5</c>, <c>20%</c>, <c>2.5%</c> and <c>0</c>; nothing above the whole.</summary>
    public static Fraction? Read(string word)
    {
        if (word == "0") return Zero;
        if (word.EndsWith('%')) return Percentage(word[..^1]);
        return word.Split('/') is [var part, var whole] && Number(part) is { } numerator && Number(whole) is { } denominator and > 0 && numerator <= denominator
            ? new Fraction(numerator, denominator) : null;
    }

    public override string ToString() => IsZero ? "0" : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    private static Fraction? Percentage(string words)
    {
        var parts = words.Split('.', ',');
        if (parts.Length > 2 || Number(parts[0]) is not { } whole) return null;
        if (parts.Length == 1) return whole <= 100 ? new Fraction(whole, 100) : null;
        if (parts[1].Length > 1 || Number(parts[1]) is not { } tenths) return null;
        return (whole * 10) + tenths <= 1000 ? new Fraction((whole * 10) + tenths, 1000) : null;
    }

    /// <summary>The greatest common divisor (Euclid).</summary>
    private static int Divisor(int one, int other) => other == 0 ? one : Divisor(other, one % other);

    private static int? Number(string digits) =>
        digits.Length <= MostDigits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
