using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What differs between two versions of a text, in a few lines that can be read aloud: what came in place of what, what was added and after which words, what went.</summary>
public static class DifferenceTexts
{
    private const int MostShown = 6;
    private const int LongestPiece = 160;
    private const int WordsBefore = 4;

    /// <summary>The changes in order; those that are too many are counted.</summary>
    public static IReadOnlyList<Line> Of(string? before, string? after, string language)
    {
        var changes = Changes(Difference.Between(before ?? "", after ?? "")).ToList();
        return
        [
            .. changes.Take(MostShown).Select(change => Said(change, language)),
            .. changes.Count > MostShown ? [SdkTexts.All.Line(language, "difference.more", ("n", changes.Count - MostShown))] : Array.Empty<Line>(),
        ];
    }

    private sealed record Changed(string Before, string Removed, string Added);

    private static IEnumerable<Changed> Changes(IReadOnlyList<Stretch> stretches)
    {
        var (kept, removed, added) = ("", "", "");
        foreach (var (place, stretch) in stretches.Index())
        {
            if (stretch.Change is Change.Removed) removed += stretch.Text;
            else if (stretch.Change is Change.Added) added += stretch.Text;
            // A single word between two changes is read with them.
            else if (removed.Length + added.Length > 0 && place + 1 < stretches.Count && !stretch.Text.Trim().Any(char.IsWhiteSpace)) (removed, added) = (removed + stretch.Text, added + stretch.Text);
            else
            {
                if (removed.Length + added.Length > 0) yield return new Changed(kept, removed, added);
                (kept, removed, added) = (stretch.Text, "", "");
            }
        }
        if (removed.Length + added.Length > 0) yield return new Changed(kept, removed, added);
    }

    private static Line Said(Changed change, string language)
    {
        var (removed, added) = (Piece(change.Removed), Piece(change.Added));
        if (removed.Length > 0) return SdkTexts.All.Line(language, added.Length > 0 ? "difference.replaced" : "difference.removed", ("removed", removed), ("added", added));
        var words = change.Before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return SdkTexts.All.Line(language, words.Length > 0 ? "difference.added" : "difference.added.first", ("added", added), ("before", string.Join(' ', words.TakeLast(WordsBefore))));
    }

    private static string Piece(string text)
    {
        var flat = text.Trim().ReplaceLineEndings(" ");
        if (flat.Length <= LongestPiece) return flat;
        // Never half a character.
        var end = char.IsHighSurrogate(flat[LongestPiece - 1]) ? LongestPiece - 1 : LongestPiece;
        return flat[..end] + "…";
    }
}
