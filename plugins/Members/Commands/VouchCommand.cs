using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Members;

/// <summary>Say that one knows somebody, and that this is the only account of theirs here that votes: <c>/vouch @bo</c>.</summary>
internal static class VouchCommand
{
    public static Command Command { get; } = new(
        MembersTexts.All.Command("vouch", MembersTexts.All.Parameter("person", ParameterKind.Person) with { Positional = true }), Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        if (!asked.Has("person")) return new Answer.Refuse(Document.Of(MembersTexts.All.Line(language, "vouch.whom")));
        var read = view.FindMember(asked.Text("person"));
        if (read is not MemberRead.One { Member: var member })
        {
            return new Answer.Refuse(MemberWords.AskedBack(read, view, language, typed => $"{Command.Description.Name.In(language)} {typed}"));
        }
        return new Answer.Submit(new Vouch(member.Id), accepted =>
        {
            var name = ("name", (object)MemberWords.Said(member, language));
            var vouchers = accepted.View.Find(member.Id)!.Vouchers.Count;
            var level = accepted.View.Rules.Level;
            return Document.Of(Lines.Sentences(
                MembersTexts.All.Line(language, accepted.Events.OfType<Vouched>().Any() ? "vouch.done" : "vouch.still", name),
                level.Level == 2 ? MembersTexts.All.Line(language, "vouch.count", ("n", vouchers), ("needed", level.Vouchers)) : MembersTexts.All.Line(language, "vouch.not-needed")));
        });
    }
}
