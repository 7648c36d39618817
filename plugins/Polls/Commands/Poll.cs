using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Polls;

/// <summary>Ask something: <c>/poll "Where do we meet?" Park Café Online method:approval closes:2h</c>, or a form.</summary>
internal static class Poll
{
    public static Command Command { get; } = new(
        PollsTexts.All.Command("poll",
            PollsTexts.All.Parameter("question", ParameterKind.Text) with { Positional = true },
            PollsTexts.All.Parameter("options", ParameterKind.List) with { Positional = true },
            // A text, though some words are meant: other names of methods deserve a better answer than “not one of these”.
            PollsTexts.All.Parameter("method", ParameterKind.Text, [.. Methods.Alternatives]),
            PollsTexts.All.Parameter("closes", ParameterKind.Time),
            PollsTexts.All.Parameter("secrecy", ParameterKind.OneOf, [.. Secrecy.Alternatives]),
            PollsTexts.All.Parameter("results", ParameterKind.OneOf, [.. Secrecy.Results]),
            PollsTexts.All.Parameter("max", ParameterKind.Number),
            PollsTexts.All.Parameter("change", ParameterKind.OneOf, YesOrNo()),
            PollsTexts.All.Parameter("anonymous", ParameterKind.OneOf, YesOrNo())) with { Founds = true, PrivateReply = false, AsksWhenBare = true },
        Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        if (Secrecy.AskedBack(asked) is { } meaning) return new Answer.Refuse(meaning);
        Method? method = asked.Has("method") ? Methods.Of(asked.Text("method")) : asked.Has("max") ? Method.Approval : null;
        if (method is null && asked.Has("method")) return new Answer.Refuse(NoSuchMethod(asked));
        if (asked.Has("max") && asked.Number("max") is null)
        {
            var line = new Inline.Command(PollLine.With(asked, "max", "2"));
            return new Answer.Refuse(Document.Of(PollsTexts.All.Line(language, "max.unreadable", ("line", line))));
        }
        var options = TypedList.Of(asked.List("options"));
        // Who writes the answers of a yes-or-no question down means these answers.
        if (method is Method.YesNo && options.All(IsYesOrNo)) options = [];
        if (!asked.Has("question") || (options.Count == 0 && method is not Method.YesNo)) return new Answer.AskFor(PollForm.Of(asked, method));

        DateTimeOffset? closes = null;
        if (asked.Has("closes"))
        {
            var read = view.Clock.Read(asked.Text("closes"), asked.At);
            if (read is ReadTime.Unclear unclear) return new Answer.Refuse(TimeTexts.Of(unclear, language, time => PollLine.With(asked, "closes", time)));
            closes = ((ReadTime.At)read).Moment;
        }
        return new Answer.Submit(
            new OpenDecision("poll", asked.Text("question"), options.ToValues(), method ?? Method.Single, Secrecy.Of(asked), closes,
                asked.Text("change") != "no", asked.Number("max"), language),
            // Its card says all.
            _ => null);
    }

    private static Document NoSuchMethod(Asked asked)
    {
        var (typed, language) = (asked.Text("method"), asked.Language);
        var near = Methods.ComesLater(typed) ? null : Methods.Near(typed, language);
        var instead = near ?? Methods.Alternatives[1].Name.In(language);
        return Document.Of(PollsTexts.All.Line(language,
            Methods.ComesLater(typed) ? "method.comes-later" : near is null ? "method.unknown" : "method.unknown.near",
            ("typed", typed), ("names", new Inline.Words(Methods.Names(language))), ("near", new Inline.Words(instead)),
            ("line", new Inline.Command(PollLine.With(asked, "method", instead)))));
    }

    private static bool IsYesOrNo(string option) => Localized.Languages.SelectMany(language => PollsTexts.All.Words(language, "yesno.answers").Split(' '))
        .Any(answer => TypedText.Loose(answer) == TypedText.Loose(option));

    private static Alternative[] YesOrNo() => [PollsTexts.All.Alternative("yes", "yes"), PollsTexts.All.Alternative("no", "no")];
}
