using CivicBot.Chat;

namespace CivicBot.Sdk;

/// <summary>Asks a time back.</summary>
public static class TimeTexts
{
    /// <param name="unclear">What was typed, and what may have been meant.</param>
    /// <param name="line">A whole command line, without prefix, that says a time in place of the one typed.</param>
    public static Document Of(ReadTime.Unclear unclear, string language, Func<string, string> line)
    {
        var key = unclear.Problem switch
        {
            TimeProblem.Unreadable => "time.unreadable",
            TimeProblem.Past => "time.past",
            TimeProblem.Twofold => "time.twofold",
            TimeProblem.Skipped => "time.skipped",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        IReadOnlyList<string> instead = unclear.Instead.Count > 0 ? [.. unclear.Instead] : SdkTexts.All.Words(language, "time.examples").Split('|');
        return new Document(new Part.Text(SdkTexts.All.Line(language, key, ("typed", unclear.Words))),
            new Part.Facts([.. instead.Select(time => new Line(new Inline.Command(line(time))))]));
    }
}
