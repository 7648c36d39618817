using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Consent in a round, perhaps with a concern: <c>/consent 7 "It may rain"</c>.</summary>
internal static class ConsentCommand
{
    public static Command Command { get; } = new(ProposalsTexts.All.Command("consent", Given.Proposal, ProposalsTexts.All.Parameter("concern", ParameterKind.Rest) with { Positional = true }), Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByNumber(asked, view, id =>
    {
        var concern = TypedList.Unquoted(asked.Text("concern"));
        return Consenting.Cast(asked, view, id, concern.Length == 0 ? new Ballot.Consent(ConsentAnswer.Consent) : new Ballot.Consent(ConsentAnswer.Concern, concern));
    });
}

/// <summary>Not count in a round: <c>/stand-aside 7</c>.</summary>
internal static class StandAsideCommand
{
    public static Command Command { get; } = new(ProposalsTexts.All.Command("stand-aside", Given.Proposal),
        (asked, view) => Given.ByNumber(asked, view, id => Consenting.Cast(asked, view, id, new Ballot.Consent(ConsentAnswer.StandAside))));
}

/// <summary>An answer in a consent round, and what is said of it.</summary>
internal static class Consenting
{
    public static Answer Cast(Asked asked, CollectiveView view, DecisionId id, Ballot.Consent ballot)
    {
        var proposal = view.Find(id.Number);
        // A proposal that is decided otherwise, or not yet, has no consent round now.
        return proposal is { Proposal: not null, IsRunning: true } and not { Phase: Phase.Voting, Method: Method.Consent }
            ? new Answer.Refuse(RefusalTexts.Of(new Refusal.NoRoundNow(id), view, asked))
            : new Answer.Submit(new CastBallot(id, ballot), accepted => Said(asked, accepted, id));
    }

    private static Document Said(Asked asked, Accepted accepted, DecisionId id)
    {
        var after = accepted.View.Find(id.Number)!;
        var lifted = accepted.Events.OfType<PartSettled>().Where(part => part is { State: PartState.Withdrawn }).Select(part => new Line(Given.Number(part.Part))).ToList();
        return Given.Lines(
            Given.Said(asked, after, accepted.Events.OfType<BallotCast>().Any() ? "consent" : "consent.still", ("answer", OptionWords.Listed(after, after.MyBallot?.Ballot, asked.Language))),
            lifted.Count == 0 ? null : Given.Said(asked, after, "consent.lifted", ("part", Lines.And(asked.Language, lifted))),
            Given.Said(asked, after, "consent.until", ("until", after.Clock.Until(after.ClosesAt, asked.At, asked.Language))),
            accepted.Code is { } code ? ProposalsTexts.All.Line(asked.Language, "said.code", ("code", new Inline.Code(code))) : null);
    }
}
