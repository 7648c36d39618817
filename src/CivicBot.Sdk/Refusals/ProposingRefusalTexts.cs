using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>The refusals of what is not a decision yet: who may propose, how many, on which topic, which rule.</summary>
internal static class ProposingRefusalTexts
{
    /// <summary>What is said; null where it is no refusal of this kind.</summary>
    public static Document? Of(Refusal refusal, CollectiveView view, Asked asked)
    {
        var language = asked.Language;
        return refusal switch
        {
            Refusal.ObserversCannot => Said("observers-cannot"),
            Refusal.MembersOnly => Said("members-only"),
            Refusal.NoSuchTopic no => NoSuchTopic(no.Typed),
            Refusal.TooManyTopics no => Said("too-many-topics", ("n", no.Most), ("topics", Topics())),
            Refusal.TooManyProposals no => Said("too-many-proposals", ("n", no.Open), ("number", Mine())),
            Refusal.SecretComesLater => Said("secret-comes-later", ("line", Again("mode", "sealed"))),
            Refusal.UnfitReview => Said("unfit-review", ("line", Again("review", SdkTexts.All.Words(language, "refusal.unfit-review.length")))),
            Refusal.UnfitRule no => UnfitRule(no.Key, no.Typed),
            Refusal.RuleIsSo no when RuleKey.Find(no.Key) is { } rule => RuleIsSo(rule, no.Value),
            Refusal.RuleIsSo => Said("rule-is-so.unknown"),
            _ => null,
        };

        Document Said(string key, params ReadOnlySpan<(string Name, object Value)> arguments) =>
            Document.Of(SdkTexts.All.Line(language, "refusal." + key, arguments));

        CommandDescription? Command() => view.Commands.FirstOrDefault(command => command.Name.En == asked.Command);

        // The line that was typed with one thing said otherwise; an example where the command takes nothing of the kind.
        Inline Again(string key, string value) => new Inline.Command(Command() is { } command && command.Parameters.Any(parameter => parameter.Key == key)
            ? TypedLine.With(command, asked, [(key, value)])
            : SdkTexts.All.Words(language, "example.again." + key));

        Line Topics() => Lines.Join(", ", view.Topics.Select(topic => new Line(new Inline.Typed(topic))));

        int Mine() => view.Decisions.FirstOrDefault(decision => decision is { IsMine: true, IsRunning: true, Proposal: not null })?.Number ?? 1;

        Document NoSuchTopic(string typed)
        {
            var buttons = new List<Choice>();
            var near = view.NearTopic(typed);
            if (near is not null) Button(near, ("topic", near));
            Button(SdkTexts.All.Words(language, "refusal.no-such-topic.new"), ("topic", typed), ("newtopic", "yes"));
            var meant = near is null ? Again("newtopic", "yes") : Again("topic", near);
            var said = SdkTexts.All.Line(language, near is null ? "refusal.no-such-topic" : "refusal.no-such-topic.near", ("typed", typed), ("near", near ?? ""), ("line", meant));
            return buttons.Count == 0 ? Document.Of(said) : new Document(new Part.Text(said), new Part.Choices(buttons, Public: false));

            void Button(string label, params IEnumerable<(string Key, string Value)> changes)
            {
                if (Command() is { } command && changes.All(change => command.Parameters.Any(parameter => parameter.Key == change.Key)))
                {
                    buttons.Add(new Choice(label, TypedLine.With(command, asked, changes)));
                }
            }
        }

        Document UnfitRule(string key, string typed) => RuleTexts.WhyNot(Rules.Read(key, typed), language) is not { } why ? Said("rule-is-so.unknown")
            : RuleKey.Find(key) is { } rule ? new Document(new Part.Text(why), new Part.Text(SdkTexts.All.Line(language, "refusal.unfit-rule", ("rule", new Inline.Words(rule.In(language))))))
            : Document.Of(why);

        Document RuleIsSo(RuleKey rule, string value) => Said("rule-is-so", ("sentence", RuleSentences.Of(rule.Key, value, language)), ("rule", new Inline.Words(rule.In(language))),
            ("value", new Inline.Words(Other(rule, value))));

        string Other(RuleKey rule, string value)
        {
            var other = RuleTexts.Typed(rule.Key, rule.Example == value ? rule.Default : rule.Example, language);
            return other.Contains(' ', StringComparison.Ordinal) ? $"\"{other}\"" : other;
        }
    }
}
