using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>Take one's voice back: <c>/undelegate</c>, <c>/undelegate topic:housing</c>. Of several, it asks which.</summary>
internal static class UndelegateCommand
{
    public static Command Command { get; } = new(
        DelegationTexts.All.Command("undelegate",
            DelegationTexts.All.Parameter("all", ParameterKind.OneOf, DelegationTexts.All.Alternative("everything", "everything")) with { Positional = true },
            DelegateCommand.Topic,
            DelegationTexts.All.Parameter("decision", ParameterKind.Number)),
        Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var mine = view.MyDelegations.DistinctBy(delegation => delegation.Scope).ToList();
        var bare = !asked.Has("all") && !asked.Has("topic") && !asked.Has("decision");
        if (bare && mine.Count > 1) return new Answer.Refuse(WhichOne(mine, view, asked.Language));
        return (bare ? mine.FirstOrDefault() : Reaching.Named(asked, view).FirstOrDefault()) is { } meant
            ? new Answer.Submit(new Undelegate(meant.Scope), accepted => Done(meant, accepted.View, asked.Language))
            : new Answer.Refuse(RefusalTexts.Of(new Refusal.NoSuchDelegation(), view, asked));
    }

    private static Document WhichOne(List<DelegationView> mine, CollectiveView view, string language) => new(
        new Part.Text(DelegationTexts.All.Line(language, "undelegate.which")),
        new Part.Facts([.. mine.Select(one => DelegationTexts.All.Line(language, "undelegate.which.item",
            ("name", Who(one, language)), ("scope", DelegationWords.Scope(one, view, language)), ("undo", new Inline.Command(DelegationWords.Undo(one, language)))))]),
        new Part.Choices([.. mine.Select(one => new Choice(Label(one, language), DelegationWords.Undo(one, language)))], Public: false));

    private static Document Done(DelegationView ended, CollectiveView after, string language)
    {
        var said = DelegationTexts.All.Line(language, ended.To is null ? "undelegate.done.kept" : ended.Waits ? "undelegate.done.waits" : "undelegate.done",
            ("name", Who(ended, language)), ("scope", DelegationWords.Scope(ended, after, language)));
        // What was fixed before does not come back by another way: there, only one's own vote is left.
        var left = ended.To is null || ended.Waits ? [] : after.OpenToMe(ended).Where(decision => decision.MyRoute?.End is not RouteEnd.Ballot).ToList();
        return left.Count == 0 ? Document.Of(said) : new Document(
            new Part.Text(said),
            new Part.Text(DelegationTexts.All.Line(language, "undelegate.vote")),
            new Part.Facts([.. left.Select(decision => DelegationTexts.All.Line(language, "undelegate.vote.item", decision,
                ("title", TitleWords.Of(decision, language)), ("option", OptionWords.Typed(decision, 1, language))))]));
    }

    private static Inline Who(DelegationView delegation, string language) =>
        delegation.To is { } to ? MemberWords.Said(to, language) : new Inline.Words(DelegationTexts.All.Words(language, "nobody"));

    private static string Label(DelegationView delegation, string language)
    {
        var where = delegation.Scope switch
        {
            { Reach: Reach.Everything } => DelegationTexts.All.Words(language, "everything"),
            { Reach: Reach.Topic } => delegation.Topic ?? "…",
            var one => $"{one.Number}",
        };
        return delegation.To is { } to ? $"{MemberWords.Label(to, language)} · {where}" : where;
    }
}
