using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>A proposal that looks for support: whether it is worth deciding. Where silence is consent, whether anybody objects.</summary>
internal static class SupportCard
{
    public static IEnumerable<Part> Of(Pen pen)
    {
        var (decision, proposal) = (pen.About, pen.Proposal);
        var lazy = proposal.Preset is Preset.Lazy;
        foreach (var part in TextParts.Of(pen)) yield return part;
        yield return new Part.Text(Lines.Sentences(
            pen.Line(lazy ? "card.lazy" : "card.support", ("n", proposal.Supporters), ("needed", proposal.Needed), ("closes", pen.Moment(decision.ClosesAt))),
            proposal.Outdated > 0 ? pen.Line("card.outdated", ("n", proposal.Outdated)) : null,
            pen.Line(lazy ? "card.lazy.meaning" : "card.support.meaning")));
        yield return Supporting(pen);
        if (Ahead.Topic(pen) is { } topic) yield return topic;
        foreach (var part in PartsList.Of(pen)) yield return part;
        if (proposal is { Changes: null, Preset: not Preset.Urgent }) yield return pen.Text("card.improve", ("number", decision.Number));
        yield return new Part.Text(Ahead.Next(pen));
        yield return Ahead.Rules(pen);
    }

    /// <summary>The button to stand by it as it reads now.</summary>
    public static Part.Choices Supporting(Pen pen) => new(
        [new Choice(pen.Words(pen.Proposal.Preset is Preset.Lazy ? "card.acknowledge" : "card.support.button"), $"support {pen.About.Number}")], Public: true, pen.Line("card.support.type"));
}
