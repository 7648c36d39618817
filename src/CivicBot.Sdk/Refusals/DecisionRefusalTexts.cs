using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>The refusals that concern one decision.</summary>
internal static class DecisionRefusalTexts
{
    private const int MostListed = 10;

    public static DecisionId? DecisionOf(Refusal refusal) => refusal switch
    {
        Refusal.AlreadyClosed no => no.Id,
        Refusal.NotTheOpener no => no.Id,
        Refusal.BallotsWereCast no => no.Id,
        Refusal.NoEarlyClose no => no.Id,
        Refusal.NoBallot no => no.Id,
        Refusal.BallotsStand no => no.Id,
        Refusal.OthersSawIt no => no.Id,
        Refusal.NothingChosen no => no.Id,
        Refusal.NoSuchOption no => no.Id,
        Refusal.OtherAnswersOffered no => no.Id,
        Refusal.TooManyChosen no => no.Id,
        _ => null,
    };

    public static Document Of(Refusal refusal, DecisionView decision, Asked asked)
    {
        var language = asked.Language;
        var clock = decision.Clock;
        return refusal switch
        {
            Refusal.AlreadyClosed no => Said(asked.Command == "vote" ? "already-closed.vote" : "already-closed", ("closed", clock.On(no.ClosedAt, no.At, language)),
                ("came", clock.SameDay(no.ClosedAt, no.At) ? clock.At(no.At, language) : clock.On(no.At, no.At, language))),
            Refusal.NotTheOpener => Said("not-the-opener", ("opener", MemberWords.Said(decision.Opener, language))),
            Refusal.BallotsWereCast => Said(decision is { IsMine: true, Rule.EarlyClose: true } ? "ballots-were-cast.mine" : "ballots-were-cast"),
            Refusal.NoEarlyClose no => Said("no-early-close", ("closes", clock.Moment(no.ClosesAt, language, decision.Now))),
            Refusal.NoBallot => Said("no-ballot", ("option", First())),
            Refusal.BallotsStand when decision.MyBallot is { } mine => Said("ballots-stand", ("choice", OptionWords.Listed(decision, mine.Ballot, language))),
            Refusal.BallotsStand => Said("ballots-stand.unknown"),
            Refusal.OthersSawIt => new Document([.. Said("others-saw-it", ("option", First())).Parts,
                new Part.InPrivate(SdkTexts.All.Words(language, "vote") + $" {decision.Number} {OptionWords.Typed(decision, 1, language)}")]),
            Refusal.NothingChosen => new Document([.. Said("nothing-chosen", ("options", Options()), ("option", First())).Parts, Buttons()]),
            Refusal.NoSuchOption no => NoSuchOption(no.Typed),
            Refusal.OtherAnswersOffered => Said("other-answers-offered", ("options", Options()), ("option", First())),
            Refusal.TooManyChosen no => Said("too-many-chosen", ("n", no.Most), ("chosen", no.Chosen), ("option", First())),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        Document Said(string key, params ReadOnlySpan<(string Name, object Value)> arguments) =>
            Document.Of(SdkTexts.All.Line(language, "refusal." + key, decision, arguments));

        string First() => OptionWords.Typed(decision, 1, language);

        Line Options()
        {
            var listed = OptionWords.Listed(decision, Enumerable.Range(1, Math.Min(MostListed, OptionWords.Count(decision))), language);
            return OptionWords.Count(decision) > MostListed ? Lines.Join(", ", [listed, Line.Of("…")]) : listed;
        }

        Part Buttons() => new Part.Choices([.. Enumerable.Range(1, OptionWords.Count(decision))
            .Select(option => new Choice(OptionWords.Label(decision, option, language), $"vote {decision.Number} #{option}"))], Public: decision.Mode is Mode.Open);

        Document NoSuchOption(string typed)
        {
            var numbers = Enumerable.Range(1, OptionWords.Count(decision));
            var near = NearSpelling.Of(typed, numbers.Select(option => OptionWords.Label(decision, option, language)));
            if (near is null) return Said("no-such-option", ("typed", typed), ("options", Options()), ("option", First()));
            var meant = numbers.First(option => OptionWords.Label(decision, option, language) == near);
            return new Document(
                [
                    .. Said("no-such-option.near", ("typed", typed),
                        ("near", OptionWords.Said(decision, meant, language)), ("option", OptionWords.Typed(decision, meant, language))).Parts,
                    new Part.Choices([new Choice(near, $"vote {decision.Number} #{meant}")], Public: decision.Mode is Mode.Open),
                ]);
        }
    }
}
