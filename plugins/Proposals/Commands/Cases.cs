using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Say what speaks for a proposal, or against it: <c>/case 7 against "We have no shed"</c>.</summary>
internal static class CaseCommand
{
    public static Command Command { get; } = new(
        ProposalsTexts.All.Command("case", Given.Proposal,
            ProposalsTexts.All.Parameter("side", ParameterKind.OneOf, ProposalsTexts.All.Alternative("side.for", nameof(Side.For)), ProposalsTexts.All.Alternative("side.against", nameof(Side.Against)))
                with { Required = true, Positional = true },
            Given.Words),
        Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByNumber(asked, view, id =>
    {
        var side = asked.Text("side") == nameof(Side.For) ? Side.For : Side.Against;
        return new Answer.Submit(new MakeCase(id, side, Given.Text(asked)), accepted =>
        {
            var after = accepted.View.Find(id.Number)!;
            // Neither is shown alone.
            var both = after.Proposal is { For: not null, Against: not null };
            return Given.Lines(Given.Said(asked, after, side is Side.For ? "case.for" : "case.against"), Given.Said(asked, after, both ? "case.shown" : "case.waits"));
        });
    });
}
