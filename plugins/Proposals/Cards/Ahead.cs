using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>What is said before voting opens: which way a proposal goes, by which rules it will be decided, and who will vote.</summary>
internal static class Ahead
{
    /// <summary>What comes after support, in the words of its preset.</summary>
    public static Line Next(Pen pen)
    {
        // An objection turns silence into a consent round, with the times of one.
        var lasts = pen.Proposal.Preset is Preset.Lazy ? pen.Proposal.Terms.Durations.For(Preset.Consent) : pen.Proposal.Lasts;
        return pen.Line(pen.Proposal.Preset switch
        {
            Preset.Urgent => "card.next.urgent",
            Preset.Consent => "card.next.consent",
            Preset.Lazy => "card.next.lazy",
            _ => "card.next.standard",
        }, ("n", pen.Proposal.Needed), ("discussion", pen.Length(lasts.Discussion)), ("frozen", pen.Length(lasts.Frozen)), ("voting", pen.Length(lasts.Voting)));
    }

    /// <summary>What it will take, who sees what, and who will be on the roll.</summary>
    public static Part.Note Rules(Pen pen) => new(Lines.Sentences([.. Deciding(pen), Seeing(pen), .. Delegating(pen), Roll(pen)]));

    /// <summary>Who sees the votes, and when.</summary>
    public static Line Seeing(Pen pen) => pen.Line(pen.About.Mode is Mode.Open ? "card.mode.open" : "card.mode.sealed");

    public static Part.Text? Topic(Pen pen) => pen.Proposal.Topic is { } topic ? pen.Text("card.topic", ("topic", pen.Typed(topic)), ("n", pen.Proposal.FollowTopic)) : null;

    private static IEnumerable<Line> Deciding(Pen pen) => pen.Proposal switch
    {
        // The rule about rules has sentences of its own; its values were copied where those of other votes stand.
        { Changes: not null } => [pen.Rule("quorum", "change.quorum"), pen.Rule("majority", "change.majority")],
        { Preset: Preset.Consent or Preset.Lazy } => [Rounds(pen)],
        _ => [pen.Rule("quorum"), pen.Rule("majority")],
    };

    private static Line Rounds(Pen pen)
    {
        var terms = pen.Proposal.Terms.Consent;
        return terms.Answers.IsZero
            ? pen.Line("card.consent.rules.silence", ("rounds", terms.Rounds), ("else", Else(pen)))
            : pen.Line("card.consent.rules", ("share", RuleSentences.Share(terms.Answers, pen.Language)), ("rounds", terms.Rounds), ("else", Else(pen)));
    }

    /// <summary>What happens if objections cannot be lifted: “it comes to a vote, which takes at least 2 in 3 for it”.</summary>
    public static Line Else(Pen pen) => pen.Proposal.Terms.Consent.Fallback is { } majority
        ? pen.Line("card.else.vote", ("majority", RuleSentences.Passing(majority, pen.About.Roll ?? pen.About.RollNow, pen.Language)))
        : pen.Line("card.else.drop");

    /// <summary>That voices can be entrusted is the rule; where they cannot, it is said.</summary>
    private static IEnumerable<Line> Delegating(Pen pen) =>
        pen.Proposal is { Preset: Preset.Consent or Preset.Lazy } or { Terms.Delegation.On: false } ? [pen.Line("card.each")] : [];

    private static Line Roll(Pen pen) => pen.Proposal.Terms.Level is { Level: 1, Known.Ticks: 0 }
        ? pen.Line("card.roll.before", ("n", pen.About.RollNow))
        : Lines.Sentences(pen.Rule("level"), pen.Line("card.roll.now", ("n", pen.About.RollNow)));
}
