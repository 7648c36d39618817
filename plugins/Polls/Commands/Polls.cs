using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Polls;

/// <summary>What is open, and how to vote in it: <c>/polls</c>.</summary>
internal static class OpenPolls
{
    public static Command Command { get; } = new(PollsTexts.All.Command("polls"), Handle);

    private static Answer.Show Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        var open = view.Decisions.Where(decision => decision is { Kind: "poll", IsRunning: true }).ToList();
        return new Answer.Show(open.Count == 0
            ? Document.Of(PollsTexts.All.Line(language, "polls.none"))
            : new Document(new Part.Text(PollsTexts.All.Line(language, "polls.open", ("n", open.Count))), new Part.Facts([.. open.SelectMany(Item)])));

        IEnumerable<Line> Item(DecisionView poll) =>
        [
            PollsTexts.All.Line(language, "polls.item", poll, ("title", TitleWords.Of(poll, language)), ("closes", poll.Clock.Moment(poll.ClosesAt, language, view.Now))),
            poll.MyBallot is { } mine
                ? PollsTexts.All.Line(language, "polls.item.mine", poll, ("choice", OptionWords.Listed(poll, mine.Ballot, language)))
                : PollsTexts.All.Line(language, "polls.item.vote", poll, ("choice", PollsTexts.Choice(poll, language))),
        ];
    }
}
