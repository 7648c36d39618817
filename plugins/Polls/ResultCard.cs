using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Polls;

/// <summary>What came of a poll and why, said once in its room: in words first, then in bars.</summary>
internal static class ResultCard
{
    private const int MostInWords = 10;

    public static Document Of(DecisionView poll, string language)
    {
        // A result is stored in the same batch as the end of voting; without one there is only the card to show.
        if (poll.Result is not { } result) return Card.Of(poll, language);
        var parts = new List<Part>
        {
            new Part.Heading(Line("result.title", ("title", TitleWords.Of(poll, language)), ("outcome", OutcomeWords.Of(poll, result, language)))),
        };
        if (result.Outcome is Outcome.NobodyVoted)
        {
            parts.Add(new Part.Text(Line("result.nobody", ("options", OptionWords.Listed(poll, Enumerable.Range(1, OptionWords.Count(poll)), language)))));
            return new Document(parts);
        }
        parts.Add(new Part.Text(poll.Method is Method.YesNo
            ? Lines.Sentences(
                Line("result.yesno", ("for", result.Counts[0]), ("against", result.Counts[1]), ("abstained", result.Counts[2])),
                Line(result.Outcome is Outcome.Adopted ? "result.yesno.adopted" : "result.yesno.not"))
            : Lines.Sentences(Counts(poll, result, language), Line(Turnout(), ("n", result.Direct), ("most", poll.Most ?? 0)))));
        parts.Add(Card.Bars(poll, language));
        parts.Add(new Part.Note(Line("result.names")));
        return new Document(parts);

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => PollsTexts.All.Line(language, key, poll, arguments);

        string Turnout() => poll.Method is Method.Single ? "result.voted" : poll.Most is null ? "result.voted.many" : "result.voted.max";
    }

    /// <summary>“Café 3, Park 2, Online 0.”: the most first.</summary>
    private static Line Counts(DecisionView poll, Result result, string language)
    {
        var ranked = Enumerable.Range(1, result.Counts.Count).OrderByDescending(option => result.Counts[option - 1]).ToList();
        var named = ranked.Take(MostInWords)
            .Select(option => PollsTexts.All.Line(language, "result.count", ("option", OptionWords.Said(poll, option, language)), ("n", result.Counts[option - 1])));
        return PollsTexts.All.Line(language, ranked.Count > MostInWords ? "result.counts.more" : "result.counts", ("counts", Lines.Join(", ", named)));
    }
}
