using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Telegram;

/// <summary>Who is in a chat. Of others Telegram tells a bot only where it is an admin.</summary>
internal sealed class MemberMethods(World world)
{
    public JsonNode Member(BotRequest request)
    {
        var room = Room(request);
        var who = request.Number("user_id")!.Value;
        if (who == World.BotId) return TelegramJson.Member(TelegramJson.Bot, room.BotStatus, false);
        if (room.BotStatus != "administrator") throw new ApiError(400, "Bad Request: CHAT_ADMIN_REQUIRED");
        if (room.Seats.TryGetValue(who, out var seat)) return TelegramJson.Member(seat);
        return world.People.TryGetValue(who, out var stranger) ? TelegramJson.Member(TelegramJson.Person(stranger), "left", false) : throw new ApiError(400, "Bad Request: user not found");
    }

    public JsonNode Chat(BotRequest request)
    {
        var room = Room(request);
        var chat = TelegramJson.Chat(room);
        chat["accent_color_id"] = 0;
        chat["max_reaction_count"] = 11;
        chat["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false, ["limited_gifts"] = false, ["unique_gifts"] = false, ["premium_subscription"] = false, ["gifts_from_channels"] = false,
        };
        if (room.IsLinked) chat["linked_chat_id"] = -1_009_999;
        return chat;
    }

    private TelegramRoom Room(BotRequest request)
    {
        if (request.Number("chat_id") is not { } id || !world.Rooms.TryGetValue(id, out var room)) throw new ApiError(400, "Bad Request: chat not found");
        if (room.MovedTo is { } next) throw new ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat") { MovedTo = next };
        return room;
    }
}
