using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Proposals;

/// <summary>Say what came of an adopted decision, who takes care of it and until when: <c>/outcome 7 "Ordered at Vélo Sud" owner:@ana due:friday</c>; or that it is done, or given up.</summary>
internal static class OutcomeCommand
{
    public static Command Command { get; } = new(
        ProposalsTexts.All.Command("outcome", Given.Proposal,
            ProposalsTexts.All.Parameter("statement", ParameterKind.Text) with { Positional = true },
            ProposalsTexts.All.Parameter("owner", ParameterKind.Person),
            ProposalsTexts.All.Parameter("due", ParameterKind.Time),
            ProposalsTexts.All.Parameter("review", ParameterKind.Time)),
        Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByNumber(asked, view, id =>
    {
        if (view.Find(id.Number) is { Proposal.Aftermath: not null } known && !asked.Has("statement") && !asked.Has("owner") && !asked.Has("due") && !asked.Has("review"))
        {
            return new Answer.Refuse(Document.Of(Given.Said(asked, known, "outcome.how")));
        }
        MemberId? owner = null;
        if (asked.Has("owner"))
        {
            var read = view.FindMember(asked.Text("owner"));
            if (read is not MemberRead.One one) return new Answer.Refuse(NotFound(read, asked));
            owner = one.Member.Id;
        }
        if (Unclear("due") is { } due) return due;
        if (Unclear("review") is { } review) return review;
        var progress = Progressed(asked.Text("statement"));
        var statement = asked.Has("statement") && progress is null ? asked.Text("statement") : null;
        return new Answer.Submit(new StateOutcome(id, statement, owner, Moment("due"), Moment("review"), progress), accepted => Said(asked, accepted.View.Find(id.Number)!));

        Answer? Unclear(string key) => asked.Has(key) && view.Clock.Read(asked.Text(key), asked.At) is ReadTime.Unclear unclear
            ? new Answer.Refuse(TimeTexts.Of(unclear, asked.Language, time => TypedLine.With(Command.Description, asked, [(key, time)]))) : null;

        DateTimeOffset? Moment(string key) => asked.Has(key) && view.Clock.Read(asked.Text(key), asked.At) is ReadTime.At at ? at.Moment : null;
    });

    /// <summary>“done”, “abandoned”, in any language: what is only that is no statement.</summary>
    private static Progress? Progressed(string text)
    {
        return Means("done") ? Progress.Done : Means("abandoned") ? Progress.Abandoned : null;

        bool Means(string key) => Localized.Languages.SelectMany(language => ProposalsTexts.All.Words(language, "progress." + key).Split(' '))
            .Any(word => TypedText.Loose(word) == TypedText.Loose(text));
    }

    private static Document Said(Asked asked, DecisionView after)
    {
        var (aftermath, language) = (after.Proposal!.Aftermath!, asked.Language);
        var key = aftermath.Progress switch { Progress.Done => "outcome.done", Progress.Abandoned => "outcome.abandoned", _ => "outcome" };
        return Given.Lines(Given.Said(asked, after, key),
            after.Proposal.Owner is { } owner && aftermath.Progress is Progress.InProgress ? Given.Said(asked, after, "outcome.owner", ("owner", new Inline.Person(owner))) : null,
            aftermath.Due is { } due && aftermath.Progress is Progress.InProgress ? Given.Said(asked, after, "outcome.due", ("due", Given.Moment(after, due, language))) : null,
            Given.Said(asked, after, "outcome.review", ("review", Given.Moment(after, aftermath.Review, language))));
    }

    private static Document NotFound(MemberRead read, Asked asked)
    {
        return Document.Of(read switch
        {
            MemberRead.None { Near: { } near } none => Line("owner.near", ("typed", none.Typed), ("near", near), ("line", Again("@" + near))),
            MemberRead.None none => Line("owner.unknown", ("typed", none.Typed)),
            MemberRead.Several several => Line("owner.several", ("typed", several.Typed), ("line", Again(several.Accounts[0]))),
            _ => throw new System.Diagnostics.UnreachableException(),
        });

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => ProposalsTexts.All.Line(asked.Language, "said." + key, arguments);

        Inline Again(string name) => new Inline.Command(TypedLine.With(Command.Description, asked, [("owner", name)]));
    }
}

/// <summary>Say, at the review of an adopted decision, whether it happened and whether it helped: <c>/followup 7 done</c>.</summary>
internal static class FollowUpCommand
{
    public static Command Command { get; } = new(
        ProposalsTexts.All.Command("followup", Given.Proposal,
            ProposalsTexts.All.Parameter("answer", ParameterKind.OneOf,
                ProposalsTexts.All.Alternative("followup.done", nameof(FollowUp.Done)), ProposalsTexts.All.Alternative("followup.not-helped", nameof(FollowUp.NotHelped)),
                ProposalsTexts.All.Alternative("followup.not", nameof(FollowUp.NotDone))) with { Required = true, Positional = true }),
        Handle);

    private static Answer Handle(Asked asked, CollectiveView view) => Given.ByNumber(asked, view, id =>
    {
        var answer = Enum.TryParse<FollowUp>(asked.Text("answer"), out var read) ? read : FollowUp.Done;
        return new Answer.Submit(new AnswerFollowUp(id, answer), accepted =>
        {
            var after = accepted.View.Find(id.Number)!;
            return Given.Lines(Given.Said(asked, after, answer switch { FollowUp.Done => "followup.done", FollowUp.NotHelped => "followup.not-helped", _ => "followup.not" }),
                Given.Said(asked, after, "followup.next"));
        });
    });
}
