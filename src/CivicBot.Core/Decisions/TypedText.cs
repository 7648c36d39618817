using System.Globalization;
using System.Text;

namespace CivicBot.Core;

/// <summary>What people type is data: kept in one normal form, bounded, and free of what no reader can see (SECURITY 2).</summary>
public static class TypedText
{
    public const int TitleLength = 300;
    public const int OptionLength = 100;
    public const int NameLength = 100;

    /// <summary>The form in which a text is kept: NFC, without white space around it.</summary>
    public static string Normalize(string text) => text.Normalize(NormalizationForm.FormC).Trim();

    /// <summary>Why a text cannot be taken, or null.</summary>
    public static Refusal? Refuse(string text, int most)
    {
        if (!IsWhole(text) || text.Any(letter => char.IsControl(letter) && letter != '\n')) return new Refusal.UnreadableText();
        if (string.IsNullOrWhiteSpace(Skeleton(text))) return new Refusal.EmptyText();
        return Normalize(text).Length > most ? new Refusal.TextTooLong(most, Normalize(text).Length) : null;
    }

    /// <summary>Whether every surrogate has its partner: half a character cannot be normalised, nor written anywhere.</summary>
    public static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return false;
        }
        return true;
    }

    /// <summary>The same text with a mark where half a character stood.</summary>
    public static string Whole(string text) => IsWhole(text) ? text : string.Concat(text.EnumerateRunes());

    /// <summary>
    /// What two texts that look the same have in common: compatibility form, case folded, without invisible characters, with the Cyrillic and Greek
    /// letters that look Latin made Latin. Two options may not share it. Accents stay: “côte” and “cote” are two words.
    /// </summary>
    public static string Skeleton(string text)
    {
        if (Ascii.IsValid(text) && !text.AsSpan().ContainsAnyInRange('\0', '\x1f') && !text.Contains('\x7f', StringComparison.Ordinal))
        {
            return string.Join(' ', text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        var skeleton = new StringBuilder(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control) continue;
            if (rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F)) continue;
            skeleton.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        for (var i = 0; i < skeleton.Length; i++)
        {
            var alike = LookAlikes.IndexOf(skeleton[i], StringComparison.Ordinal);
            if (alike >= 0) skeleton[i] = Latin[alike];
        }
        return string.Join(' ', skeleton.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private const string LookAlikes = "аеорсухкмтвніјѕԁһαορνικτυχε";
    private const string Latin = "aeopcyxkmtbhijsdhaopviktuxe";

    /// <summary>A text as people compare it when they type an option: without case and accents.</summary>
    public static string Loose(string text)
    {
        if (Ascii.IsValid(text)) return Skeleton(text);
        var loose = new StringBuilder(text.Length);
        foreach (var rune in Skeleton(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark) loose.Append(rune.ToString());
        }
        return loose.ToString();
    }
}
