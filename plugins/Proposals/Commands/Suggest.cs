using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Say what the text must, should, should not or must not hold: <c>/suggest 7 must "Name who repairs it"</c>.</summary>
internal static class SuggestCommand
{
    public static Command Command { get; } = new(
        ProposalsTexts.All.Command("suggest", Given.Proposal,
            ProposalsTexts.All.Parameter("degree", ParameterKind.OneOf,
                ProposalsTexts.All.Alternative("degree.must", nameof(Degree.Must)), ProposalsTexts.All.Alternative("degree.should", nameof(Degree.Should)),
                ProposalsTexts.All.Alternative("degree.should-not", nameof(Degree.ShouldNot)), ProposalsTexts.All.Alternative("degree.must-not", nameof(Degree.MustNot))) with { Required = true, Positional = true },
            Given.Words),
        Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByNumber(asked, view, id =>
    {
        var degree = Enum.TryParse<Degree>(asked.Text("degree"), out var read) ? read : Degree.Should;
        return new Answer.Submit(new Suggest(id, degree, Given.Text(asked)), accepted =>
        {
            var (after, part) = (accepted.View.Find(id.Number)!, Given.Number(Given.Made<SuggestionMade>(accepted, made => made.Part)));
            return Given.Lines(Given.Said(asked, after, "suggest", ("part", part)),
                degree is Degree.Must or Degree.MustNot && after.Proposal!.MySupport is not Backing.None ? Given.Said(asked, after, "suggest.demand") : null,
                Given.Said(asked, after, "suggest.back", ("part", part)));
        });
    });
}

/// <summary>The text meets a suggestion, says its author: <c>/fulfil 7.2</c>.</summary>
internal static class FulfilCommand
{
    public static Command Command { get; } = new(ProposalsTexts.All.Command("fulfil", Given.Part), (asked, view) => Marking.Handle(asked, view, fulfilled: true));
}

/// <summary>It does not, says whoever made it: <c>/reopen 7.2</c>.</summary>
internal static class ReopenCommand
{
    public static Command Command { get; } = new(ProposalsTexts.All.Command("reopen", Given.Part), (asked, view) => Marking.Handle(asked, view, fulfilled: false));
}

/// <summary>Whether a suggestion is met.</summary>
internal static class Marking
{
    public static Answer Handle(Asked asked, CollectiveView view, bool fulfilled) => Given.ByPart(asked, view, "part", part =>
        new Answer.Submit(new MarkSuggestion(part, fulfilled), accepted =>
            Given.Lines(Given.Said(asked, accepted.View.Find(part.Decision.Number)!, fulfilled ? "fulfil" : "reopen", ("part", Given.Number(part))))));
}
