using CivicBot.Chat;

namespace CivicBot.Sdk;

/// <summary>What a decision is called in a sentence: “poll 1” is the word for its kind, with its article in French.</summary>
internal static class DecisionWords
{
    public static (string Name, object Value)[] Of(DecisionView decision, string language)
    {
        var kind = decision.Kind is "poll" or "proposal" ? decision.Kind : "decision";
        // A sentence uses one or two of them: each is made when it is asked for.
        Func<Line> Said(string form) => () => SdkTexts.All.Line(language, $"{kind}.{form}", ("number", decision.Number));
        return
        [
            ("number", decision.Number),
            ("Name", Said("Name")),
            ("The", Said("The")),
            ("the", Said("the")),
            ("of", Said("of")),
            ("in", Said("in")),
        ];
    }
}
