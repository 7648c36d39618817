using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>
/// Reads what follows <c>/vote N</c> where options are ranked: <c>A > B = C</c>, the best first, those that are level joined. A comma and a new row go on to the
/// next rank as <c>></c> does, so that “Park, Café” is a ranking too. As everywhere, what can be read in two ways is asked back.
/// </summary>
public static class RankingReader
{
    private const int MostWays = 6;

    public static ChoiceRead Read(DecisionView decision, string words)
    {
        var options = decision.Options.Select(option => (Name: TypedText.Loose(option ?? ""), Pieces: Split(option ?? "").Count)).ToList();
        // An option may hold a separator itself, “Yes, please”: so many pieces are tried together as the longest option has. And a line that goes on for longer
        // than twice all options names one again, whatever follows.
        var longest = Math.Max(1, options.Max(option => option.Pieces));
        var pieces = Split(words).Take((2 * options.Sum(option => Math.Max(1, option.Pieces))) + 1).ToList();
        // From the last piece to the first: every way to read what follows, so that nothing is read twice.
        var ways = new List<Named?>[pieces.Count + 1];
        ways[pieces.Count] = [null];
        for (var start = pieces.Count - 1; start >= 0; start--) ways[start] = [.. WaysFrom(start).Take(MostWays)];

        var rankings = ways[0].OfType<Named>().ToList();
        if (rankings.Count == 0)
        {
            return new ChoiceRead.Unfit(pieces.Find(piece => ChoiceReader.Meanings(decision, piece.Text, piece.Quoted).Count == 0)?.Text ?? words);
        }
        var meant = rankings.Where(named => named.Again is null).Select(named => named.Ballot(decision.Options.Count)).Distinct().ToList();
        return meant switch
        {
            [] => new ChoiceRead.Twice(rankings[0].Again!.Value),
            [var ballot] => new ChoiceRead.Meant(ballot),
            _ => new ChoiceRead.Manifold(words, meant.ToValues()),
        };

        IEnumerable<Named> WaysFrom(int start) =>
            from end in Enumerable.Range(start, Math.Min(longest, pieces.Count - start))
            from option in Meanings(start, end)
            from next in ways[end + 1]
            select new Named(option, pieces[start].Level, next);

        IReadOnlyList<int> Meanings(int start, int end) =>
            start == end ? ChoiceReader.Meanings(decision, pieces[start].Text, pieces[start].Quoted)
            : pieces[start..(end + 1)].Exists(piece => piece.Quoted) || pieces[end].End - pieces[start].Start > 4 * TypedText.OptionLength ? []
            : TypedText.Loose(words[pieces[start].Start..pieces[end].End]) is var joined ? [.. options.Index().Where(option => option.Item.Name == joined).Select(option => option.Index + 1)]
            : [];
    }

    private static List<Piece> Split(string words)
    {
        var pieces = new List<Piece>();
        var (start, inside, quoted, level) = (0, false, false, false);
        for (var i = 0; i <= words.Length; i++)
        {
            if (i < words.Length && TypedList.IsQuote(words[i]))
            {
                inside = !inside;
                quoted = true;
            }
            else if (i == words.Length || (!inside && words[i] is ('>' or '=' or ',' or '\n')))
            {
                var text = words[start..i].Trim();
                if (quoted) text = string.Concat(text.Where(c => !TypedList.IsQuote(c))).Trim();
                if (text.Length > 0) pieces.Add(new Piece(text, quoted, level, start, i));
                level = i < words.Length && words[i] is '=';
                (start, quoted) = (i + 1, false);
            }
        }
        return pieces;
    }

    /// <param name="Level">With the piece before it.</param>
    private sealed record Piece(string Text, bool Quoted, bool Level, int Start, int End);

    /// <summary>One way to read a line: an option, and what follows it.</summary>
    private sealed record Named(int Option, bool Level, Named? Next)
    {
        /// <summary>An option that stands in it twice.</summary>
        public int? Again => Options().GroupBy(option => option).FirstOrDefault(alike => alike.Count() > 1)?.Key;

        public Ballot.Ranked Ballot(int options)
        {
            var ranks = new List<List<int>>();
            for (var named = this; named is not null; named = named.Next)
            {
                if (named.Level && ranks.Count > 0) ranks[^1].Add(named.Option);
                else ranks.Add([named.Option]);
            }
            return Core.Ballot.Ranked.Of(options, ranks.Select(rank => rank.ToValues()));
        }

        private IEnumerable<int> Options()
        {
            for (var named = this; named is not null; named = named.Next) yield return named.Option;
        }
    }
}
