using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>The refusals that concern a proposal, from its first line to its review.</summary>
internal static class ProposalRefusalTexts
{
    public static DecisionId? DecisionOf(Refusal refusal) => refusal switch
    {
        Refusal.NotYetVoting no => no.Id,
        Refusal.NotOnTheRoll no => no.Id,
        Refusal.NobodyClosesIt no => no.Id,
        Refusal.NotAProposal no => no.Id,
        Refusal.NothingToRepeat no => no.Id,
        Refusal.TooSoonAgain no => no.Id,
        Refusal.TextIsFixed no => no.Id,
        Refusal.RuleTextIsFixed no => no.Id,
        Refusal.NotYetDiscussed no => no.Id,
        Refusal.NoSupport no => no.Id,
        Refusal.SameText no => no.Id,
        Refusal.CaseIsTaken no => no.Id,
        Refusal.NoRivalsHere no => no.Id,
        Refusal.TooManyRivals no => no.Id,
        Refusal.NotAdopted no => no.Id,
        Refusal.ReviewComesLater no => no.Id,
        Refusal.NoRoundNow no => no.Id,
        Refusal.NothingToDraw no => no.Id,
        _ => PartRefusalTexts.PartOf(refusal)?.Decision,
    };

    public static Document Of(Refusal refusal, DecisionView decision, Asked asked)
    {
        var language = asked.Language;
        return refusal switch
        {
            Refusal.NotTheOpener => Said("not-the-opener." + Theirs(asked.Command), ("opener", MemberWords.Said(decision.Opener, language))),
            Refusal.NotYetVoting { Phase: Phase.Support } no => Said("not-yet-voting.support", ("ends", Moment(no.PhaseEnds))),
            Refusal.NotYetVoting { Phase: Phase.Discussion } no => Said("not-yet-voting.discussion", ("ends", Moment(no.PhaseEnds))),
            // Its text has rested, and it waits for a place among the open votes.
            Refusal.NotYetVoting no when no.PhaseEnds <= decision.Now => Said("not-yet-voting.in-line", ("place", decision.Proposal?.PlaceInLine(decision.Now) ?? 1)),
            Refusal.NotYetVoting no => Said("not-yet-voting.frozen", ("ends", Moment(no.PhaseEnds))),
            Refusal.NotOnTheRoll no => Said("not-on-the-roll", ("n", no.Members), ("at", Moment(no.At))),
            Refusal.NobodyClosesIt when decision.Phase is Phase.Voting && asked.Part("proposal") is { Number: > 0 } => Said("nobody-closes-it.part"),
            Refusal.NobodyClosesIt no when decision.Phase is Phase.Voting => Said(asked.Command == "abandon" ? "nobody-closes-it.abandon" : "nobody-closes-it",
                ("closes", Moment(no.ClosesAt)), ("option", OptionWords.Typed(decision, 1, language))),
            Refusal.NobodyClosesIt => Said("nobody-closes-it.before"),
            Refusal.NotAProposal => Said("not-a-proposal"),
            Refusal.NothingToRepeat => Said("nothing-to-repeat"),
            Refusal.TooSoonAgain no => Said("too-soon-again", ("from", Moment(no.From))),
            Refusal.TextIsFixed => TextIsFixed(),
            Refusal.RuleTextIsFixed => Said("rule-text-is-fixed", ("rule", Rule(decision.Proposal?.Changes?.Key, language))),
            Refusal.NotYetDiscussed => Said("not-yet-discussed", ("n", decision.Proposal?.Supporters ?? 0), ("needed", decision.Proposal?.Needed ?? 0)),
            Refusal.NoSupport => Said(asked.Command == "ask-vote" ? "no-support.vote" : "no-support"),
            Refusal.SameText => Said("same-text"),
            Refusal.CaseIsTaken => Said("case-is-taken"),
            Refusal.NoRivalsHere => Said("no-rivals-here"),
            Refusal.TooManyRivals no => Said("too-many-rivals", ("n", no.Most), ("part", new Inline.Words(decision.Proposal?.Rivals.FirstOrDefault()?.Id.ToString() ?? $"{no.Id}.1"))),
            Refusal.NotAdopted => Said(decision.IsRunning ? "not-adopted.yet" : "not-adopted"),
            Refusal.ReviewComesLater no => Said("review-comes-later", ("at", Moment(no.At))),
            Refusal.NoRoundNow when decision is { Phase: Phase.Voting, Proposal: not null } => Said("no-round-now.vote"),
            Refusal.NoRoundNow => Said("no-round-now"),
            Refusal.NothingToDraw => Said("nothing-to-draw"),
            _ => PartRefusalTexts.Of(refusal, decision, asked),
        };

        Document Said(string key, params ReadOnlySpan<(string Name, object Value)> arguments) =>
            Document.Of(SdkTexts.All.Line(language, "refusal." + key, decision, arguments));

        Inline Moment(DateTimeOffset at) => decision.Clock.Moment(at, language, decision.Now);

        Document TextIsFixed() => decision switch
        {
            { Proposal.Preset: Preset.Urgent, Phase: Phase.Support or Phase.Discussion } => Said("text-is-fixed.urgent"),
            { Phase: Phase.Voting, Proposal: not null } => Said("text-is-fixed.voting", ("option", OptionWords.Typed(decision, 1, language))),
            { Phase: Phase.Frozen, Proposal: { Changes: null, Preset: Preset.Standard } } => Said("text-is-fixed.frozen"),
            _ => Said("text-is-fixed"),
        };
    }

    /// <summary>What others than the author can do instead.</summary>
    private static string Theirs(string command) => command switch
    {
        "edit" or "accept" or "reject" or "fulfil" => "text",
        "case" => "case",
        "outcome" => "outcome",
        _ => "proposal",
    };

    private static Inline Rule(string? key, string language) => new Inline.Words(RuleKey.Find(key ?? "quorum")?.In(language) ?? "quorum");
}
