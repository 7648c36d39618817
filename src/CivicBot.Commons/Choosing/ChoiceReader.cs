using System.Globalization;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>
/// Reads what follows <c>/vote N</c>: options by number or by text, separated by commas. What fits two is asked back, and a misspelling
/// is never taken for an option: nobody's vote is guessed.
/// </summary>
public static class ChoiceReader
{
    public static ChoiceRead Read(DecisionView decision, string words)
    {
        var pieces = TypedList.Split(words);
        var options = new List<int>();
        ChoiceRead? failed = null;
        foreach (var (text, quoted) in pieces)
        {
            var read = Piece(decision, text, quoted);
            if (read is ChoiceRead.Options one) options.AddRange(one.Numbers);
            else failed ??= read;
        }
        // An option may hold a comma: “Yes, please”.
        if (pieces.Count > 1 && Named(decision, words) is [var whole])
        {
            if (failed is not null) return new ChoiceRead.Options([whole]);
            var apart = string.Join(", ", options.Distinct().Select(Number));
            return new ChoiceRead.Twofold(words, [new Way(Number(whole), [whole]), new Way(apart, options.Distinct().ToValues())]);
        }
        return failed ?? (options.Count == 0 ? new ChoiceRead.Unfit(words) : new ChoiceRead.Options(options.Distinct().ToValues()));
    }

    private static ChoiceRead Piece(DecisionView decision, string text, bool quoted)
    {
        var named = Named(decision, text);
        if (!quoted && Numbered(text) is { } number)
        {
            var offered = number >= 1 && number <= OptionWords.Count(decision);
            var others = text[0] == '#' ? [] : named.Where(option => option != number).ToList();
            if (offered && others.Count == 0) return new ChoiceRead.Options([number]);
            if (offered) return new ChoiceRead.Twofold(text, [new Way(Number(number), [number]), .. others.Select(option => Quoted(text, option, others.Count))]);
            if (text[0] == '#') return new ChoiceRead.Unfit(text);
        }
        return named switch
        {
            [] => new ChoiceRead.Unfit(text),
            [var option] => new ChoiceRead.Options([option]),
            _ => new ChoiceRead.Twofold(text, named.Select(option => new Way(Number(option), [option])).ToValues()),
        };
    }

    private static List<int> Named(DecisionView decision, string text)
    {
        var loose = TypedText.Loose(text);
        return [.. Enumerable.Range(1, OptionWords.Count(decision)).Where(option => Names(decision, option).Any(name => TypedText.Loose(name) == loose))];
    }

    private static IEnumerable<string> Names(DecisionView decision, int option) =>
        decision.Method is not Method.YesNo ? decision.Options[option - 1] is { } text ? [text] : []
        : Chat.Localized.Languages.SelectMany(language => CommonsTexts.All.Words(language, $"stance.{option}").Split(' '));

    /// <summary>The number that <c>2</c> or <c>#2</c> names.</summary>
    private static int? Numbered(string text) =>
        int.TryParse(text.StartsWith('#') ? text[1..] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Way Quoted(string text, int option, int alike) => new(alike == 1 ? $"\"{text}\"" : Number(option), [option]);

    private static string Number(int option) => "#" + option.ToString(CultureInfo.InvariantCulture);
}
