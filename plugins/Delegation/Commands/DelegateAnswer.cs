using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Delegation;

/// <summary>What whoever entrusts a voice reads at once: what holds or waits, until when, how it ends, who sees it, and what will not work as one may think.</summary>
internal static class DelegateAnswer
{
    public static Document Of(Asked asked, Accepted accepted)
    {
        var (view, language) = (accepted.View, asked.Language);
        var made = accepted.Events.OfType<DelegationMade>().LastOrDefault();
        var renewed = accepted.Events.OfType<DelegationRenewed>().Any();
        var named = Reaching.Named(asked, view).ToList();
        var delegation = named.First(one => one.Waits == (made is { Accepted: false }));
        if (delegation.To is not { } to)
        {
            return new Document(
                new Part.Text(Line("made.nobody", Scope(), Until())),
                new Part.Text(Line("made.nobody.yourself", Undo())),
                new Part.Note(Line("made.nobody.seen")));
        }
        var name = ("name", (object)MemberWords.Said(to, language));
        var before = named.Find(one => !one.Waits && one != delegation && one.To is not null)?.To;
        var parts = new List<Part>
        {
            new Part.Text(Lines.Sentences(
                Line(delegation.Waits ? "made.waits" : renewed ? "made.renewed" : made is null ? "made.still" : "made.holds", name, Scope(), Until()),
                delegation.Waits && before is not null ? Line("made.before", ("name", MemberWords.Said(before, language))) : null,
                delegation.InPerson ? Line("made.in-person", name) : null)),
        };
        parts.AddRange(Warnings(delegation, to, made is not null, view, language));
        parts.Add(new Part.Text(Line("made.yourself", Undo())));
        parts.Add(new Part.Note(Line("made.seen", name)));
        return new Document(parts);

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => DelegationTexts.All.Line(language, key, arguments);

        (string, object) Scope() => ("scope", DelegationWords.Scope(delegation, view, language));

        (string, object) Until() => ("until", DelegationWords.Until(delegation, view, language));

        (string, object) Undo() => ("undo", new Inline.Command(DelegationWords.Undo(delegation, language)));
    }

    private static IEnumerable<Part> Warnings(DelegationView delegation, MemberView to, bool isNew, CollectiveView view, string language)
    {
        if (Ring(delegation, view, language) is { } ring) yield return new Part.Text(ring);
        var following = view.Following(delegation);
        if (view.Rules.Delegation.Cap(view.Everyone.Count(member => !member.IsObserver)) is { } most && following > most)
        {
            yield return new Part.Text(DelegationTexts.All.Line(language, "made.full", ("n", following), ("most", most), ("name", MemberWords.Said(to, language))));
        }
        if (!isNew) yield break;
        foreach (var decision in view.OpenToMe(delegation).Where(decision => decision.GuardBegins <= view.Now))
        {
            yield return new Part.Text(DelegationTexts.All.Line(language, "made.late", decision,
                ("closes", view.Clock.On(decision.ClosesAt, view.Now, language)), ("option", OptionWords.Typed(decision, 1, language))));
        }
    }

    /// <summary>“Ana → Bo → Ana: nobody votes …”, where a delegation makes a ring.</summary>
    public static Line? Ring(DelegationView delegation, CollectiveView view, string language) => view.RingBy(delegation) is { Count: > 0 } ring
        ? DelegationTexts.All.Line(language, "made.ring", ("ring", Lines.Join(" → ", ring.Select(member => new Line(MemberWords.Said(member, language))))))
        : null;
}
