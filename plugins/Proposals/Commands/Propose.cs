using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>
/// Propose something that binds: <c>/propose "Buy a cargo bike" "For 800 €" topic:transport</c>, or a form; what was not adopted once more, <c>again:7</c>; another rule,
/// <c>rule:quorum to:20% "Why"</c>.
/// </summary>
internal static class ProposeCommand
{
    /// <summary>The ways a proposal can go, by the words for them.</summary>
    public static IReadOnlyList<Alternative> Ways { get; } =
    [
        ProposalsTexts.All.Alternative("way.standard", nameof(Preset.Standard)),
        ProposalsTexts.All.Alternative("way.urgent", nameof(Preset.Urgent)),
        ProposalsTexts.All.Alternative("way.consent", nameof(Preset.Consent)),
        ProposalsTexts.All.Alternative("way.lazy", nameof(Preset.Lazy)),
    ];

    public static Command Command { get; } = new(
        ProposalsTexts.All.Command("propose",
            ProposalsTexts.All.Parameter("title", ParameterKind.Text) with { Positional = true },
            ProposalsTexts.All.Parameter("text", ParameterKind.Text) with { Positional = true },
            ProposalsTexts.All.Parameter("as", ParameterKind.OneOf, [.. Ways]),
            ProposalsTexts.All.Parameter("topic", ParameterKind.Text),
            ProposalsTexts.All.Parameter("newtopic", ParameterKind.OneOf, ProposalsTexts.All.Alternative("yes", "yes")),
            ProposalsTexts.All.Parameter("mode", ParameterKind.OneOf,
                ProposalsTexts.All.Alternative("mode.open", "open"), ProposalsTexts.All.Alternative("mode.sealed", "sealed"), ProposalsTexts.All.Alternative("mode.secret", "secret")),
            ProposalsTexts.All.Parameter("review", ParameterKind.Time),
            ProposalsTexts.All.Parameter("again", ParameterKind.Number),
            ProposalsTexts.All.Parameter("rule", ParameterKind.Text),
            ProposalsTexts.All.Parameter("to", ParameterKind.Text)) with { Founds = true, PrivateReply = false, AsksWhenBare = true, FromMessage = new FromMessage(ProposalsTexts.All.All("propose.menu"), "text") },
        Handle);

    // What was proposed says its card.
    private static Answer Handle(Asked asked, CollectiveView view)
    {
        if (asked.Number("again") is { } number) return new Answer.Submit(new ProposeAgain(new DecisionId(number)), _ => null);
        if (asked.Has("rule") || asked.Has("to")) return Rule(asked, view);
        if (!asked.Has("title")) return new Answer.AskFor(ProposeForm.Of(asked));
        TimeSpan? review = null;
        if (asked.Has("review"))
        {
            // A review is so long after adoption, whose day nobody knows yet.
            if (TimeReader.Length(asked.Text("review")) is not { } length) return new Answer.Refuse(RefusalTexts.Of(new Refusal.UnfitReview(), view, asked));
            review = length;
        }
        return new Answer.Submit(
            new Propose(asked.Text("title"), asked.Has("text") ? asked.Text("text") : null, Way(asked.Text("as")), asked.Has("topic") ? asked.Text("topic") : null,
                asked.Text("newtopic") == "yes", ModeOf(asked.Text("mode")), review, asked.Language), _ => null);
    }

    private static Answer Rule(Asked asked, CollectiveView view)
    {
        var (language, key, to) = (asked.Language, asked.Text("rule"), asked.Text("to"));
        if (key.Length == 0) return new Answer.Refuse(Document.Of(ProposalsTexts.All.Line(language, "said.rule.which", ("to", to))));
        if (to.Length == 0)
        {
            return new Answer.Refuse(RuleKey.Find(key) is not { } rule ? Document.Of(RuleTexts.WhyNot(new RuleRead.NoSuchRule(key), language)!)
                : new Document(
                    new Part.Text(Lines.Sentences(RuleSentences.Of(rule.Key, view.Rules.Of(rule.Key), language), RuleTexts.Bounds(rule, language))),
                    new Part.Text(ProposalsTexts.All.Line(language, "said.rule.to", ("rule", new Inline.Words(rule.In(language)))))));
        }
        // One text is why; of two, the first is what others would call it, and the rule says that itself.
        var why = asked.Has("text") ? asked.Text("text") : asked.Has("title") ? asked.Text("title") : null;
        return Rules.Read(key, to) is RuleRead.NoSuchRule or RuleRead.Unfit
            ? new Answer.Refuse(RefusalTexts.Of(new Refusal.UnfitRule(key, to), view, asked))
            : new Answer.Submit(new ProposeRule(key, to, why, language), _ => null);
    }

    private static Preset Way(string value) => value.Length == 0 ? Preset.Standard : Enum.Parse<Preset>(value);

    private static Mode? ModeOf(string value) => value switch
    {
        "open" => Mode.Open,
        "sealed" => Mode.Sealed,
        "secret" => Mode.Secret,
        _ => null,
    };
}
