using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>Finds what somebody may have meant. It is offered, and never guessed.</summary>
public static class Spelling
{
    /// <summary>The nearest of the candidates, if one is near: at most a third of its letters differ.</summary>
    public static string? Nearest(string typed, IEnumerable<string> candidates)
    {
        var loose = TypedText.Loose(typed);
        return candidates.Select(candidate => (Candidate: candidate, Distance: Distance(loose, TypedText.Loose(candidate))))
            .Where(pair => pair.Distance <= Math.Max(1, pair.Candidate.Length / 3))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .Select(pair => pair.Candidate).FirstOrDefault();
    }

    /// <summary>How many letters must be typed, left out, changed or swapped (optimal string alignment).</summary>
    public static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                var change = one[i - 1] == other[j - 1] ? 0 : 1;
                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }
        return table[one.Length, other.Length];
    }
}
