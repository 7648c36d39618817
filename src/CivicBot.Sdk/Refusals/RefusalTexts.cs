using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What a member reads when something is refused: what happened, kindly, and something to type instead.</summary>
public static class RefusalTexts
{
    /// <param name="refusal">Why not.</param>
    /// <param name="view">The collective as the one who asked sees it.</param>
    /// <param name="asked">What was asked.</param>
    public static Document Of(Refusal refusal, CollectiveView view, Asked asked)
    {
        var language = asked.Language;
        return refusal switch
        {
            Refusal.NothingFounded => Said("nothing-founded"),
            Refusal.NotTheFounder no => Said("not-the-founder", ("name", WrittenWords.Of(no.Collective, language))),
            Refusal.RulesChangeByProposal => Said("rules-change-by-proposal"),
            Refusal.NotInTheRoom => Said("not-in-the-room"),
            Refusal.NoSuchDecision { Last: 0 } no => Said("no-decision-yet", ("number", no.Id.Number)),
            Refusal.NoSuchDecision no => Said("no-such-decision", ("number", no.Id.Number), ("last", no.Last)),
            Refusal.ClosesInThePast => Said("closes-in-the-past", ("again", Again())),
            Refusal.ClosesTooLate no => Said("closes-too-late", ("latest", view.Clock.Moment(no.Latest, language, view.Now)), ("again", Again())),
            Refusal.TooFewOptions no => Said("too-few-options", ("n", no.Given), ("again", Again())),
            Refusal.TooManyOptions no => Said("too-many-options", ("given", no.Given), ("most", no.Most), ("again", Again())),
            Refusal.TwinOptions no => Said("twin-options", ("one", no.One), ("other", no.Other), ("again", Again())),
            Refusal.YesNoHasItsOwnAnswers => Said("yes-no-has-its-own-answers", ("again", Again())),
            Refusal.UnfitMax no => Said("unfit-max", ("max", no.Max), ("n", no.Options)),
            Refusal.SecretNeedsARoll => Said("secret-needs-a-roll"),
            Refusal.EmptyText => Said("empty-text", ("again", Again())),
            Refusal.TextTooLong no => Said("text-too-long", ("most", no.Most), ("given", no.Given), ("again", Again())),
            Refusal.UnreadableText => Said("unreadable-text", ("again", Again())),
            Refusal.NotTheOpener no when view.Find(no.Id.Number) is { Proposal: not null } proposal => ProposalRefusalTexts.Of(refusal, proposal, asked),
            _ when AccountRefusalTexts.Of(refusal, view, asked) is { } said => said,
            _ when DelegationRefusalTexts.Of(refusal, view, asked) is { } said => said,
            _ when DecisionRefusalTexts.DecisionOf(refusal) is { } id && view.Find(id.Number) is { } decision => DecisionRefusalTexts.Of(refusal, decision, asked),
            _ when ProposalRefusalTexts.DecisionOf(refusal) is { } id && view.Find(id.Number) is { } decision => ProposalRefusalTexts.Of(refusal, decision, asked),
            // A view may be older than the refusal: what it does not know yet can at least be looked up.
            _ when (DecisionRefusalTexts.DecisionOf(refusal) ?? ProposalRefusalTexts.DecisionOf(refusal)) is { } id => Said("look-it-up", ("number", id.Number)),
            _ when ProposingRefusalTexts.Of(refusal, view, asked) is { } said => said,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        Document Said(string key, params ReadOnlySpan<(string Name, object Value)> arguments) =>
            Document.Of(SdkTexts.All.Line(language, "refusal." + key, arguments));

        // The command that was tried, as a line that works.
        Inline Again() => new Inline.Command(view.Commands.FirstOrDefault(command => command.Name.En == asked.Command)?.Example.In(language)
            ?? SdkTexts.All.Words(language, "example.open"));
    }
}
