using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Accounts;

/// <summary>An account acts for me no longer: <c>/unlink telegram:4711</c>; without more, the one that types it.</summary>
internal static class UnlinkCommand
{
    public static Command Command { get; } = new(
        AccountsTexts.All.Command("unlink", AccountsTexts.All.Parameter("which", ParameterKind.Text) with { Positional = true }), Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        var name = Command.Description.Name.In(language);
        // Which one is meant is worth a second look where there are several.
        if (!asked.Has("which") && view.MyAccounts.Count > 1)
        {
            return new Answer.Refuse(new Document(
                new Part.Text(AccountsTexts.All.Line(language, "unlink.which")),
                new Part.Facts([.. view.MyAccounts.Select(account => new Line(new Inline.Command($"{name} {account}")))])));
        }
        var account = new AccountId(asked.Has("which") ? asked.Text("which").Trim() : view.Account?.Key ?? "");
        return new Answer.Submit(new Unlink(account), _ => Document.Of(AccountsTexts.All.Line(language, "unlink.done", ("account", new Inline.Code(account.Key)))));
    }
}
