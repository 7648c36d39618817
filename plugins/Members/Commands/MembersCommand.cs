using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Members;

/// <summary>Who we are, who may vote, and how I stand: <c>/members</c>.</summary>
internal static class MembersCommand
{
    private const int MostListed = 30;

    public static Command Command { get; } = new(MembersTexts.All.Command("members"), Handle);

    private static Answer.Show Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        var everyone = view.Everyone.ToList();
        var members = everyone.Where(member => !member.IsObserver && !member.HasLeft).ToList();
        var observers = everyone.Count(member => member.IsObserver && !member.HasLeft);
        var parts = new List<Part>
        {
            new Part.Text(Lines.Sentences(Line("members.count", ("n", members.Count)), observers > 0 ? Line("members.observers", ("n", observers)) : null)),
            new Part.Text(Lines.Sentences(RuleSentences.Of("level", view.Rules.Of("level"), language), RuleSentences.Of("idle", view.Rules.Of("idle"), language))),
            new Part.Text(Standing(view, language)),
        };
        if (view.Me is { Vouchers: { Count: > 0 } vouchers }) parts.Add(new Part.Text(Line("members.vouchers", ("names", Lines.And(language, [.. vouchers.Select(name => new Line(MemberWords.Said(name, language)))])))));
        var trusted = view.Trusted;
        parts.Add(new Part.Facts([.. members.Take(MostListed).Select(member => Followed(Item(member, view, language), [.. trusted[member.Number]], language))]));
        if (members.Count > MostListed) parts.Add(new Part.Note(Line("members.more", ("n", members.Count - MostListed))));
        return new Answer.Show(new Document(parts));

        Line Line(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => MembersTexts.All.Line(language, key, arguments);
    }

    /// <summary>Whether the reader would be among the voters, and what is missing.</summary>
    internal static Line Standing(CollectiveView view, string language) =>
        view.Me is not { } me ? StandingWords.NoMember(language)
        : me.WhyNotOnRolls is { } why ? StandingWords.Missing(why, view.Rules.Level, me, view, language)
        : MembersTexts.All.Line(language, "members.mine");

    /// <summary>Whoever carries the voices of others, it is for all to see how many, and on what.</summary>
    private static Line Followed(Line item, IReadOnlyList<(string? Topic, int Voices)> voices, string language) => voices.Count == 0 ? item
        : MembersTexts.All.Line(language, "members.followed", ("member", item), ("voices", Lines.Join(", ", voices.Select(one =>
            MembersTexts.All.Line(language, "members.voices", ("n", one.Voices), ("on", DelegationWords.On(one.Topic, language)))))));

    /// <summary>Where members vouch for each other, who does for whom is there for all to see.</summary>
    private static Line Item(MemberView member, CollectiveView view, string language)
    {
        var name = new Line(MemberWords.Said(member, language));
        return view.Rules.Level.Level == 2 && member.Vouchers.Count > 0
            ? MembersTexts.All.Line(language, "members.vouched", ("name", name), ("names", Lines.Join(", ", member.Vouchers.Select(voucher => new Line(MemberWords.Said(voucher, language))))))
            : name;
    }
}
