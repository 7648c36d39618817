using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>Finds what somebody probably meant to type. It is offered and never taken for granted.</summary>
public static class NearSpelling
{
    /// <summary>The nearest of some words; null where none is near, or several are equally near.</summary>
    public static string? Of(string typed, IEnumerable<string> words)
    {
        var loose = TypedText.Loose(typed);
        if (loose.Length is 0 or > 100) return null;
        var near = words.DistinctBy(TypedText.Loose).Select(word => (word, distance: Distance(loose, TypedText.Loose(word))))
            .Where(candidate => candidate.distance <= Math.Max(1, loose.Length / 3)).OrderBy(candidate => candidate.distance).Take(2).ToList();
        return near.Count == 0 || (near.Count == 2 && near[0].distance == near[1].distance) ? null : near[0].word;
    }

    /// <summary>How many letters to add, drop, change or swap with their neighbour.</summary>
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(changed, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[one.Length, other.Length];
    }
}
