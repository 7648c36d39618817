using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Accounts;

/// <summary>The member who gave the code reads which account would vote as him, and says the last yes.</summary>
internal static class LinkWith
{
    private const string Name = "link-with";

    public static Command Command { get; } = new(AccountsTexts.ForButtons(Name), Handle);

    /// <summary>What he is asked.</summary>
    public static Document Asks(AccountId account, string? name, CollectiveView view, string language) => new(
        new Part.Text(AccountsTexts.All.Line(language, view.FindMember(account.Key) is MemberRead.One ? "link.with.member" : "link.with", ("who", AccountsTexts.Named(account, name, language)))),
        AccountsTexts.YesOrNo($"{Name} {TypedList.Word(account.Key)}", language));

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        var account = new AccountId(asked.Text("account"));
        if (asked.Text("answer") != "yes") return new Answer.Show(Document.Of(AccountsTexts.All.Line(language, "link.no")));
        return new Answer.Submit(new AnswerLink(account), accepted => Document.Of(Lines.Sentences(
            AccountsTexts.All.Line(language, "link.done", ("account", new Inline.Code(account.Key)), ("name", MemberWords.Said(accepted.View.Me!, language))),
            accepted.Events.OfType<AccountLinked>().Any(linked => linked.Was is not null) ? AccountsTexts.All.Line(language, "link.merged") : null,
            AccountsTexts.All.Line(language, "link.undo"))));
    }
}
