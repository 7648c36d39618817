using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Accounts;

/// <summary>What a code for linking stands for: the account that typed it reads whom it would vote as, and says yes or no.</summary>
internal static class LinkAs
{
    public const string Name = "link-as";

    public static Command Command { get; } = new(
        AccountsTexts.ForCodes(Name, AccountsTexts.Answer, AccountsTexts.All.Parameter("code", ParameterKind.Text)), Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        var with = new AccountId(asked.Text("account"));
        if (view.FindMember(with.Key) is not MemberRead.One { Member: var member }) return Refused(new Refusal.NoSuchLink());
        if (view.Me?.Id == member.Id) return Refused(new Refusal.AlreadyLinked());
        return asked.Text("answer") switch
        {
            "yes" => new Answer.Submit(new AskLink(with), _ => Document.Of(AccountsTexts.All.Line(language, "link.asked",
                ("name", MemberWords.Said(member, language)), ("platform", new Inline.Words(AccountsTexts.Platform(with.Key)))))),
            "no" => new Answer.Show(Document.Of(AccountsTexts.All.Line(language, "link.no"))),
            _ => new Answer.Show(new Document(
                new Part.Text(AccountsTexts.All.Line(language, view.Me is null ? "link.as" : "link.as.member",
                    ("who", AccountsTexts.Named(with, member.Name, language)), ("collective", WrittenWords.Of(view.Name, language)))),
                AccountsTexts.YesOrNo($"link {asked.Text("code")}", language))),
        };

        Answer.Refuse Refused(Refusal why) => new(RefusalTexts.Of(why, view, asked));
    }
}
