using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>A proposal at the vote: what it takes and how many took part, until when, who sees what, and what becomes of entrusted voices.</summary>
internal static class VotingCard
{
    public static IEnumerable<Part> Of(Pen pen)
    {
        var decision = pen.About;
        foreach (var part in TextParts.Of(pen)) yield return part;
        if (pen.Proposal.Round > 0) yield return pen.Text("card.fallback", ("n", pen.Proposal.Round));
        foreach (var part in Card.Cases(pen)) yield return part;
        foreach (var part in Options(pen)) yield return part;
        yield return new Part.Text(Lines.Sentences(Needs(pen), Took(pen)));
        yield return new Part.Text(Lines.Sentences(
            pen.Line("card.closes", ("closes", pen.Moment(decision.ClosesAt))), decision.ClosesEarlyAt is { } early ? pen.Line("card.closes-early", ("closes", pen.Moment(early))) : null));
        yield return Choosing(pen);
        yield return new Part.Text(Ahead.Seeing(pen));
        if (decision.TakesDelegations) yield return new Part.Text(Lines.Sentences(Entrusted(pen)));
        yield return new Part.Note(Lines.Sentences([.. SmallPrint(pen)]));
    }

    /// <summary>“Needs 12 of 40 to take part (abstaining counts) and more for than against.”</summary>
    public static Line Needs(Pen pen)
    {
        var (terms, roll) = (pen.Proposal.Terms, pen.About.Roll ?? 0);
        var majority = pen.Proposal.Round > 0 ? terms.Consent.Fallback! : terms.Majority;
        return Lines.Sentences(
            RuleSentences.Needs(terms.Quorum, majority, roll, pen.Language),
            HasRivals(pen) ? pen.Line("card.rivals.beat") : null,
            terms.Delegation.On ? pen.Line("card.direct", ("n", terms.MinDirect.Needed(roll))) : null);
    }

    public static Line Took(Pen pen) => pen.About.Voters == 0 ? pen.Line("card.took.none") : pen.Line("card.took", ("n", pen.About.Voters));

    /// <summary>What can be pressed and typed.</summary>
    public static Part.Choices Choosing(Pen pen)
    {
        var decision = pen.About;
        var choice = decision.Method is Method.Schulze ? "#1 > #2" : OptionWords.Typed(decision, 1, pen.Language);
        return new Part.Choices(
            [.. Enumerable.Range(1, OptionWords.Count(decision)).Select(option => new Choice(OptionWords.Label(decision, option, pen.Language), $"vote {decision.Number} #{option}"))],
            Public: decision.Mode is Mode.Open,
            pen.Line(decision.Mode is Mode.Open ? "card.type" : "card.type.private", ("choice", choice)));
    }

    public static bool HasRivals(Pen pen) => pen.About.Method is Method.Schulze or Method.Approval;

    /// <summary>The count where everyone may see it, and the rival texts by number.</summary>
    private static IEnumerable<Part> Options(Pen pen)
    {
        var decision = pen.About;
        if (!HasRivals(pen))
        {
            if (decision.Tally is not null) yield return Bars(decision, pen.Language, decision.Tally.Counts);
            yield break;
        }
        yield return Bars(decision, pen.Language, decision.Tally?.Counts);
        if (decision.Method is Method.Schulze && decision.Tally is not null) yield return pen.Text("card.firsts");
        yield return pen.Text(decision.Method is Method.Schulze ? "card.rank" : "card.approve");
    }

    /// <summary>The options with their counts, as far as they may be seen; the longest bar is that of the option with the most.</summary>
    public static Part.Tally Bars(DecisionView decision, string language, Values<long>? counts) => new([.. Enumerable.Range(1, OptionWords.Count(decision)).Select(option =>
        new TallyItem(OptionWords.Label(decision, option, language), counts?[option - 1], counts?.Max() ?? 0))]);

    private static IEnumerable<Line?> Entrusted(Pen pen)
    {
        var decision = pen.About;
        if (decision.WindowBegins is { } window)
        {
            var open = decision.Mode is Mode.Open;
            yield return pen.Line(decision.Now >= window ? "card.window.begun" : open ? "card.window.open" : "card.window", ("moment", pen.Moment(window)));
        }
        else if (decision.GuardBegins is { } guard)
        {
            yield return pen.Line("card.guard", ("moment", pen.Moment(guard)));
        }
        yield return pen.Proposal.Terms.Delegation.Cap(decision.Roll ?? 0) is { } cap ? pen.Line("card.cap", ("n", cap)) : pen.Rule("delegation.cap");
        if (Carriers(pen) is { } carriers) yield return carriers;
        yield return pen.Line("card.where");
    }

    /// <summary>Who votes for others, and for how many; how, as soon as that is everyone's to see.</summary>
    public static Line? Carriers(Pen pen)
    {
        var carriers = pen.About.Carriers;
        return carriers.Count == 0 ? null : pen.Line("card.carriers", ("carriers", Lines.Join(", ", carriers.Select(carrier => carrier.Ballot is { } ballot
            ? pen.Line("card.carrier.voted", ("name", pen.Name(carrier.Name)), ("n", carrier.Others), ("choice", OptionWords.Listed(pen.About, ballot, pen.Language)))
            : pen.Line("card.carrier", ("name", pen.Name(carrier.Name)), ("n", carrier.Others))))));
    }

    private static IEnumerable<Line?> SmallPrint(Pen pen)
    {
        var (decision, proposal) = (pen.About, pen.Proposal);
        yield return OnTheRoll(pen);
        if (!decision.TakesDelegations) yield return pen.Line("card.each");
        if (decision.Method is not Method.YesNo) yield break;
        if (proposal.Terms.EarlyClose && decision.ClosesEarlyAt is null) yield return pen.Rule("early_close");
        if (proposal.Terms.QuietEnding && decision.Mode is Mode.Open) yield return decision.WasExtended ? pen.Line("card.extended-once") : pen.Rule("quiet_ending");
    }

    /// <summary>“The roll: 40 members, fixed Fri 21 Nov, 20:00 (Paris), 51ab….”</summary>
    public static Line OnTheRoll(Pen pen)
    {
        var (roll, began) = (("n", (object)(pen.About.Roll ?? 0)), ("began", (object)pen.Moment(pen.About.PhaseBegan)));
        return pen.About.Stamps.Roll is { } hash ? pen.Line("card.roll.hash", roll, began, ("hash", Pen.Short(hash))) : pen.Line("card.roll", roll, began);
    }
}
