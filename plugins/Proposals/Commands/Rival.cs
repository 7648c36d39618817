using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Set another text beside the proposal, on the same ballot: an amendment that was not taken, <c>/rival 7.1</c>, or a new one, <c>/rival 7 "Title" "Text"</c>.</summary>
internal static class RivalCommand
{
    public static Command Command { get; } = new(
        ProposalsTexts.All.Command("rival", Given.Either,
            ProposalsTexts.All.Parameter("title", ParameterKind.Text) with { Positional = true },
            ProposalsTexts.All.Parameter("text", ParameterKind.Text) with { Positional = true }),
        Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByPart(asked, view, "proposal", from =>
    {
        if (from.Number == 0 && !asked.Has("title") && view.Find(from.Decision.Number) is { Proposal: not null } known)
        {
            return new Answer.Refuse(Document.Of(Given.Said(asked, known, "rival.how")));
        }
        var title = asked.Has("title") ? asked.Text("title") : null;
        return new Answer.Submit(new EnterRival(from.Decision, from.Number == 0 ? null : from.Number, title, asked.Has("text") ? asked.Text("text") : null), accepted =>
        {
            var (after, part) = (accepted.View.Find(from.Decision.Number)!, Given.Made<RivalEntered>(accepted, made => made.Part));
            return Given.Lines(Given.Said(asked, after, "rival", ("part", Given.Number(part))),
                after.Proposal!.Needed > 1 ? Given.Said(asked, after, "rival.needs", ("part", Given.Number(part)), ("n", after.Proposal.Needed)) : null);
        });
    });
}
