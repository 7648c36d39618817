using CivicBot.Chat;

namespace CivicBot.Sdk;

/// <summary>What a decision asks, in one line. A change of rule is said as rules are typed: “Rule quorum: 30% → 20%”.</summary>
public static class TitleWords
{
    public static Line Of(DecisionView decision, string language) =>
        decision.Proposal?.Changes is { } change
            ? SdkTexts.All.Line(language, "title.rule", ("rule", new Inline.Words(Core.RuleKey.Find(change.Key)!.In(language))),
                ("from", new Inline.Words(RuleTexts.Typed(change.Key, change.From, language))), ("to", new Inline.Words(RuleTexts.Typed(change.Key, change.To, language))))
        : new Line(WrittenWords.Of(decision.Title, language));
}
