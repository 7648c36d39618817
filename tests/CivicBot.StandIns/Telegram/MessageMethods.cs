using System.Text;
using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Telegram;

/// <summary>Messages of the bot: new ones, edits, files, and such as only one person sees.</summary>
internal sealed class MessageMethods(World world, Pace pace, TelegramFaults faults)
{
    private static readonly TimeSpan WhispersLast = TimeSpan.FromSeconds(15);

    public JsonNode Send(BotRequest request)
    {
        var text = request.Text("text") ?? "";
        var (shown, links) = Read(request, text, 4_096, "text");
        return Post(request, message =>
        {
            message.Html = text;
            message.Text = shown;
            message.AutoLinks = links;
        });
    }

    public JsonNode SendDocument(BotRequest request)
    {
        if (request.Text("document") is not { } at || !request.Files.TryGetValue(at.Replace("attach://", "", StringComparison.Ordinal), out var file)) throw new ApiError(400, "Bad Request: there is no document in the request");
        if (request.Text("caption") is { } caption) Read(request, caption, 1_024, "caption");
        return Post(request, message => message.Text = request.Text("caption") ?? "", file);
    }

    public JsonNode Edit(BotRequest request)
    {
        var room = Writable(request);
        var text = request.Text("text") ?? "";
        var (shown, links) = Read(request, text, 4_096, "text");
        if (room.All.FirstOrDefault(one => one.Id == request.Number("message_id") && one is { IsDeleted: false, Only: null }) is not { } message) throw new ApiError(400, "Bad Request: message to edit not found");
        if (message.From is not null) throw new ApiError(400, "Bad Request: message can't be edited");
        var keyboard = Keyboard(request);
        pace.Count(room.Id);
        if (message.Html == text && message.Keyboard.SelectMany(row => row).SequenceEqual(keyboard.SelectMany(row => row)))
        {
            throw new ApiError(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }

        (message.Html, message.Text, message.AutoLinks, message.Keyboard) = (text, shown, links, keyboard);
        message.Edits++;
        return TelegramJson.Message(message);
    }

    public JsonNode Delete(BotRequest request)
    {
        var message = Writable(request).All.FirstOrDefault(one => one.Id == request.Number("message_id") && one is { IsDeleted: false, From: null }) ?? throw new ApiError(400, "Bad Request: message to delete not found");
        return message.IsDeleted = true;
    }

    private JsonObject Post(BotRequest request, Action<TelegramMessage> write, (string Name, string Text)? file = null)
    {
        var room = Writable(request);
        var topic = (int?)request.Number("message_thread_id");
        if (topic is { } there && !room.Topics.Contains(there)) throw new ApiError(400, "Bad Request: message thread not found");
        var only = faults.IsOld ? null : Only(request, room);
        var reply = request.Body["reply_parameters"];
        var replyTo = (int?)reply?["message_id"];
        if (replyTo is { } id && !room.All.Any(one => one.Id == id && one is { IsDeleted: false, Only: null }))
        {
            if ((bool?)reply!["allow_sending_without_reply"] != true) throw new ApiError(400, "Bad Request: message to be replied not found");
            replyTo = null;
        }

        var keyboard = Keyboard(request);
        pace.Count(room.Id);
        var message = new TelegramMessage
        {
            Id = only is null ? ++room.Last : 0,
            Room = room,
            ReplyTo = replyTo,
            Topic = topic,
            Only = only,
            EphemeralId = only is null ? 0 : world.NextEphemeral(),
            AsksForReply = (bool?)request.Body["reply_markup"]?["force_reply"] ?? false,
            FileName = file?.Name,
            FileText = file?.Text,
            Keyboard = keyboard,
            At = world.Time.GetUtcNow(),
        };
        write(message);
        room.All.Add(message);
        if (only is null) room.OtherBotWroteLast = false;
        else only.WhispersSeen.Add(message);
        return TelegramJson.Message(message);
    }

    /// <summary>Only he who has just done something, and then only he; or anyone, where the bot is an admin.</summary>
    private TelegramPerson? Only(BotRequest request, TelegramRoom room)
    {
        var whisper = (int?)request.Body["reply_parameters"]?["ephemeral_message_id"];
        if (request.Body["ephemeral_message_parameters"] is not JsonObject only)
        {
            return whisper is null ? null : throw new ApiError(400, "Bad Request: a reply to an ephemeral message must be ephemeral");
        }

        var now = world.Time.GetUtcNow();
        var receiver = (long)only["receiver_user_id"]!;
        if (room.Type == "private" || !room.Seats.TryGetValue(receiver, out var seat) || seat.Status is "left" or "kicked") throw new ApiError(400, "Bad Request: ephemeral messages can be sent only to members of groups");
        var pressed = (string?)only["callback_query_id"] is { } query && world.Presses.TryGetValue(query, out var press)
            && press.Who.Id == receiver && press.Message.Room == room && now - press.At <= WhispersLast;
        var whispered = whisper is { } id && room.All.Any(one => one.EphemeralId == id && one.From?.Id == receiver && now - one.At <= WhispersLast);
        if (!pressed && !whispered && room.BotStatus != "administrator") throw new ApiError(400, "Bad Request: ephemeral message can't be sent");
        return seat.Who;
    }

    private TelegramRoom Writable(BotRequest request)
    {
        if (request.Number("chat_id") is not { } id || !world.Rooms.TryGetValue(id, out var room)) throw new ApiError(400, "Bad Request: chat not found");
        if (room.MovedTo is { } next) throw new ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat") { MovedTo = next };
        if (room.Owner is { HasBlocked: true }) throw new ApiError(403, "Forbidden: bot was blocked by the user");
        if (room.Owner is { HasStarted: false }) throw new ApiError(403, "Forbidden: bot can't initiate conversation with a user");
        if (room.Owner is null && room.BotStatus == "kicked") throw new ApiError(403, "Forbidden: bot was kicked from the group chat");
        if (room.Owner is null && room.BotStatus == "left") throw new ApiError(403, "Forbidden: bot is not a member of the group chat");
        return room.IsSilenced ? throw new ApiError(400, "Bad Request: not enough rights to send text messages to the chat") : room;
    }

    private (string Text, IReadOnlyList<string> Links) Read(BotRequest request, string html, int most, string what)
    {
        try
        {
            var (text, links) = string.Equals(request.Text("parse_mode"), "HTML", StringComparison.OrdinalIgnoreCase) ? TelegramMarkup.Read(html) : (html, []);
            if (text.Length == 0) throw new ApiError(400, $"Bad Request: message {what} is empty");
            return text.Length > most ? throw new ApiError(400, $"Bad Request: message {what} is too long") : (text, links);
        }
        catch (ApiError wrong)
        {
            world.Violations.Enqueue($"{request.Method}: {wrong.Message}");
            throw;
        }
    }

    private List<IReadOnlyList<TelegramButton>> Keyboard(BotRequest request)
    {
        var rows = request.Body["reply_markup"]?["inline_keyboard"] as JsonArray ?? [];
        var keyboard = rows.Select(IReadOnlyList<TelegramButton> (row) => [.. row!.AsArray().Select(Button)]).ToList();
        if (keyboard.Sum(row => row.Count) > 100) throw Wrong("Bad Request: too many buttons");
        return keyboard;

        TelegramButton Button(JsonNode? json)
        {
            var button = new TelegramButton((string?)json!["text"] ?? "", (string?)json["callback_data"], (string?)json["url"]);
            if (button.Label.Length == 0 || (button.Data is null) == (button.Url is null)) throw Wrong("Bad Request: BUTTON_TYPE_INVALID");
            if (button.Data is { } data && Encoding.UTF8.GetByteCount(data) is 0 or > 64) throw Wrong("Bad Request: BUTTON_DATA_INVALID");
            return button;
        }

        ApiError Wrong(string words)
        {
            world.Violations.Enqueue($"{request.Method}: {words}");
            return new ApiError(400, words);
        }
    }
}
