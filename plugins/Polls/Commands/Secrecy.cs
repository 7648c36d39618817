using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Polls;

/// <summary>Who sees the votes, by the words people use for it; and an honest answer where they ask for more than there is.</summary>
internal static class Secrecy
{
    public static IReadOnlyList<Alternative> Alternatives { get; } =
    [
        PollsTexts.All.Alternative("secrecy.open", "open"),
        PollsTexts.All.Alternative("secrecy.sealed", "sealed"),
        PollsTexts.All.Alternative("secrecy.secret", "secret"),
    ];

    public static IReadOnlyList<Alternative> Results { get; } =
        [PollsTexts.All.Alternative("results.hidden", "hidden"), PollsTexts.All.Alternative("results.live", "live")];

    public static Mode Of(Asked asked) =>
        asked.Text("secrecy") == "sealed" || asked.Text("results") == "hidden" ? Mode.Sealed : Mode.Open;

    /// <summary>What “anonymous” and “secret” can mean here, with one tap for what there is; null if nothing of the kind was asked.</summary>
    public static Document? AskedBack(Asked asked)
    {
        var key = asked.Text("secrecy") == "secret" ? "secret" : asked.Text("anonymous") == "yes" && asked.Text("secrecy") != "sealed" ? "anonymous" : null;
        if (key is null) return null;
        var line = PollLine.With(asked, "secrecy", "sealed", "anonymous", "results");
        return new Document(
            new Part.Text(PollsTexts.All.Line(asked.Language, key + ".meaning")),
            new Part.Choices([new Choice(PollsTexts.All.Words(asked.Language, "secrecy.sealed.button"), line)], Public: false,
                PollsTexts.All.Line(asked.Language, "by-typing", ("line", new Inline.Command(line)))));
    }
}
