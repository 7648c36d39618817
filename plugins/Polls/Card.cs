using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Polls;

/// <summary>
/// A poll as it stands in its room. Read from above: the question, the options, how many voted, what one may do until when, who may vote
/// and who sees it, and how. It says the same to everyone, and while a sealed poll runs it counts nothing but voters.
/// </summary>
internal static class Card
{
    public static Document Of(DecisionView poll, string language)
    {
        var parts = new List<Part>
        {
            new Part.Heading(Line("card.title", ("title", TitleWords.Of(poll, language))), Line("card.opener", ("opener", MemberWords.Said(poll.Opener, language)))),
            Bars(poll, language),
        };
        if (!poll.IsRunning)
        {
            parts.Add(new Part.Text(Line("card.closed", ("closed", Closes()),
                ("outcome", poll.Result is { } result ? OutcomeWords.Of(poll, result, language) : Chat.Line.Of("…")))));
            return new Document(parts);
        }
        parts.Add(new Part.Text(Lines.Sentences(PollsTexts.Voted(poll, language), Choosing(),
            Line(poll.Rule.Change ? "card.closes" : "card.closes.stands", ("closes", Closes())))));
        parts.Add(new Part.Text(Lines.Sentences(poll.Roll is { } roll ? Line("card.roll", ("n", roll)) : Line("card.room"), Line(poll.Mode is Mode.Open ? "card.open" : "card.sealed"))));
        parts.Add(new Part.Choices(
            [.. Enumerable.Range(1, OptionWords.Count(poll)).Select(option => new Choice(OptionWords.Label(poll, option, language), $"vote {poll.Number} #{option}"))],
            Public: poll.Mode is Mode.Open,
            Line(poll.Mode is Mode.Open ? "card.type" : "card.type.private", ("choice", PollsTexts.Choice(poll, language)))));
        var shortcuts = new List<Choice>();
        if (poll.Mode is Mode.Open) shortcuts.Add(new Choice(PollsTexts.All.Words(language, "card.who"), $"decision {poll.Number}"));
        if (poll.Rule.EarlyClose) shortcuts.Add(new Choice(PollsTexts.All.Words(language, "card.close"), $"close {poll.Number}"));
        if (shortcuts.Count > 0) parts.Add(new Part.Shortcuts(shortcuts));
        parts.Add(new Part.Note(Lines.Sentences(
            poll.Rule.EarlyClose ? Line("card.early", ("opener", MemberWords.Said(poll.Opener, language))) : null,
            poll.Method is Method.YesNo ? null : Line("card.level"))));
        return new Document(parts);

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => PollsTexts.All.Line(language, key, poll, arguments);

        Inline Closes() => poll.Clock.Moment(poll.ClosesAt, language, poll.OpenedAt);

        Line Choosing() => poll.Method switch
        {
            Method.Single => Line("card.choose.one"),
            Method.YesNo => Line("card.choose.yesno"),
            _ when poll.Most is { } most => Line("card.choose.max", ("n", most)),
            _ => Line("card.choose.many"),
        };
    }

    /// <summary>The options with their counts, as far as they may be seen; the longest bar is that of the option with the most.</summary>
    public static Part.Tally Bars(DecisionView poll, string language)
    {
        var counts = poll.IsRunning ? poll.Tally?.Counts : poll.Result?.Counts;
        return new Part.Tally([.. Enumerable.Range(1, OptionWords.Count(poll)).Select(option =>
            new TallyItem(OptionWords.Label(poll, option, language), counts?[option - 1], counts?.Max() ?? 0))]);
    }
}
