using System.Globalization;
using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>
/// What the options of a decision are called, and how each can be typed. A yes/no question brings its own (for, against, abstain), and so do a consent
/// round (consent, consent with a concern, object, stand aside) and rival texts (keep things as they are).
/// </summary>
public static class OptionWords
{
    private const int ComfortablyTyped = 40;
    private const int MostLevel = 3;

    /// <summary>How many options there are; they are numbered from 1.</summary>
    public static int Count(DecisionView decision) => decision.Method switch { Method.YesNo => 3, Method.Consent => 4, _ => decision.Options.Count };

    /// <summary>Where rivals stand on one ballot, the last option is to keep things as they are.</summary>
    public static bool IsKeeping(DecisionView decision, int option) => decision.Proposal is not null && decision.Method is Method.Schulze or Method.Approval && option == decision.Options.Count;

    /// <summary>The options of a ballot, by number; of a ranking those it names, the best first.</summary>
    public static Values<int> Of(Ballot? ballot) => ballot switch
    {
        Ballot.Chosen chosen => chosen.Options,
        Ballot.Stance stance => [(int)stance.Position + 1],
        Ballot.Ranked ranked => ranked.Ranks.SelectMany(rank => rank).ToValues(),
        Ballot.Consent consent => [(int)consent.Answer + 1],
        _ => [],
    };

    /// <summary>The ballot that names these options; where they are ranked, in this order.</summary>
    public static Ballot Ballot(DecisionView decision, params IEnumerable<int> options) => decision.Method switch
    {
        Method.YesNo => new Ballot.Stance((Position)(options.Single() - 1)),
        Method.Consent => new Ballot.Consent((ConsentAnswer)(options.Single() - 1)),
        Method.Schulze => Core.Ballot.Ranked.Of(Count(decision), options.Select(option => (Values<int>)[option])),
        _ => new Ballot.Chosen(options),
    };

    /// <summary>An option as plain text, for a button.</summary>
    public static string Label(DecisionView decision, int option, string language) =>
        Ours(decision, option) is { } key ? SdkTexts.All.Words(language, key) : decision.Options[option - 1] ?? SdkTexts.All.Words(language, "erased");

    /// <summary>An option in a sentence.</summary>
    public static Line Said(DecisionView decision, int option, string language)
    {
        var label = Label(decision, option, language);
        return new Line(Ours(decision, option) is not null || decision.Options[option - 1] is null ? new Inline.Words(label) : new Inline.Typed(label));
    }

    /// <summary>Options in a row: “Park, Café”.</summary>
    public static Line Listed(DecisionView decision, IEnumerable<int> options, string language) =>
        Lines.Join(", ", options.Select(option => Said(decision, option, language)));

    /// <summary>What a ballot says: “Park, Café”, “Park > Café = Online”; “erased” where nobody can tell any more.</summary>
    public static Line Listed(DecisionView decision, Ballot? ballot, string language) => ballot switch
    {
        null => Line.Of(SdkTexts.All.Words(language, "erased")),
        Ballot.Ranked ranked => Ranked(decision, ranked, language),
        Ballot.Consent { Concern: { } concern } => SdkTexts.All.Line(language, "consent.concern",
            ("answer", Listed(decision, Of(ballot), language)), ("concern", concern)),
        _ => Listed(decision, Of(ballot), language),
    };

    /// <summary>What to type for an option: its text where that is plain and means it alone, else its number, as in <c>#2</c>.</summary>
    public static string Typed(DecisionView decision, int option, string language)
    {
        if (Ours(decision, option) is { } key) return SdkTexts.All.Words(language, key + ".typed");
        var text = decision.Options[option - 1];
        var plain = text is { Length: <= ComfortablyTyped } && text.All(IsPlain) && text.Any(char.IsLetter)
            && decision.Options.Count(other => other is not null && TypedText.Loose(other) == TypedText.Loose(text)) == 1;
        return plain ? text! : Number(option);
    }

    /// <summary>What to type for a ranking: <c>#1 > #2 = #3</c>, which means the same whatever the options are called.</summary>
    public static string Typed(Ballot.Ranked ranked) => string.Join(" > ", ranked.Ranks.Select(rank => string.Join(" = ", rank.Select(Number))));

    /// <summary>All ranks, with the last that nobody has to name; only where it is long it stays unnamed.</summary>
    private static Line Ranked(DecisionView decision, Ballot.Ranked ranked, string language) =>
        Lines.Join(" > ", ranked.In(Count(decision)).Select((rank, place) => place >= ranked.Ranks.Count && rank.Count > MostLevel
            ? Line.Of(SdkTexts.All.Words(language, "ranking.others"))
            : Lines.Join(" = ", rank.Select(option => Said(decision, option, language)))));

    /// <summary>The text of an option that is ours and not typed by anybody, or null.</summary>
    private static string? Ours(DecisionView decision, int option) => decision.Method switch
    {
        Method.YesNo => $"stance.{option}",
        Method.Consent => $"consent.{option}",
        _ when IsKeeping(decision, option) => "option.keep",
        _ => null,
    };

    private static string Number(int option) => "#" + option.ToString(CultureInfo.InvariantCulture);

    private static bool IsPlain(char c) => c is ' ' or '-' or '’' or '.' || char.IsLetterOrDigit(c);
}
