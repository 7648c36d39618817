using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Accounts;

/// <summary>Rooms of one collective, on any platform: <c>/room link</c> here, <c>/room link 7F3K-92MX</c> there; <c>/room unlink</c> takes one out.</summary>
internal static class RoomCommand
{
    public static Command Command { get; } = new(
        AccountsTexts.All.Command("room",
            AccountsTexts.All.Parameter("what", ParameterKind.OneOf, AccountsTexts.All.Alternative("room.link", "link"), AccountsTexts.All.Alternative("room.unlink", "unlink")) with { Positional = true },
            AccountsTexts.All.Parameter("code", ParameterKind.Code) with { Positional = true },
            AccountsTexts.All.Parameter("sure", ParameterKind.OneOf, AccountsTexts.All.Alternative("answer.yes", "yes"))), Handle);

    private static Answer Handle(Asked asked, CollectiveView view)
    {
        var language = asked.Language;
        var name = Command.Description.Name.In(language);
        return asked.Text("what") switch
        {
            "link" when view.Account is not { } => Refused(new Refusal.MembersOnly()),
            "link" when view.Me is null => Refused(new Refusal.MembersOnly()),
            "link" when !asked.Admin => Refused(new Refusal.RoomAdminsOnly()),
            "link" when view.Decisions.Any(decision => decision is { Proposal: not null, IsRunning: false, Outcome: not null }) => Refused(new Refusal.RoomsJoinByProposal()),
            "link" => new Answer.GiveCode($"{RoomHere.Name} {TypedList.Word(view.Account!.Value.Key)}", code => new Document(
                new Part.Text(AccountsTexts.All.Line(language, "room.code", ("line", new Inline.Command($"{name} {AccountsTexts.All.Words(language, "room.link")} {code}")))),
                new Part.Note(AccountsTexts.All.Line(language, "room.code.note")))),
            "unlink" when asked.Text("sure") != "yes" => new Answer.Show(new Document(
                new Part.Text(AccountsTexts.All.Line(language, "room.unlink.sure")),
                new Part.Choices([new Choice(AccountsTexts.All.Words(language, "room.unlink.button"), "room unlink sure:yes")], Public: false,
                    AccountsTexts.All.Line(language, "room.unlink.typed")))),
            "unlink" => new Answer.Submit(new UnlinkRoom(), _ => Document.Of(AccountsTexts.All.Line(language, "room.unlinked"))),
            _ => new Answer.Show(new Document(
                new Part.Text(AccountsTexts.All.Line(language, "room.list")),
                new Part.Facts([.. view.Rooms.Select(room => AccountsTexts.All.Line(language, "room.item",
                    ("name", WrittenWords.Of(room.Name, language)), ("platform", new Inline.Words(AccountsTexts.Platform(room.Platform ?? "")))))]),
                new Part.Note(AccountsTexts.All.Line(language, "room.how")))),
        };

        Answer.Refuse Refused(Refusal why) => new(RefusalTexts.Of(why, view, asked));
    }
}
