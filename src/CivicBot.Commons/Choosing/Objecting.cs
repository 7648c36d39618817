using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>What whoever wants to object reads first: it takes reasons, which have a command of their own.</summary>
internal static class Objecting
{
    public static Document NeedsReasons(Asked asked, CollectiveView view, DecisionView decision)
    {
        var name = view.Commands.FirstOrDefault(command => command.Name.En == CommonsTexts.All.Words("en", "vote.object.name"))?.Name.In(asked.Language)
            ?? CommonsTexts.All.Words(asked.Language, "vote.object.name");
        return Document.Of(CommonsTexts.All.Line(asked.Language, "vote.object",
            ("command", new Inline.Command($"{name} {decision.Number} {CommonsTexts.All.Words(asked.Language, "vote.object.example")}"))));
    }
}
