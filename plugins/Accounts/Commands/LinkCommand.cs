using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Accounts;

/// <summary>Link an account in another chat, so that both are one member: <c>/link</c> gives a code, <c>/link 7F3K-92MX</c> typed there uses it.</summary>
internal static class LinkCommand
{
    public static Command Command { get; } = new(
        AccountsTexts.All.Command("link", AccountsTexts.All.Parameter("code", ParameterKind.Code) with { Positional = true }) with { Anywhere = true }, Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        // Whoever cannot be written to first finds here what waits for his yes.
        if (view.AsksToBeMe is [var (account, name), ..]) return new Answer.Show(LinkWith.Asks(account, name, view, language));
        if (view.Me is not { } me || view.Account is not { } mine) return new Answer.Refuse(Document.Of(AccountsTexts.All.Line(language, "link.members-only")));
        return new Answer.GiveCode($"{LinkAs.Name} {TypedList.Word(mine.Key)}", code => new Document(
            new Part.Text(AccountsTexts.All.Line(language, "link.code",
                ("line", new Inline.Command($"{Command.Description.Name.In(language)} {code}")), ("name", MemberWords.Said(me, language)))),
            new Part.Note(AccountsTexts.All.Line(language, "link.code.note"))));
    }
}
