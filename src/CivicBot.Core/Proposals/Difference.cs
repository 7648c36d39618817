using System.Text;

namespace CivicBot.Core;

/// <summary>A stretch of text that two versions share, or that only one of them has.</summary>
public sealed record Stretch(Change Change, string Text);

/// <summary>What became of a stretch of text.</summary>
public enum Change
{
    Kept,
    Removed,
    Added,
}

/// <summary>What differs between two versions of a text, word by word. Source: longest common subsequence (Wagner and Fischer 1974).</summary>
public static class Difference
{
    /// <summary>The stretches from one text to the other, in order.</summary>
    public static IReadOnlyList<Stretch> Between(string before, string after)
    {
        var (old, fresh) = (Words(before), Words(after));
        var stretches = new List<(Change Change, StringBuilder Text)>();
        foreach (var (change, word) in Steps(old, fresh)) Add(change, word);
        return [.. stretches.Select(stretch => new Stretch(stretch.Change, stretch.Text.ToString()))];

        void Add(Change change, string word)
        {
            if (stretches.Count == 0 || stretches[^1].Change != change) stretches.Add((change, new StringBuilder()));
            stretches[^1].Text.Append(word);
        }
    }

    /// <summary>One text with the changes of both others; null where they touch the same words.</summary>
    public static string? Merge(string origin, string mine, string theirs)
    {
        var words = Words(origin);
        var (left, right) = (Edits(words, Words(mine)), Edits(words, Words(theirs)));
        var merged = new StringBuilder();
        for (var i = 0; i <= words.Length; i++)
        {
            var (one, other) = (left[i], right[i]);
            if (one.Inserted.Length > 0 && other.Inserted.Length > 0 && one.Inserted != other.Inserted) return null;
            // What one side removes the other may not write beside: it would stand there without what it belonged to.
            if (i < words.Length && ((one.Inserted.Length > 0 && other.Removed && !one.Removed) || (other.Inserted.Length > 0 && one.Removed && !other.Removed))) return null;
            merged.Append(one.Inserted.Length > 0 ? one.Inserted : other.Inserted);
            if (i < words.Length && !one.Removed && !other.Removed) merged.Append(words[i]);
        }
        return merged.ToString();
    }

    private readonly record struct Edit(string Inserted, bool Removed);

    /// <summary>For each word of the origin what is inserted before it, and whether it goes; the last place is the end.</summary>
    private static Edit[] Edits(string[] origin, string[] changed)
    {
        var edits = new Edit[origin.Length + 1];
        Array.Fill(edits, new Edit("", false));
        var at = 0;
        var inserted = new StringBuilder();
        // Insertions after removed words belong to the place of the first of them.
        var place = -1;
        foreach (var (change, word) in Steps(origin, changed))
        {
            switch (change)
            {
                case Change.Added:
                    inserted.Append(word);
                    if (place < 0) place = at;
                    break;
                case Change.Removed:
                    if (place < 0) place = at;
                    edits[at] = edits[at] with { Removed = true };
                    at++;
                    break;
                default:
                    Flush();
                    at++;
                    break;
            }
        }
        Flush();
        return edits;

        void Flush()
        {
            if (place >= 0 && inserted.Length > 0) edits[place] = edits[place] with { Inserted = inserted.ToString() };
            inserted.Clear();
            place = -1;
        }
    }

    private static List<(Change Change, string Word)> Steps(string[] old, string[] fresh)
    {
        var common = new int[old.Length + 1, fresh.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = fresh.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == fresh[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }
        var steps = new List<(Change, string)>();
        var (x, y) = (0, 0);
        while (x < old.Length || y < fresh.Length)
        {
            if (x < old.Length && y < fresh.Length && old[x] == fresh[y]) (steps, x, y) = (With(steps, Change.Kept, old[x]), x + 1, y + 1);
            else if (y == fresh.Length || (x < old.Length && common[x + 1, y] >= common[x, y + 1])) (steps, x) = (With(steps, Change.Removed, old[x]), x + 1);
            else (steps, y) = (With(steps, Change.Added, fresh[y]), y + 1);
        }
        return steps;

        static List<(Change, string)> With(List<(Change, string)> steps, Change change, string word)
        {
            steps.Add((change, word));
            return steps;
        }
    }

    /// <summary>Words with the white space behind them, so that joining them gives the text back.</summary>
    private static string[] Words(string text)
    {
        var words = new List<string>();
        var from = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i - 1]) || char.IsWhiteSpace(text[i])) continue;
            words.Add(text[from..i]);
            from = i;
        }
        if (from < text.Length) words.Add(text[from..]);
        return [.. words];
    }
}
