using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>What a proposal says: its text as it was typed, or the sentence of a rule before and after.</summary>
internal static class TextParts
{
    /// <summary>How much of an unchanged stretch is shown beside a change.</summary>
    private const int Beside = 40;

    public static IEnumerable<Part> Of(Pen pen)
    {
        if (pen.Proposal.Changes is { } change)
        {
            yield return new Part.Facts([
                pen.Line("card.rule.now", ("sentence", RuleSentences.Of(change.Key, change.From, pen.Language))),
                pen.Line("card.rule.then", ("sentence", RuleSentences.Of(change.Key, change.To, pen.Language)))]);
        }
        if (pen.About.Body is { } body)
        {
            yield return pen.Text(pen.Proposal.Changes is null ? "card.text" : "card.why", ("text", body));
        }
    }

    /// <summary>“version 3 · text 9c41…”: by these one sees that it is still the same text.</summary>
    public static Line Stamp(Pen pen) => pen.About.Stamps.Text is { } hash
        ? pen.Line("card.stamp", ("version", pen.About.Version), ("hash", Pen.Short(hash)))
        : pen.Line("card.version", ("version", pen.About.Version));

    /// <summary>What differs between two versions: “… costs (−800 €) (+900 €) and …”. The marks are signs, so that nothing depends on a colour.</summary>
    public static Line Difference(Pen pen, string? before, string? after)
    {
        if (after is null) return new Line(pen.Typed(after));
        if (before is null) return new Line(pen.Typed(after));
        var stretches = Core.Difference.Between(before, after);
        return Lines.Join(" ", stretches.Select((stretch, place) => new Line(Said(stretch, place == 0, place == stretches.Count - 1))));
    }

    private static Inline[] Said(Stretch stretch, bool first, bool last)
    {
        var text = stretch.Text.ReplaceLineEndings(" ").Trim();
        return stretch.Change switch
        {
            Change.Removed => [new Inline.Words("(−"), new Inline.Typed(text), new Inline.Words(")")],
            Change.Added => [new Inline.Words("(+"), new Inline.Typed(text), new Inline.Words(")")],
            _ => [new Inline.Typed(Cut(text, first, last))],
        };
    }

    /// <summary>Of a long stretch that both share, what stands next to the changes.</summary>
    private static string Cut(string text, bool first, bool last)
    {
        var (head, tail) = (first ? 0 : Beside, last ? 0 : Beside);
        if (text.Length <= head + tail + Beside) return text;
        var (begin, end) = (head == 0 ? "" : text[..Whole(text, head)].TrimEnd() + " ", tail == 0 ? "" : " " + text[Whole(text, text.Length - tail)..].TrimStart());
        return begin + "…" + end;
    }

    /// <summary>The place of the blank before a place, so that no word is cut; where there is none, a place that halves no character.</summary>
    private static int Whole(string text, int place)
    {
        var blank = text.LastIndexOf(' ', place, Math.Min(place, Beside / 2));
        return blank >= 0 ? blank : char.IsLowSurrogate(text[place]) ? place - 1 : place;
    }
}
