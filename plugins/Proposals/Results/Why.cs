using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Why a proposal came out as it did, in numbers that stand beside their whole.</summary>
internal static class Why
{
    public static Line Of(Pen pen) => pen.About switch
    {
        { Result: { } result } => Counted(pen, result),
        { Ended: { } ended } => Uncounted(pen, ended.Reason),
        _ => pen.Outcome,
    };

    private static Line Counted(Pen pen, Result result) => result.Method is Method.Consent ? Consented(pen, result) : result.Reason switch
    {
        Reason.TooFewDirect => Lines.Sentences(
            pen.Line("why.direct", ("n", result.Direct), ("needed", pen.Proposal.Terms.MinDirect.Needed(result.Roll ?? 0))), Sides(pen, result)),
        Reason.TooFewTookPart or Reason.TooFewFor => Lines.Sentences(Quorum(pen, result), Sides(pen, result)),
        Reason.RuleIsAnother => Lines.Sentences(pen.Line("why.another-rule"), Sides(pen, result)),
        _ => Lines.Sentences(Quorum(pen, result), Sides(pen, result), Majority(pen, result)),
    };

    /// <summary>“11 of 40 took part, 12 were needed.”</summary>
    private static Line? Quorum(Pen pen, Result result)
    {
        var (quorum, roll, sides) = (pen.Proposal.Terms.Quorum, result.Roll ?? 0, result.Sides!);
        var needed = quorum.Needed(roll);
        if (needed == 0) return null;
        return quorum.Kind is QuorumKind.Approval
            ? pen.Line("why.approval", ("n", sides.For), ("roll", roll), ("needed", needed))
            : pen.Line("why.participation", ("n", sides.For + sides.Against + sides.Abstain), ("roll", roll), ("needed", needed));
    }

    /// <summary>“8 for, 2 against, 1 abstained; 3 of these voices by delegation.”</summary>
    private static Line Sides(Pen pen, Result result)
    {
        var sides = result.Sides!;
        (string, object)[] counts = [("for", sides.For), ("against", sides.Against), ("abstained", sides.Abstain), ("n", result.Represented)];
        if (result.Pair is null) return pen.Line(result.Represented > 0 ? "why.sides.represented" : "why.sides", counts);
        Line best = result.Winners is [var winner] ? OptionWords.Said(pen.About, winner, pen.Language) : pen.Line("why.best");
        return pen.Line(result.Represented > 0 ? "why.pair.represented" : "why.pair", [.. counts, ("text", best)]);
    }

    private static Line Majority(Pen pen, Result result)
    {
        if (result.Outcome is Outcome.TiedRejected) return pen.Line("why.level");
        var terms = pen.Proposal.Terms;
        var majority = pen.Proposal.Round > 0 ? terms.Consent.Fallback! : terms.Majority;
        return pen.Line("why.majority", ("majority", RuleSentences.Passing(majority, result.Roll ?? 0, pen.Language)));
    }

    private static Line Consented(Pen pen, Result result)
    {
        var (proposal, roll) = (pen.Proposal, result.Roll ?? 0);
        var answered = result.Counts[(int)ConsentAnswer.Consent] + result.Counts[(int)ConsentAnswer.Concern];
        var needed = proposal.Terms.Consent.Needed(roll);
        return Lines.Sentences(
            result.Reason is Reason.ObjectionsStand
                ? pen.Line("why.objections", ("n", proposal.Parts.Count(part => part.Part is Objection { State: PartState.Open or PartState.Accepted })), ("round", proposal.Round), ("of", proposal.Terms.Consent.Rounds))
                : pen.Line("why.no-objection"),
            pen.Line("why.answers", ("n", answered), ("roll", roll), ("needed", needed)));
    }

    private static Line Uncounted(Pen pen, Reason reason) => reason switch
    {
        Reason.NoNewVersion => pen.Line("why.no-version", ("round", pen.Proposal.Round)),
        Reason.TooFewSupporters => pen.Line("why.supporters", ("n", pen.Proposal.Supporters), ("needed", pen.Proposal.Needed), ("closed", pen.Moment(pen.About.ClosesAt))),
        Reason.SupportersLeft => pen.Line("why.left", ("n", pen.Proposal.Supporters), ("needed", pen.Proposal.Needed)),
        Reason.ByItsAuthor => pen.Line("why.author", ("opener", pen.Name(pen.About.Opener)), ("closed", pen.Moment(pen.About.ClosesAt))),
        Reason.NobodyObjected => pen.Line("why.silence", ("n", pen.Proposal.Supporters), ("closed", pen.Moment(pen.About.ClosesAt))),
        _ => pen.Outcome,
    };
}
