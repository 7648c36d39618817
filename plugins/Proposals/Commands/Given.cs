using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>What most of these commands take and say.</summary>
internal static class Given
{
    /// <summary>A proposal, or a part of one, by number.</summary>
    public static Parameter Proposal { get; } = ProposalsTexts.All.Parameter("proposal", ParameterKind.Number) with { Required = true, Positional = true };

    public static Parameter Either { get; } = Proposal with { Kind = ParameterKind.Part };

    public static Parameter Part { get; } = ProposalsTexts.All.Parameter("part", ParameterKind.Part) with { Required = true, Positional = true };

    /// <summary>The text that is left of the line, with quotes or without.</summary>
    public static Parameter Words { get; } = ProposalsTexts.All.Parameter("words", ParameterKind.Rest) with { Required = true, Positional = true };

    public static string Text(Asked asked) => TypedList.Unquoted(asked.Text("words"));

    /// <summary>What comes of a proposal that was named; the question which one where none was.</summary>
    public static Answer ByNumber(Asked asked, CollectiveView view, Func<DecisionId, Answer> then) =>
        asked.Number("proposal") is { } number ? then(new DecisionId(number)) : WhichOne(asked, view);

    public static Answer ByPart(Asked asked, CollectiveView view, string key, Func<PartId, Answer> then) =>
        asked.Part(key) is { } part ? then(part) : WhichOne(asked, view);

    /// <summary>A text of ours about a proposal, by its number.</summary>
    public static Line Said(Asked asked, DecisionView about, string key, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        ProposalsTexts.All.Line(asked.Language, "said." + key, about, arguments);

    /// <summary>The number of a part, which is ours and nothing that somebody typed.</summary>
    public static Inline Number(PartId part) => new Inline.Words(part.ToString());

    /// <summary>The number that a part has just got.</summary>
    public static PartId Made<T>(Accepted accepted, Func<T, PartId> part)
        where T : CollectiveEvent => part(accepted.Events.OfType<T>().Last());

    public static Inline Moment(DecisionView about, DateTimeOffset at, string language) => about.Clock.Moment(at, language, about.Now);

    /// <summary>An answer of a few sentences; those that are null are left out.</summary>
    public static Document Lines(params IEnumerable<Line?> sentences) => Document.Of(Sdk.Lines.Sentences(sentences));

    private static Answer WhichOne(Asked asked, CollectiveView view)
    {
        var running = view.Decisions.Where(decision => decision is { IsRunning: true, Proposal: not null }).ToList();
        var command = view.Commands.First(one => one.Name.En == asked.Command);
        if (running.Count == 0) return new Answer.Refuse(Document.Of(ProposalsTexts.All.Line(asked.Language, "said.which.none")));
        return new Answer.Refuse(new Document(
            new Part.Text(ProposalsTexts.All.Line(asked.Language, "said.which", ("example", new Inline.Command(command.Example.In(asked.Language))))),
            new Part.Facts([.. running.Select(proposal => ProposalsTexts.All.Line(asked.Language, "said.which.item", proposal, ("title", proposal.Title is { } title ? title.ReplaceLineEndings(" ") : "…")))])));
    }
}
