using CivicBot.Chat;
using CivicBot.Core;

namespace CivicBot.Sdk;

/// <summary>What is read when accounts or rooms cannot be linked, or parted.</summary>
internal static class AccountRefusalTexts
{
    /// <returns>Null if it is none of these.</returns>
    public static Document? Of(Refusal refusal, CollectiveView view, Asked asked)
    {
        var language = asked.Language;
        return refusal switch
        {
            Refusal.NoSuchLink => Said("no-such-link"),
            Refusal.AlreadyLinked => Said("already-linked"),
            Refusal.LinkLater later => Said("link-later", ("number", later.Id.Number), ("ends", view.Clock.Moment(later.Ends, language, view.Now))),
            Refusal.NotYourAccount => Said("not-your-account"),
            Refusal.OnlyAccount => Said("only-account"),
            Refusal.VotedAsAnother voted => Said("voted-as-another", ("number", voted.Id.Number)),
            Refusal.RoomAdminsOnly => Said("room-admins-only"),
            Refusal.RoomIsLinked => Said("room-is-linked"),
            Refusal.NotTheSamePerson => Said("not-the-same-person"),
            Refusal.RoomsJoinByProposal => Said("rooms-join-by-proposal"),
            Refusal.LastRoom => Said("last-room"),
            _ => null,
        };

        Document Said(string key, params ReadOnlySpan<(string Name, object Value)> arguments) => Document.Of(SdkTexts.All.Line(language, "refusal." + key, arguments));
    }
}
