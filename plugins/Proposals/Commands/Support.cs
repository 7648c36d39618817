using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Stand by a proposal as it reads now, <c>/support 7</c>, or by a rival text, <c>/support 7.3</c>.</summary>
internal static class SupportCommand
{
    public static Command Command { get; } = new(ProposalsTexts.All.Command("support", Given.Either), Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByPart(asked, view, "proposal", part =>
        new Answer.Submit(new Support(part.Decision, part.Number), accepted => Said(asked, view.Find(part.Decision.Number)!, accepted, part)));

    private static Document Said(Asked asked, DecisionView before, Accepted accepted, PartId part)
    {
        var after = accepted.View.Find(part.Decision.Number)!;
        var proposal = after.Proposal!;
        var done = accepted.Events.OfType<Supported>().Any();
        if (part.Number != 0)
        {
            var rival = proposal.Find(part.Number)?.Asked;
            return Given.Lines(Given.Said(asked, after, done ? "support.rival" : "support.rival.still", ("part", Given.Number(part)), ("n", rival?.Answered ?? 0), ("needed", proposal.Needed)),
                Given.Said(asked, after, "support.back", ("what", Given.Number(part))));
        }
        if (!done) return Given.Lines(Given.Said(asked, after, "support.still"), Given.Said(asked, after, "support.back", ("what", after.Number)));
        var again = before.Proposal!.MySupport is Backing.Outdated;
        return Given.Lines(Given.Said(asked, after, again ? "support.again" : "support", ("n", proposal.Supporters), ("needed", proposal.Needed)),
            after.Phase == before.Phase ? Given.Said(asked, after, "support.back", ("what", after.Number))
            : after.Phase is Phase.Discussion ? Given.Said(asked, after, "support.discussion", ("ends", Given.Moment(after, after.ClosesAt, asked.Language)))
            : Given.Said(asked, after, "support.enough"));
    }
}

/// <summary>No longer stand by it: <c>/unsupport 7</c>.</summary>
internal static class UnsupportCommand
{
    public static Command Command { get; } = new(ProposalsTexts.All.Command("unsupport", Given.Either), Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByPart(asked, view, "proposal", part =>
        new Answer.Submit(new Unsupport(part.Decision, part.Number), accepted => Given.Lines(Given.Said(asked, accepted.View.Find(part.Decision.Number)!,
            part.Number == 0 ? "unsupport" : "unsupport.rival", ("part", Given.Number(part))))));
}
