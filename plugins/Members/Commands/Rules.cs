using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Members;

/// <summary>How this collective decides, a sentence per rule: <c>/rules</c>; one of them with what it can be: <c>/rules quorum</c>. Nobody can set any here.</summary>
internal static class RulesCommand
{
    public static Command Command { get; } = new(
        MembersTexts.All.Command("rules",
            MembersTexts.All.Parameter("rule", ParameterKind.Text) with { Positional = true },
            MembersTexts.All.Parameter("value", ParameterKind.Rest) with { Positional = true }) with { Anywhere = true },
        Handle);

    /// <summary>The rules under their headings, in the order in which a proposal meets them.</summary>
    internal static IReadOnlyList<(string Heading, IReadOnlyList<string> Keys)> Groups { get; } =
    [
        ("who", ["polls.by", "polls.level", "polls.early_close", "proposals.by", "level", "idle"]),
        ("way", ["proposals.open", "support", "durations.support", "durations.discussion", "durations.frozen", "durations.voting", "open_votes", "rivals.method"]),
        ("adopted", ["mode", "quorum", "majority", "min_direct_voters", "early_close", "quiet_ending"]),
        ("delegation", ["delegation", "delegation.cap", "delegation.lasts", "delegation.window"]),
        ("consent", ["consent.answers", "consent.rounds", "consent.fallback"]),
        ("messages", ["pushes", "direct_messages", "quiet_hours", "digest"]),
        ("change", ["change.mode", "change.quorum", "change.majority"]),
    ];

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        var (key, value) = (asked.Text("rule"), asked.Text("value"));
        if (key.Length == 0) return new Answer.Show(All(view.Rules, language));
        // “quiet hours”: the second word may belong to the name.
        if (RuleKey.Find(key) is null && RuleKey.Find($"{key} {value}") is not null) (key, value) = ($"{key} {value}", "");
        if (RuleKey.Find(key) is not { } rule)
        {
            var family = RuleKey.Family(key);
            return family.Count > 0 && value.Length == 0
                ? new Answer.Show(new Document(Listed(view.Rules, family, language), HowToChange(family[0], view.Rules, language)))
                : new Answer.Refuse(Document.Of(RuleTexts.WhyNot(new RuleRead.NoSuchRule(key), language)!));
        }
        return value.Length == 0 ? new Answer.Show(One(view.Rules, rule, language)) : new Answer.Refuse(NotHere(view.Rules, rule, value, language));
    }

    private static Document All(Rules rules, string language) => new(
    [
        .. Groups.SelectMany(group => new Part[]
        {
            new Part.Text(MembersTexts.All.Line(language, "rules." + group.Heading)),
            Listed(rules, group.Keys.Select(key => RuleKey.Find(key)!), language),
        }),
        HowToChange(RuleKey.Find("quorum")!, rules, language),
    ]);

    private static Document One(Rules rules, RuleKey rule, string language) => new(
        new Part.Text(RuleSentences.Of(rule.Key, rules.Of(rule.Key), language)),
        new Part.Text(RuleTexts.Bounds(rule, language)),
        HowToChange(rule, rules, language));

    /// <summary>A value was given: whoever asks, rules change by proposal only.</summary>
    private static Document NotHere(Rules rules, RuleKey rule, string typed, string language) => Rules.Read(rule.Key, typed) switch
    {
        RuleRead.Value value => new Document(HowToChange(rule, value.Canonical, language)),
        var unfit => new Document(new Part.Text(RuleTexts.WhyNot(unfit, language)!), HowToChange(rule, rules, language)),
    };

    private static Part.Facts Listed(Rules rules, IEnumerable<RuleKey> keys, string language) => new([.. keys.Select(rule => MembersTexts.All.Line(language, "rules.item",
        ("sentence", RuleSentences.Of(rule.Key, rules.Of(rule.Key), language)), ("key", new Inline.Code(rule.In(language)))))]);

    /// <summary>With an example that would change something.</summary>
    private static Part.Text HowToChange(RuleKey rule, Rules rules, string language) =>
        HowToChange(rule, rules.Of(rule.Key) == rule.Example ? rule.Default : rule.Example, language);

    private static Part.Text HowToChange(RuleKey rule, string canonical, string language) =>
        new(MembersTexts.All.Line(language, "rules.change-by-proposal", ("line", new Inline.Command(ProposalLine(rule, canonical, language)))));

    /// <summary>The line that proposes it.</summary>
    private static string ProposalLine(RuleKey rule, string canonical, string language)
    {
        var value = RuleTexts.Typed(rule.Key, canonical, language);
        return MembersTexts.All.Words(language, "example.propose").Replace("{key}", rule.In(language), StringComparison.Ordinal)
            .Replace("{value}", value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value, StringComparison.Ordinal);
    }
}
