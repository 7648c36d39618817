using System.Globalization;
using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What the options of a decision are called, and how each can be typed. A yes/no question has three: for, against, abstain.</summary>
public static class OptionWords
{
    private const int ComfortablyTyped = 40;

    /// <summary>How many options there are; they are numbered from 1.</summary>
    public static int Count(DecisionView decision) => decision.Method is Method.YesNo ? 3 : decision.Options.Count;

    /// <summary>The options of a ballot, by number.</summary>
    public static Values<int> Of(Ballot? ballot) => ballot switch
    {
        Ballot.Chosen chosen => chosen.Options,
        Ballot.Stance stance => [(int)stance.Position + 1],
        _ => [],
    };

    /// <summary>The ballot that names these options.</summary>
    public static Ballot Ballot(DecisionView decision, params IEnumerable<int> options) => decision.Method is Method.YesNo
        ? new Ballot.Stance((Position)(options.Single() - 1))
        : new Ballot.Chosen(options);

    /// <summary>An option as plain text, for a button.</summary>
    public static string Label(DecisionView decision, int option, string language) =>
        decision.Method is Method.YesNo ? SdkTexts.All.Words(language, $"stance.{option}")
        : decision.Options[option - 1] ?? SdkTexts.All.Words(language, "erased");

    /// <summary>An option in a sentence.</summary>
    public static Line Said(DecisionView decision, int option, string language)
    {
        var ours = decision.Method is Method.YesNo || decision.Options[option - 1] is null;
        var label = Label(decision, option, language);
        return new Line(ours ? new Inline.Words(label) : new Inline.Typed(label));
    }

    /// <summary>Options in a row: “Park, Café”.</summary>
    public static Line Listed(DecisionView decision, IEnumerable<int> options, string language) =>
        Lines.Join(", ", options.Select(option => Said(decision, option, language)));

    /// <summary>What a ballot says; “erased” where nobody can tell any more.</summary>
    public static Line Listed(DecisionView decision, Ballot? ballot, string language) => ballot is null
        ? Line.Of(SdkTexts.All.Words(language, "erased"))
        : Listed(decision, Of(ballot), language);

    /// <summary>What to type for an option: its text where that is plain and means it alone, else its number, as in <c>#2</c>.</summary>
    public static string Typed(DecisionView decision, int option, string language)
    {
        if (decision.Method is Method.YesNo) return SdkTexts.All.Words(language, $"stance.{option}.typed");
        var text = decision.Options[option - 1];
        var plain = text is { Length: <= ComfortablyTyped } && text.All(IsPlain) && text.Any(char.IsLetter)
            && decision.Options.Count(other => other is not null && TypedText.Loose(other) == TypedText.Loose(text)) == 1;
        return plain ? text! : "#" + option.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsPlain(char c) => c is ' ' or '-' or '’' or '.' || char.IsLetterOrDigit(c);
}
