using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Commons;

/// <summary>Mend question, options or closing time before the first ballot: <c>/edit 1 "New question"</c>, or a form that shows what stands; a proposal's text before it rests.</summary>
internal static class Edit
{
    public static Command Command { get; } = new(
        CommonsTexts.All.Command("edit", CommonsTexts.Decision,
            CommonsTexts.All.Parameter("title", ParameterKind.Text) with { Positional = true },
            CommonsTexts.All.Parameter("options", ParameterKind.List) with { Positional = true },
            CommonsTexts.All.Parameter("closes", ParameterKind.Time),
            CommonsTexts.All.Parameter("topic", ParameterKind.Text),
            CommonsTexts.All.Parameter("newtopic", ParameterKind.OneOf, CommonsTexts.All.Alternative("param.newtopic.yes", "yes"))) with { AsksWhenBare = true },
        Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        if (asked.Number("decision") is not { } number) return CommonsTexts.WhichOne(asked, view);
        var decision = view.Find(number);
        if (decision is { Proposal: not null } proposal) return EditProposal.Handle(asked, proposal);
        var bare = !asked.Has("title") && !asked.Has("options") && !asked.Has("closes");
        if (bare && decision is { IsRunning: true, IsMine: true, EverCast: false } mine) return new Answer.AskFor(Blank(mine, asked));

        DateTimeOffset? closes = null;
        // What a form showed and got back unchanged is no change: the words leave out the seconds.
        if (asked.Has("closes") && asked.Text("closes") != (decision is null ? null : view.Clock.Typed(decision.ClosesAt)))
        {
            var read = view.Clock.Read(asked.Text("closes"), asked.At);
            if (read is ReadTime.Unclear unclear)
            {
                return new Answer.Refuse(TimeTexts.Of(unclear, asked.Language,
                    time => $"{Command.Description.Name.In(asked.Language)} {number} {CommonsTexts.All.Words(asked.Language, "param.closes")}:{time}"));
            }
            closes = ((ReadTime.At)read).Moment;
        }
        Values<string>? options = asked.Has("options") ? TypedList.Of(asked.List("options")).ToValues() : null;
        var change = new EditDecision(new DecisionId(number), asked.Has("title") ? asked.Text("title") : null, options, closes);
        return new Answer.Submit(change, accepted => accepted.View.Find(number) is { } after ? Said(after, asked.Language) : null);
    }

    private static Form Blank(DecisionView decision, Asked asked)
    {
        Line Question(string key) => CommonsTexts.All.Line(asked.Language, $"edit.{key}");
        string Label(string key) => CommonsTexts.All.Words(asked.Language, $"edit.{key}.label");
        var fields = new List<Field> { new("title", Label("title"), Question("title"), Skip: decision.Title) };
        if (decision.Method is not Method.YesNo)
        {
            fields.Add(new("options", Label("options"), Question("options"), Question("options.hint"), Lines: true,
                Skip: string.Join(", ", decision.Options.Select(option => TypedList.Word(option ?? "")))));
        }
        fields.Add(new("closes", Label("closes"), Question("closes"), Question("closes.hint"), Skip: decision.Clock.Typed(decision.ClosesAt)));
        return new Form(CommonsTexts.All.Line(asked.Language, "edit.form", decision), "edit", fields, asked.Arguments);
    }

    private static Document Said(DecisionView after, string language) => Document.Of(Lines.Sentences(
        CommonsTexts.All.Line(language, "edit.done", after, ("title", TitleWords.Of(after, language)), ("closes", after.Clock.Moment(after.ClosesAt, language, after.Now))),
        after.Method is Method.YesNo ? null
            : CommonsTexts.All.Line(language, "edit.done.options", ("options", OptionWords.Listed(after, Enumerable.Range(1, after.Options.Count), language)))));
}
