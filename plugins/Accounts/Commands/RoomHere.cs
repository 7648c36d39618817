using CivicBot.Chat;
using CivicBot.Core;
using CivicBot.Sdk;

namespace CivicBot.Accounts;

/// <summary>The code of a room was typed here: this room joins the collective, if the same person has the rights in both.</summary>
internal static class RoomHere
{
    public const string Name = "room-here";

    public static Command Command { get; } = new(AccountsTexts.ForCodes(Name), Handle);

    private static Answer.Submit Handle(Asked asked, CollectiveView view) =>
        new(new LinkRoom(new AccountId(asked.Text("account"))), accepted => Document.Of(AccountsTexts.All.Line(asked.Language, "room.linked", ("name", WrittenWords.Of(accepted.View.Name, asked.Language)))));
}
