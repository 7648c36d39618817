using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Offer another version of the whole text: <c>/amend 7 "For 900 €, with lights"</c>. The answer shows what differs.</summary>
internal static class AmendCommand
{
    public static Command Command { get; } = new(ProposalsTexts.All.Command("amend", Given.Proposal, Given.Words), Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByNumber(asked, view, id =>
        new Answer.Submit(new Amend(id, Given.Text(asked)), accepted =>
        {
            var (after, part) = (accepted.View.Find(id.Number)!, Given.Made<AmendmentMade>(accepted, made => made.Part));
            var amendment = (Amendment)after.Proposal!.Find(part.Number)!.Part;
            return new Document(
                new Part.Text(Given.Said(asked, after, "amend", ("part", Given.Number(part)))),
                new Part.Facts(DifferenceTexts.Of(amendment.From, amendment.Text, asked.Language)),
                new Part.Text(Given.Said(asked, after, "amend.next", ("part", Given.Number(part)), ("until", Given.Moment(after, amendment.At + Amendment.Patience, asked.Language)))));
        }));
}

/// <summary>Take an amendment: <c>/accept 7.1</c>.</summary>
internal static class AcceptCommand
{
    public static Command Command { get; } = new(ProposalsTexts.All.Command("accept", Given.Part), Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByPart(asked, view, "part", part =>
        new Answer.Submit(new SettleAmendment(part, Accept: true), accepted =>
        {
            var after = accepted.View.Find(part.Decision.Number)!;
            var collided = accepted.Events.OfType<PartSettled>().Where(other => other.State is PartState.Conflicting).Select(other => new Line(Given.Number(other.Part))).ToList();
            return Given.Lines(Given.Said(asked, after, "accept", ("part", Given.Number(part)), ("version", after.Version)),
                collided.Count == 0 ? null : Given.Said(asked, after, "accept.collided", ("n", collided.Count), ("parts", Lines.And(asked.Language, collided))),
                Given.Said(asked, after, "reconfirm"));
        }));
}

/// <summary>Turn an amendment down: <c>/reject 7.1</c>.</summary>
internal static class RejectCommand
{
    public static Command Command { get; } = new(ProposalsTexts.All.Command("reject", Given.Part), Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByPart(asked, view, "part", part =>
        new Answer.Submit(new SettleAmendment(part, Accept: false), accepted =>
        {
            var after = accepted.View.Find(part.Decision.Number)!;
            return Given.Lines(Given.Said(asked, after, after.Proposal!.Preset is Preset.Standard ? "reject" : "reject.plain", ("part", Given.Number(part))));
        }));
}

/// <summary>Ask the supporters, where the author has left an amendment unanswered: <c>/ask-vote 7.1</c>.</summary>
internal static class AskVoteCommand
{
    public static Command Command { get; } = new(ProposalsTexts.All.Command("ask-vote", Given.Part), Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByPart(asked, view, "part", part =>
        new Answer.Submit(new AskVote(part), accepted =>
        {
            var after = accepted.View.Find(part.Decision.Number)!;
            var asking = after.Proposal!.Find(part.Number)!.Asked!;
            return Given.Lines(Given.Said(asked, after, "ask-vote", ("part", Given.Number(part)), ("n", asking.Of), ("ends", Given.Moment(after, asking.Ends, asked.Language))));
        }));
}
