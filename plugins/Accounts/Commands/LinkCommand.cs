using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Accounts;

/// <summary>
/// Link an account in another chat, so that both are one member: <c>/link</c> gives a code, <c>/link 7F3K-92MX</c> typed there says what it would do,
/// <c>/link 7F3K-92MX yes</c> asks for it, and <c>/link yes</c> here is the last word.
/// </summary>
internal static class LinkCommand
{
    public static Command Command { get; } = new(
        AccountsTexts.All.Command("link", AccountsTexts.All.Parameter("code", ParameterKind.Code) with { Positional = true }, AccountsTexts.Answer) with { Anywhere = true }, Handle);

    /// <summary>What the member reads who gave the code: which account would vote as him.</summary>
    public static Document Asks(AccountId account, string? name, CollectiveView view, string language) => new(
        new Part.Text(AccountsTexts.All.Line(language, view.FindMember(account.Key) is MemberRead.One ? "link.with.member" : "link.with", ("who", AccountsTexts.Named(account, name, language)))),
        AccountsTexts.YesOrNo("link", language));

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        var asks = view.AsksToBeMe;
        if (asked.Has("answer")) return asks is [.., var (waits, _)] ? Answered(waits, asked) : new Answer.Refuse(RefusalTexts.Of(new Refusal.NoSuchLink(), view, asked));
        // Whoever cannot be written to first finds here what waits for his yes.
        if (asks is [.., var (account, name)]) return new Answer.Show(Asks(account, name, view, language));
        if (view.Me is not { } me || view.Account is not { } mine) return new Answer.Refuse(Document.Of(AccountsTexts.All.Line(language, "link.members-only")));
        return new Answer.GiveCode($"{LinkAs.Name} {TypedList.Word(mine.Key)}", code => new Document(
            new Part.Text(AccountsTexts.All.Line(language, "link.code",
                ("line", new Inline.Command($"{Command.Description.Name.In(language)} {code}")), ("name", MemberWords.Said(me, language)))),
            new Part.Note(AccountsTexts.All.Line(language, "link.code.note"))));
    }

    private static Answer Answered(AccountId account, Asked asked) => asked.Text("answer") != "yes"
        ? new Answer.Show(Document.Of(AccountsTexts.All.Line(asked.Language, "link.no")))
        : new Answer.Submit(new AnswerLink(account), accepted => Document.Of(Lines.Sentences(
            AccountsTexts.All.Line(asked.Language, "link.done", ("account", new Inline.Code(account.Key)), ("name", MemberWords.Said(accepted.View.Me!, asked.Language))),
            accepted.Events.OfType<AccountLinked>().Any(linked => linked.Was is not null) ? AccountsTexts.All.Line(asked.Language, "link.merged") : null,
            AccountsTexts.All.Line(asked.Language, "link.undo"))));
}
