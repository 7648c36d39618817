using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>All that a member sees of delegations: his own, those to him, what waits for his answer, where he is open, and which topics there are.</summary>
internal static class DelegationList
{
    public static Document Of(CollectiveView view, string language)
    {
        var parts = new List<Part>();
        if (!view.Rules.Delegation.On) parts.Add(new Part.Text(Line("list.off")));
        parts.AddRange(Waiting(view, language));
        if (view.MyDelegations is { Count: > 0 } mine)
        {
            parts.Add(new Part.Text(Line("list.mine")));
            parts.Add(new Part.Facts([.. mine.Select(one => Mine(one, view, language))]));
        }
        else
        {
            parts.Add(new Part.Text(Line("list.mine.none")));
        }
        var held = view.DelegatedToMe.Where(one => !one.Waits).ToList();
        if (held.Count > 0)
        {
            parts.Add(new Part.Text(Line("list.to-me")));
            parts.Add(new Part.Facts([.. held.Select(one => Line("list.to-me.item", ("name", MemberWords.Said(one.From, language)),
                ("scope", DelegationWords.Scope(one, view, language)), ("until", DelegationWords.Until(one, view, language)), ("typed", MemberWords.Typed(one.From, view))))]));
        }
        if (view.IAmOpenTo is { Count: > 0 } open)
        {
            parts.Add(new Part.Text(Line("list.open")));
            parts.Add(new Part.Facts([.. open.Select(topic => Line("list.open.item", ("scope", DelegationWords.On(topic, language)), ("line", new Inline.Command(OpenLine(topic, open: false, language)))))]));
        }
        else
        {
            parts.Add(new Part.Text(Line("list.open.none")));
        }
        parts.Add(new Part.Note(view.Topics.Count == 0 ? Line("list.topics.none") : Line("list.topics", ("topics", Lines.Join(", ", view.Topics.Select(topic => new Line(new Inline.Typed(topic))))))));
        return new Document(parts);

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => DelegationTexts.All.Line(language, key, arguments);
    }

    /// <summary>Who waits for the reader's yes, each with the two buttons.</summary>
    public static IEnumerable<Part> Waiting(CollectiveView view, string language) =>
        view.DelegatedToMe.Where(one => one.Waits).GroupBy(one => one.From.Id).SelectMany(asked => Asking([.. asked], view, language));

    /// <summary>Somebody would entrust a voice to the reader.</summary>
    public static IEnumerable<Part> Asking(IReadOnlyList<DelegationView> asked, CollectiveView view, string language)
    {
        var from = asked[0].From;
        var typed = MemberWords.Typed(from, view);
        yield return new Part.Text(Lines.Sentences(
            DelegationTexts.All.Line(language, "asking", ("name", MemberWords.Said(from, language)),
                ("scope", Lines.And(language, [.. asked.Select(one => DelegationWords.Scope(one, view, language))])), ("until", DelegationWords.Until(asked[0], view, language))),
            asked.Any(one => one.InPerson) ? DelegationTexts.All.Line(language, "asking.in-person") : null));
        yield return new Part.Choices(
            [
                new Choice(DelegationTexts.All.Words(language, "accept.button"), Put("accept.line", typed)),
                new Choice(DelegationTexts.All.Words(language, "decline.button"), Put("decline.line", typed)),
            ], Public: false, DelegationTexts.All.Line(language, "asking.typed", ("typed", typed)));

        string Put(string key, string name) => DelegationTexts.All.Words(language, key).Replace("{typed}", name, StringComparison.Ordinal);
    }

    /// <summary>The line that opens, or closes again.</summary>
    public static string OpenLine(string? topic, bool open, string language) =>
        DelegationTexts.All.Words(language, open ? "open.line" : "closed.line") + (topic is null ? "" : DelegationTexts.All.Words(language, "topic.argument").Replace("{topic}", TypedList.Word(topic), StringComparison.Ordinal));

    private static Line Mine(DelegationView one, CollectiveView view, string language)
    {
        var said = DelegationTexts.All.Line(language, one.To is null ? "list.mine.kept" : one.Waits ? "list.mine.waits" : one.InPerson ? "list.mine.in-person" : "list.mine.item",
            ("scope", DelegationWords.Scope(one, view, language)),
            ("name", one.To is { } to ? MemberWords.Said(to, language) : new Inline.Words("")),
            ("until", DelegationWords.Until(one, view, language)),
            ("undo", new Inline.Command(DelegationWords.Undo(one, language))));
        return said;
    }
}
