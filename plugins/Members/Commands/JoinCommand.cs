using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Members;

/// <summary>Become a member, or an observer: <c>/join</c>, <c>/join observer</c>.</summary>
internal static class JoinCommand
{
    public static Command Command { get; } = new(
        MembersTexts.All.Command("join", MembersTexts.All.Parameter("as", ParameterKind.OneOf,
            MembersTexts.All.Alternative("observer", "observer"), MembersTexts.All.Alternative("member", "member")) with { Positional = true }),
        Handle);

    private static Answer.Submit Handle(Asked asked, CollectiveView view)
    {
        var observer = asked.Text("as") == "observer";
        return new Answer.Submit(new JoinCollective(observer), accepted =>
        {
            var language = asked.Language;
            if (observer) return Document.Of(MembersTexts.All.Line(language, accepted.Events.IsEmpty ? "join.still-observer" : "join.observer"));
            var said = MembersTexts.All.Line(language, accepted.Events.IsEmpty ? "join.still" : "join.done",
                ("name", MemberWords.Said(accepted.View.Me!, language)), ("collective", accepted.View.Name is { } name ? name : new Inline.Words(MembersTexts.All.Words(language, "here"))));
            return new Document(new Part.Text(said), new Part.Text(MembersCommand.Standing(accepted.View, language)));
        });
    }
}
