using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>Cast a ballot or change it: <c>/vote 1 Park, Café</c>, a button, a reaction; on an amendment <c>/vote 7.1 for</c>.</summary>
internal static class Vote
{
    public static Command Command { get; } = new(
        CommonsTexts.All.Command("vote", CommonsTexts.DecisionOrPart, CommonsTexts.All.Parameter("choice", ParameterKind.Rest) with { Positional = true }), Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        if (asked.Part("decision") is not { } named) return CommonsTexts.WhichOne(asked, view);
        if (named.Number != 0) return VoteOnAmendment.Handle(asked, view, named);
        var (id, number) = (named.Decision, named.Decision.Number);
        // Where there is nothing to choose from any more, why not is the core's to say.
        if (view.Find(number) is not { IsRunning: true } decision || decision.ClosesAt <= asked.At)
        {
            return new Answer.Submit(new CastBallot(id, new Ballot.Chosen()), _ => null);
        }
        if (!asked.Has("choice") || string.IsNullOrWhiteSpace(asked.Text("choice"))) return Refused(new Refusal.NothingChosen(id));
        return ChoiceReader.Read(decision, asked.Text("choice")) switch
        {
            ChoiceRead.Options { Numbers.Count: > 1 } options when decision.Method is Method.YesNo => Refused(new Refusal.TooManyChosen(id, options.Numbers.Count, 1)),
            ChoiceRead.Options options => Submit(Intention.Of(decision, options.Numbers, asked.Manner, asked.At)),
            ChoiceRead.Meant { Ballot: Ballot.Ranked ranked } => Submit(Intention.Of(decision, ranked, asked.Manner)),
            ChoiceRead.Meant meant => Submit(meant.Ballot),
            ChoiceRead.Unfit unfit => Refused(new Refusal.NoSuchOption(id, unfit.Typed)),
            ChoiceRead.Twofold twofold => AskedBack(twofold.Typed, twofold.Ways.Select(way => (way.Typed, OptionWords.Listed(decision, way.Options, asked.Language)))),
            ChoiceRead.Manifold many => AskedBack(many.Typed, many.Ways.Select(way => (OptionWords.Typed(way), OptionWords.Listed(decision, way, asked.Language)))),
            ChoiceRead.Twice twice => new Answer.Refuse(Document.Of(CommonsTexts.All.Line(asked.Language, "vote.twice", decision,
                ("option", OptionWords.Said(decision, twice.Option, asked.Language)),
                ("ranking", string.Join(" > ", Enumerable.Range(1, Math.Min(2, OptionWords.Count(decision))).Select(option => OptionWords.Typed(decision, option, asked.Language))))))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        Answer Refused(Refusal why) => new Answer.Refuse(RefusalTexts.Of(why, view, asked));

        Answer Submit(Ballot? ballot) => ballot switch
        {
            null => Withdraw.Of(asked, decision),
            Ballot.Consent { Answer: ConsentAnswer.Object } => new Answer.Refuse(Objecting.NeedsReasons(asked, view, decision)),
            _ => new Answer.Submit(new CastBallot(id, ballot), accepted => VoteAnswer.Of(asked, accepted, id, decision.MyBallot?.Ballot)),
        };

        Answer AskedBack(string typed, IEnumerable<(string Typed, Line Meaning)> ways) => new Answer.Refuse(new Document(
            new Part.Text(CommonsTexts.All.Line(asked.Language, "vote.twofold", ("typed", typed))),
            new Part.Facts([.. ways.Select(way => CommonsTexts.All.Line(asked.Language, "vote.twofold.way",
                ("option", way.Meaning), ("number", number), ("typed", way.Typed)))])));
    }
}
