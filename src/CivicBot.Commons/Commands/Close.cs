using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>Close early, where the card said so: <c>/close 1</c>. The result is said in the decision's room.</summary>
internal static class Close
{
    public static Command Command { get; } = new(CommonsTexts.All.Command("close", CommonsTexts.Decision), Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => asked.Number("decision") is not { } number
        ? CommonsTexts.WhichOne(asked, view)
        : new Answer.Submit(new CloseVoting(new DecisionId(number)), accepted => asked.InPrivate && accepted.View.Find(number) is { } decision
            ? Document.Of(CommonsTexts.All.Line(asked.Language, "close.done", decision))
            : null);
}
