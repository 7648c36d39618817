using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Polls;

/// <summary>The texts of polls.</summary>
internal static class PollsTexts
{
    public static Texts All { get; } = Texts.Of(typeof(PollsTexts).Assembly);

    public static Line Voted(DecisionView poll, string language) => poll.Voters == 0
        ? All.Line(language, "voted.none")
        : All.Line(language, "voted", ("n", poll.Voters));

    /// <summary>A choice as it can be typed: where several may be chosen, it shows how.</summary>
    public static string Choice(DecisionView poll, string language) =>
        string.Join(", ", Enumerable.Range(1, poll.Most is null or > 1 && OptionWords.Count(poll) > 1 ? 2 : 1).Select(option => OptionWords.Typed(poll, option, language)));
}
