using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>A proposal that is discussed: its text, what members wish of it and offer instead, and who stands by it. Between consent rounds: what stands against it.</summary>
internal static class DiscussionCard
{
    private static readonly TimeSpan Clarifying = TimeSpan.FromHours(24);

    public static IEnumerable<Part> Of(Pen pen)
    {
        var (decision, proposal) = (pen.About, pen.Proposal);
        foreach (var part in TextParts.Of(pen)) yield return part;
        yield return new Part.Text(Lines.Sentences(pen.Line("card.by", ("opener", pen.Name(decision.Opener))), Standing(pen), Until(pen)));
        if (proposal.Round == 0) yield return SupportCard.Supporting(pen);
        if (Ahead.Topic(pen) is { } topic) yield return topic;
        foreach (var part in PartsList.Of(pen)) yield return part;
        foreach (var part in Card.Cases(pen)) yield return part;
        yield return new Part.Text(TakePart(pen));
        if (proposal.Preset is Preset.Standard) yield return pen.Text("card.next.frozen", ("frozen", pen.Length(proposal.Lasts.Frozen)), ("voting", pen.Length(proposal.Lasts.Voting)));
        yield return Ahead.Rules(pen);
    }

    private static Line? Standing(Pen pen) => pen.Proposal is not { Round: 0 } proposal ? null : Lines.Sentences(
        pen.Line("card.standing", ("n", proposal.Supporters), ("needed", proposal.Needed)),
        proposal.Outdated > 0 ? pen.Line("card.outdated", ("n", proposal.Outdated)) : null,
        proposal.Extended ? pen.Line("card.extended") : null);

    private static Line Until(Pen pen)
    {
        var (decision, proposal) = (pen.About, pen.Proposal);
        var ends = ("closes", (object)pen.Moment(decision.ClosesAt));
        var clarified = decision.PhaseBegan + Clarifying;
        return proposal switch
        {
            { Round: > 0, HasNewVersion: true } => pen.Line("card.round.next", ends, ("round", proposal.Round + 1)),
            { Round: > 0 } => pen.Line("card.round.waits", ends, ("round", proposal.Round), ("opener", pen.Name(decision.Opener)), ("else", Ahead.Else(pen))),
            { Preset: Preset.Consent } when clarified < decision.ClosesAt => pen.Line("card.clarify", ends, ("clarified", pen.Moment(clarified))),
            { Preset: Preset.Consent } => pen.Line("card.react", ends),
            _ => pen.Line("card.discussed", ends),
        };
    }

    /// <summary>What can be typed to take part, in a row.</summary>
    private static Line TakePart(Pen pen)
    {
        string[] ways = pen.Proposal switch
        {
            { Changes: not null } => ["card.type.suggest", "card.type.case"],
            { Preset: Preset.Consent } => ["card.type.suggest", "card.type.amend"],
            _ => ["card.type.suggest", "card.type.amend", "card.type.rival", "card.type.case"],
        };
        return pen.Line("card.take-part", ("ways", Lines.Join(" · ", ways.Select(pen.Command))));
    }
}
