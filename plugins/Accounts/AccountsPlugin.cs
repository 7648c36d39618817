using CivicBot.Chat;
using CivicBot.Sdk;

namespace CivicBot.Accounts;

/// <summary>One person with one vote across all chats: accounts that are one member, rooms that are one collective.</summary>
public sealed class AccountsPlugin : IPlugin
{
    public IReadOnlyList<Command> Commands { get; } =
    [
        WhoAmI.Command,
        LinkCommand.Command,
        LinkAs.Command,
        UnlinkCommand.Command,
        RoomCommand.Command,
        RoomHere.Command,
    ];

    public Document? Tell(Told told, CollectiveView view, string language) => told switch
    {
        Told.LinkAsked asked => LinkCommand.Asks(asked.Account, asked.Name, view, language),
        Told.RoomJoined joined when view.Rooms.FirstOrDefault(room => room.Number == joined.Room) is { Number: > 0 } room => Document.Of(AccountsTexts.All.Line(language, "room.joined",
            ("name", WrittenWords.Of(room.Name, language)), ("platform", new Inline.Words(AccountsTexts.Platform(room.Platform ?? ""))),
            ("by", view.Find(joined.By) is { } by ? MemberWords.Said(by, language) : MemberWords.Said((string?)null, language)))),
        _ => null,
    };
}
