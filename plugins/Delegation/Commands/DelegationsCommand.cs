using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>
/// Where my voice is and whose I carry: <c>/delegations</c>; say yes or no: <c>/delegations accept @bo</c>; take voices without being asked: <c>/delegations open topic:housing</c>.
/// </summary>
internal static class DelegationsCommand
{
    public static Command Command { get; } = new(
        DelegationTexts.All.Command("delegations",
            DelegationTexts.All.Parameter("what", ParameterKind.OneOf, [.. new[] { "accept", "decline", "open", "closed" }.Select(word => DelegationTexts.All.Alternative($"what.{word}", word))]) with { Positional = true },
            DelegationTexts.All.Parameter("person", ParameterKind.Person) with { Positional = true },
            DelegateCommand.Topic,
            DelegateCommand.NewTopic),
        Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => asked.Text("what") switch
    {
        "accept" => Answered(asked, view, accept: true),
        "decline" => Answered(asked, view, accept: false),
        "open" => Opened(asked, view, open: true),
        "closed" => Opened(asked, view, open: false),
        _ => new Answer.Show(DelegationList.Of(view, asked.Language)),
    };

    private static Answer Answered(Asked asked, CollectiveView view, bool accept)
    {
        var language = asked.Language;
        if (!asked.Has("person"))
        {
            var waiting = DelegationList.Waiting(view, language).ToList();
            return new Answer.Refuse(waiting.Count > 0 ? new Document(waiting) : Document.Of(DelegationTexts.All.Line(language, "answer.nothing")));
        }
        var read = view.FindMember(asked.Text("person"));
        if (read is not MemberRead.One { Member: var from })
        {
            return new Answer.Refuse(MemberWords.AskedBack(read, view, language, typed => TypedAgain.With(Command.Description, asked, ("person", typed))));
        }
        return new Answer.Submit(new AnswerOffer(from.Id, accept), accepted =>
        {
            var name = ("name", (object)MemberWords.Said(from, language));
            if (!accept) return Document.Of(DelegationTexts.All.Line(language, accepted.Events.OfType<DelegationEnded>().Any() ? "answer.given-back" : "answer.declined", name));
            var held = accepted.View.DelegatedToMe.Where(one => !one.Waits && one.From.Id == from.Id).ToList();
            var scopes = Lines.And(language, [.. held.Select(one => DelegationWords.Scope(one, accepted.View, language))]);
            return new Document(
            [
                new Part.Text(DelegationTexts.All.Line(language, "answer.accepted", name, ("scope", scopes))),
                .. held.Select(one => DelegateAnswer.Ring(one, accepted.View, language)).OfType<Line>().Select(ring => new Part.Text(ring)),
                new Part.Text(DelegationTexts.All.Line(language, "answer.accepted.seen", ("typed", MemberWords.Typed(from, accepted.View)))),
            ]);
        });
    }

    private static Answer Opened(Asked asked, CollectiveView view, bool open)
    {
        var language = asked.Language;
        if (TopicAskedBack.Of(asked, view, Command.Description) is { } unclear) return new Answer.Refuse(unclear);
        var topic = asked.Has("topic") ? asked.Text("topic") : null;
        return new Answer.Submit(new OpenToDelegations(topic, asked.Text("newtopic") == "yes", open), _ => Document.Of(DelegationTexts.All.Line(language, open ? "opened" : "closed",
            ("scope", DelegationWords.On(topic?.TrimStart('#'), language)), ("line", new Inline.Command(DelegationList.OpenLine(topic?.TrimStart('#'), !open, language))))));
    }
}
