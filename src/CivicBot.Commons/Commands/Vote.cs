using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>Cast a ballot or change it: <c>/vote 1 Park, Café</c>, a button, a reaction.</summary>
internal static class Vote
{
    public static Command Command { get; } = new(
        CommonsTexts.All.Command("vote", CommonsTexts.Decision, CommonsTexts.All.Parameter("choice", ParameterKind.Rest) with { Positional = true }), Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        if (asked.Number("decision") is not { } number) return CommonsTexts.WhichOne(asked, view);
        var id = new DecisionId(number);
        // Where there is nothing to choose from any more, why not is the core's to say.
        if (view.Find(number) is not { IsRunning: true } decision || decision.ClosesAt <= asked.At)
        {
            return new Answer.Submit(new CastBallot(id, new Ballot.Chosen()), _ => null);
        }
        if (!asked.Has("choice") || string.IsNullOrWhiteSpace(asked.Text("choice"))) return Refused(new Refusal.NothingChosen(id));
        return ChoiceReader.Read(decision, asked.Text("choice")) switch
        {
            ChoiceRead.Options options => Submit(decision, Intention.Of(decision, options.Numbers, asked.Manner, asked.At)),
            ChoiceRead.Unfit unfit => Refused(new Refusal.NoSuchOption(id, unfit.Typed)),
            ChoiceRead.Twofold twofold => new Answer.Refuse(AskedBack(decision, twofold, asked.Language)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        Answer Refused(Refusal why) => new Answer.Refuse(RefusalTexts.Of(why, view, asked));

        Answer Submit(DecisionView decision, Values<int> options)
        {
            if (options.Count == 0) return Withdraw.Of(asked, decision);
            if (decision.Method is Method.YesNo && options.Count > 1) return Refused(new Refusal.TooManyChosen(id, options.Count, 1));
            return new Answer.Submit(new CastBallot(id, OptionWords.Ballot(decision, options)), accepted => VoteAnswer.Of(asked, accepted, id, decision.MyBallot?.Ballot));
        }
    }

    private static Document AskedBack(DecisionView decision, ChoiceRead.Twofold twofold, string language) => new(
        new Part.Text(CommonsTexts.All.Line(language, "vote.twofold", ("typed", twofold.Typed))),
        new Part.Facts([.. twofold.Ways.Select(way => CommonsTexts.All.Line(language, "vote.twofold.way",
            ("option", OptionWords.Listed(decision, way.Options, language)), ("number", decision.Number), ("typed", way.Typed)))]));
}
