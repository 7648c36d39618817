using System.Globalization;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>
/// Reads what follows <c>/vote N</c>: options by number or by text, separated by commas. What fits two is asked back, and a misspelling
/// is never taken for an option: nobody's vote is guessed. Rankings and consent have readers of their own.
/// </summary>
public static class ChoiceReader
{
    public static ChoiceRead Read(DecisionView decision, string words) => decision.Method switch
    {
        Method.Schulze => RankingReader.Read(decision, words),
        Method.Consent => ConsentReader.Read(decision, words),
        _ => Options(decision, words),
    };

    /// <summary>For, against or abstaining, by word or by number; null where it is none of them.</summary>
    internal static Position? Stance(string words)
    {
        var text = TypedList.Unquoted(words);
        var number = Numbered(text) is >= 1 and <= 3 and var read ? read
            : Enumerable.Range(1, 3).FirstOrDefault(option => Ours($"stance.{option}").Any(name => TypedText.Loose(name) == TypedText.Loose(text)));
        return number == 0 ? null : (Position)(number - 1);
    }

    /// <summary>The first word for it in that language: “for”.</summary>
    internal static string Word(Position position, string language) => CommonsTexts.All.Words(language, $"stance.{(int)position + 1}").Split('|')[0];

    private static ChoiceRead Options(DecisionView decision, string words)
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

    private static ChoiceRead Piece(DecisionView decision, string text, bool quoted) => Meanings(decision, text, quoted) switch
    {
        [] => new ChoiceRead.Unfit(text),
        [var option] => new ChoiceRead.Options([option]),
        var several => new ChoiceRead.Twofold(text, several.Select(option => new Way(Way(text, quoted, option, several), [option])).ToValues()),
    };

    /// <summary>The options that a piece can mean: the one with that number, if it is one, and those of that name. <c>#2</c> is a number and nothing else.</summary>
    internal static IReadOnlyList<int> Meanings(DecisionView decision, string text, bool quoted)
    {
        var number = quoted ? null : Numbered(text);
        var offered = number >= 1 && number <= OptionWords.Count(decision);
        if (number is not null && text[0] == '#') return offered ? [number.Value] : [];
        var named = Named(decision, text);
        return offered ? [number!.Value, .. named.Where(option => option != number)] : named;
    }

    /// <summary>How to type one of several: by number; where a number is what the other is called, that in quotes.</summary>
    private static string Way(string text, bool quoted, int option, IReadOnlyList<int> several) =>
        !quoted && Numbered(text) is { } number && option != number && several is [var first, _] && first == number ? $"\"{text}\"" : Number(option);

    private static List<int> Named(DecisionView decision, string text)
    {
        var loose = TypedText.Loose(text);
        return [.. Enumerable.Range(1, OptionWords.Count(decision)).Where(option => Names(decision, option).Any(name => TypedText.Loose(name) == loose))];
    }

    private static IEnumerable<string> Names(DecisionView decision, int option) => decision.Method switch
    {
        Method.YesNo => Ours($"stance.{option}"),
        Method.Consent => Ours($"consent.{option}"),
        _ when OptionWords.IsKeeping(decision, option) => Ours("option.keep"),
        _ => decision.Options[option - 1] is { } text ? [text] : [],
    };

    private static IEnumerable<string> Ours(string key) => Chat.Localized.Languages.SelectMany(language => CommonsTexts.All.Words(language, key).Split('|'));

    /// <summary>The number that <c>2</c> or <c>#2</c> names.</summary>
    private static int? Numbered(string text) =>
        int.TryParse(text.StartsWith('#') ? text[1..] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Number(int option) => "#" + option.ToString(CultureInfo.InvariantCulture);
}
