using System.Globalization;

namespace CivicBot.Ledger;

/// <summary>A count in its one decimal spelling: no sign, no leading zero, no other digits than ASCII.</summary>
internal static class DecimalText
{
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static bool TryRead(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.IsEmpty || text.ContainsAnyExceptInRange('0', '9')) return false;
        if (text.Length > 1 && text[0] == '0') return false;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
