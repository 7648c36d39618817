using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Polls;

/// <summary>The one line in its room a day before a long poll closes. It names nobody and counts only voters.</summary>
internal static class Reminder
{
    public static Document Of(DecisionView poll, string language) => Document.Of(Lines.Sentences(
        PollsTexts.All.Line(language, "reminder", poll, ("title", TitleWords.Of(poll, language)), ("closes", poll.Clock.Moment(poll.ClosesAt, language, poll.Now))),
        PollsTexts.Voted(poll, language),
        PollsTexts.All.Line(language, poll.Mode is Mode.Open ? "card.type" : "card.type.private", poll, ("choice", PollsTexts.Choice(poll, language)))));
}
