using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>Entrust one's voice, or keep it where it is entrusted more widely: <c>/delegate @ana topic:housing until:90d in-person</c>, <c>/delegate nobody topic:housing</c>.</summary>
internal static class DelegateCommand
{
    public static Command Command { get; } = new(
        DelegationTexts.All.Command("delegate",
            DelegationTexts.All.Parameter("person", ParameterKind.Person) with { Positional = true },
            DelegationTexts.All.Parameter("how", ParameterKind.OneOf, DelegationTexts.All.Alternative("in-person", "in-person")) with { Positional = true },
            Topic,
            DelegationTexts.All.Parameter("decision", ParameterKind.Number),
            DelegationTexts.All.Parameter("until", ParameterKind.Time),
            NewTopic),
        Handle);

    public static Parameter Topic => DelegationTexts.All.Parameter("topic", ParameterKind.Text);

    /// <summary>Says that a word which is no topic yet is meant to become one.</summary>
    public static Parameter NewTopic => DelegationTexts.All.Parameter("newtopic", ParameterKind.OneOf, DelegationTexts.All.Alternative("yes", "yes"), DelegationTexts.All.Alternative("no", "no"));

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        if (!asked.Has("person")) return new Answer.Refuse(Document.Of(DelegationTexts.All.Line(language, "delegate.whom")));
        if (asked.Has("topic") && asked.Has("decision")) return new Answer.Refuse(TopicOrDecision(asked));
        MemberView? to = null;
        if (!IsNobody(asked.Text("person")))
        {
            var read = view.FindMember(asked.Text("person"));
            if (read is not MemberRead.One found) return new Answer.Refuse(MemberWords.AskedBack(read, view, language, typed => With(asked, ("person", typed))));
            to = found.Member;
        }
        if (TopicAskedBack.Of(asked, view, Command.Description) is { } unclear) return new Answer.Refuse(unclear);
        DateTimeOffset? until = null;
        if (asked.Has("until"))
        {
            var read = view.Clock.Read(asked.Text("until"), asked.At);
            if (read is ReadTime.Unclear again) return new Answer.Refuse(TimeTexts.Of(again, language, time => With(asked, ("until", time))));
            until = ((ReadTime.At)read).Moment;
        }
        DecisionId? decision = asked.Number("decision") is { } number ? new DecisionId(number) : null;
        return new Answer.Submit(
            new DelegateVote(to?.Id, asked.Has("topic") ? asked.Text("topic") : null, asked.Text("newtopic") == "yes", decision, until, asked.Text("how") == "in-person"),
            accepted => DelegateAnswer.Of(asked, accepted));
    }

    /// <summary>“nobody”; whoever is called so is named with an @.</summary>
    private static bool IsNobody(string person) =>
        Localized.Languages.SelectMany(language => DelegationTexts.All.Words(language, "nobody.words").Split(' ')).Any(word => TypedText.Loose(word) == TypedText.Loose(person));

    private static Document TopicOrDecision(Asked asked) => new(
        new Part.Text(DelegationTexts.All.Line(asked.Language, "delegate.topic-or-decision")),
        new Part.Facts([.. new[] { With(asked, ("decision", null)), With(asked, ("topic", null)) }.Select(line => new Line(new Inline.Command(line)))]));

    private static string With(Asked asked, params ReadOnlySpan<(string Key, string? Value)> changes) => TypedAgain.With(Command.Description, asked, changes);
}
