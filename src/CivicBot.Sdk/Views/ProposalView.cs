using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What one reader may see of a proposal, beside what every decision shows.</summary>
public sealed class ProposalView
{
    private readonly Decision decision;
    private readonly Proposal proposal;
    private readonly Collective collective;
    private readonly Member? reader;

    internal ProposalView(Decision decision, Collective collective, MemberId? reader)
    {
        (this.decision, proposal, this.collective) = (decision, decision.Proposal!, collective);
        this.reader = reader is { } me ? collective.Members[me] : null;
    }

    public Preset Preset => proposal.Preset;

    /// <summary>The rules as they were when it was proposed.</summary>
    public Rules Terms => proposal.Terms;

    public RuleChange? Changes => proposal.Changes;

    public string? Topic => proposal.Topic is { } topic ? collective.Topics.GetValueOrDefault(topic) : null;

    public bool HasTopic => proposal.Topic is not null;

    /// <summary>How many members entrust their voice on its topic to somebody.</summary>
    public int FollowTopic => proposal.Topic is { } topic
        ? Enumerable.Range(0, collective.Roster.Count).Count(member => collective.Delegations.Of(member, Scope.OfTopic(topic)) is { KeepsMyVote: false }) : 0;

    public int Needed => proposal.Needed;

    /// <summary>How many stand by the text as it reads now.</summary>
    public int Supporters => proposal.Standing(decision.Version);

    /// <summary>How many support it as it read before, and have not said so again.</summary>
    public int Outdated => proposal.Supporters.Count - Supporters;

    /// <summary>How long its phases last.</summary>
    public Durations Lasts => proposal.Lasts;

    /// <summary>The discussion was extended once, since too few stood by the text at its end.</summary>
    public bool Extended => proposal.Extended;

    /// <summary>In the discussion after a consent round: a text came that is to answer the objections.</summary>
    public bool HasNewVersion => proposal.TextSince >= decision.PhaseBegan;

    /// <summary>The text as it read before the last change; null where there was none, or it was erased.</summary>
    public string? TextBefore => proposal.TextBefore;

    /// <summary>How long after its adoption it is looked at again.</summary>
    public TimeSpan Review => proposal.Review;

    /// <summary>The reader supports it: as it reads now, or as it read before.</summary>
    public Backing MySupport => reader is null || !proposal.Supporters.TryGetValue(reader.Number, out var version) ? Backing.None
        : version == decision.Version ? Backing.Present : Backing.Outdated;

    public IReadOnlyList<PartView> Parts => [.. proposal.Parts.Values.Select(part => new PartView(new PartId(decision.Id, part.Number), part, NameOf(part.By), reader?.Id == part.By, View(part)))];

    public PartView? Find(int part) => Parts.FirstOrDefault(one => one.Id.Number == part);

    /// <summary>The texts on the ballot beside it, or those that try to get there.</summary>
    public IEnumerable<PartView> Rivals => Parts.Where(part => part.Part is Rival { State: PartState.Open });

    public (string? Name, string? Text)? For => proposal.For is { } made ? (NameOf(made.By), made.Text) : null;

    public (string? Name, string? Text)? Against => proposal.Against is { } made ? (NameOf(made.By), made.Text) : null;

    public int Round => proposal.Round;

    /// <summary>Where it stands in the line of those that wait for a place among the open votes, from 1; null if it does not wait.</summary>
    /// <param name="now">The moment of reading.</param>
    public int? PlaceInLine(DateTimeOffset now) => decision.Phase is Phase.Frozen && decision.ClosesAt <= now ? OpenVotes.Ahead(collective, decision) + 1 : null;

    public Values<AwaitedDraw> Awaits => proposal.Awaits;

    public Aftermath? Aftermath => proposal.Aftermath;

    public string? Owner => proposal.Aftermath?.Owner is { } owner ? NameOf(owner) : null;

    /// <summary>How the members who answered the review see it.</summary>
    public int Answered(FollowUp answer) => proposal.Aftermath?.Answers.Count(one => one.Value == answer) ?? 0;

    /// <summary>The reader may answer its review now, and has not.</summary>
    /// <param name="now">The moment of reading.</param>
    public bool AsksMe(DateTimeOffset now) => reader is not null && proposal.Aftermath is { } aftermath && now >= aftermath.Review && !aftermath.Answers.ContainsKey(reader.Number);

    private Answers? View(ProposalPart part) => part switch
    {
        Amendment { Vote: { } vote } => new Answers(vote.Ballots.Count, vote.Voters.Count, reader is not null && vote.Voters.Contains(reader.Number), vote.Ends, []),
        Rival rival => new Answers(rival.Supporters.Count, proposal.Needed, reader is not null && rival.Supporters.Contains(reader.Number), decision.ClosesAt, []),
        Objection { Jury: { } jury } objection => new Answers(jury.Verdicts.Count, jury.Members.Count, reader is not null && jury.Members.Contains(reader.Number), jury.Ends,
            // Who said what is shown with what came of it.
            objection.State is PartState.Open ? [] : [.. jury.Members.Select(member => (collective[member].Name, jury.Verdicts.TryGetValue(member, out var verdict) ? verdict : (Verdict?)null))]),
        _ => null,
    };

    private string? NameOf(MemberId member) => collective.Members.GetValueOrDefault(member)?.Name;
}

/// <summary>Whether a reader supports a proposal.</summary>
public enum Backing
{
    None,
    Present,

    /// <summary>An earlier version of the text.</summary>
    Outdated,
}

/// <summary>A part of a proposal as a reader sees it.</summary>
/// <param name="By">The name of whoever made it; null once erased.</param>
/// <param name="Asked">How many have answered where members are asked.</param>
public sealed record PartView(PartId Id, ProposalPart Part, string? By, bool IsMine, Answers? Asked);

/// <summary>How many have answered, of how many, whether the reader is one of them, until when, and in the end what was said.</summary>
public sealed record Answers(int Answered, int Of, bool ConcernsMe, DateTimeOffset Ends, IReadOnlyList<(string? Name, Verdict? Verdict)> Verdicts);
