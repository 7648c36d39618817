using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>What this is, what it promises and what it does not: <c>/about</c>.</summary>
internal static class About
{
    public static Command Command { get; } = new(CommonsTexts.All.Command("about") with { Anywhere = true }, Handle);

    private static Answer.Show Handle(Asked asked, CollectiveView view)
    {
        Line Line(string key) => CommonsTexts.All.Line(asked.Language, key);
        return new Answer.Show(new Document(
            new Part.Text(Line("about.what")),
            new Part.Text(Line("about.promise")),
            new Part.Text(Line("about.limits")),
            new Part.Text(Line("about.yours")),
            new Part.Note(Line("about.licence"))));
    }
}
