using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CivicBot.StandIns.Telegram;

/// <summary>People, chats and what happens, as Telegram writes them.</summary>
internal static partial class TelegramJson
{
    public static JsonObject Bot => new() { ["id"] = World.BotId, ["is_bot"] = true, ["first_name"] = "CivicBot", ["username"] = World.BotName };

    public static JsonObject Person(TelegramPerson person)
    {
        var json = new JsonObject { ["id"] = person.Id, ["is_bot"] = false, ["first_name"] = person.Name };
        if (person.Handle is { } handle) json["username"] = handle;
        if (person.Language is { } language) json["language_code"] = language;
        return json;
    }

    public static JsonObject Chat(TelegramRoom room)
    {
        var json = new JsonObject { ["id"] = room.Id, ["type"] = room.Type };
        json[room.Type == "private" ? "first_name" : "title"] = room.Title;
        if (room.PublicName is { } name) json["username"] = name;
        if (room.Topics.Count > 0) json["is_forum"] = true;
        return json;
    }

    public static JsonObject Message(TelegramMessage message)
    {
        var json = new JsonObject
        {
            ["message_id"] = message.Id,
            ["date"] = message.At.ToUnixTimeSeconds(),
            ["chat"] = Chat(message.Room),
            ["from"] = message.From is { } from ? Person(from) : Bot,
            ["text"] = message.Text,
        };
        if (message.Topic is { } topic) (json["message_thread_id"], json["is_topic_message"]) = (topic, true);
        if (message.EphemeralId > 0) json["ephemeral_message_id"] = message.EphemeralId;
        if (message is { From: null, Only: { } only }) json["receiver_user"] = Person(only);
        return json;
    }

    public static JsonObject Said(Saying saying, TelegramMessage message)
    {
        var json = Message(message);
        var entities = new JsonArray();
        if (Command().Match(saying.Text) is { Success: true } command) entities.Add(Entity("bot_command", command.Index, command.Length));
        foreach (Match mention in Mention().Matches(saying.Text)) entities.Add(Entity("mention", mention.Index, mention.Length));
        foreach (var (words, person) in saying.Mentioned)
        {
            var entity = Entity("text_mention", saying.Text.IndexOf(words, StringComparison.Ordinal), words.Length);
            entity["user"] = Person(person);
            entities.Add(entity);
        }

        if (entities.Count > 0) json["entities"] = entities;
        if (saying.ReplyTo is { } answered) json["reply_to_message"] = Message(answered);
        if (saying.Forwarded) json["forward_origin"] = new JsonObject { ["type"] = "hidden_user", ["date"] = message.At.ToUnixTimeSeconds(), ["sender_user_name"] = "Somebody" };
        if (saying.Anonymous)
        {
            json["sender_chat"] = Chat(saying.Room);
            json["from"] = new JsonObject { ["id"] = 1_087_968_824, ["is_bot"] = true, ["first_name"] = "Group", ["username"] = "GroupAnonymousBot" };
        }

        return json;
    }

    public static JsonObject Pressed(Pressing pressing, string data)
    {
        var message = pressing.Message;
        return new JsonObject
        {
            ["id"] = pressing.Id,
            ["from"] = Person(pressing.Who),
            ["chat_instance"] = "1",
            ["data"] = data,
            ["message"] = message.IsForgotten || message.IsDeleted
                ? new JsonObject { ["chat"] = Chat(message.Room), ["message_id"] = message.Id, ["date"] = 0 }
                : Message(message),
        };
    }

    public static JsonObject Left(TelegramRoom room, TelegramPerson who, int id, DateTimeOffset at) => Happened(room, id, at, "left_chat_member", Person(who), Person(who));

    public static JsonObject Grown(TelegramRoom room, int id, string field, long other, DateTimeOffset at) =>
        Happened(room, id, at, field, other, new JsonObject { ["id"] = 1_087_968_824, ["is_bot"] = true, ["first_name"] = "Group" });

    public static JsonObject Changed(TelegramRoom room, Seat before, string now, DateTimeOffset at) => new()
    {
        ["chat"] = Chat(room),
        ["from"] = Person(before.Who),
        ["date"] = at.ToUnixTimeSeconds(),
        ["old_chat_member"] = Member(before),
        ["new_chat_member"] = Member(before with { Status = now }),
    };

    public static JsonObject BotChanged(World world, TelegramRoom room, string before, string now, TelegramPerson by) => new()
    {
        ["chat"] = Chat(room),
        ["from"] = Person(by),
        ["date"] = world.Time.GetUtcNow().ToUnixTimeSeconds(),
        ["old_chat_member"] = Member(Bot, before, false),
        ["new_chat_member"] = Member(Bot, now, false),
    };

    public static JsonObject Member(Seat seat) => Member(Person(seat.Who), seat.Status, seat.Anonymous);

    public static JsonObject Member(JsonObject who, string status, bool anonymous)
    {
        var json = new JsonObject { ["user"] = who, ["status"] = status };
        switch (status)
        {
            case "creator":
                json["is_anonymous"] = anonymous;
                break;
            case "administrator":
                json["is_anonymous"] = anonymous;
                foreach (var right in (string[])["can_be_edited", "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories"]) json[right] = false;
                break;
            case "kicked":
                json["until_date"] = 0;
                break;
            default:
                break;
        }

        return json;
    }

    private static JsonObject Happened(TelegramRoom room, int id, DateTimeOffset at, string field, JsonNode what, JsonObject by) =>
        new() { ["message_id"] = id, ["date"] = at.ToUnixTimeSeconds(), ["chat"] = Chat(room), ["from"] = by, [field] = what };

    private static JsonObject Entity(string type, int offset, int length) => new() { ["type"] = type, ["offset"] = offset, ["length"] = length };

    [GeneratedRegex(@"^/[A-Za-z0-9_]+(@\w+)?")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w/])@\w{3,}")]
    private static partial Regex Mention();
}
