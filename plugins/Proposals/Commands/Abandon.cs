using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Take a proposal back before its vote, <c>/abandon 7</c>, or a part that one made, <c>/abandon 7.1</c>.</summary>
internal static class AbandonCommand
{
    public static Command Command { get; } = new(ProposalsTexts.All.Command("abandon", Given.Either), Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByPart(asked, view, "proposal", part =>
        new Answer.Submit(new Abandon(part.Decision, part.Number), accepted => Given.Lines(Given.Said(asked, accepted.View.Find(part.Decision.Number)!,
            part.Number == 0 ? "abandon" : "abandon.part", ("part", Given.Number(part))))));
}
