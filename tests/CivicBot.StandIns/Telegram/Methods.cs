using System.Text.Json.Nodes;

namespace CivicBot.StandIns.Telegram;

/// <summary>The methods of the API that a bot like ours calls, each as strict as Telegram, or stricter.</summary>
internal sealed class Methods
{
    private readonly World _world;
    private readonly MessageMethods _messages;
    private readonly PressMethods _presses;
    private readonly MemberMethods _members;

    public Methods(World world, Pace pace, TelegramFaults faults)
    {
        _world = world;
        Pace = pace;
        Faults = faults;
        _messages = new MessageMethods(world, pace, faults);
        _presses = new PressMethods(world);
        _members = new MemberMethods(world);
    }

    public Pace Pace { get; }

    public TelegramFaults Faults { get; }

    public ApiDescription Description { get; } = ApiDescription.Find();

    public (string Url, string? Secret)? Webhook { get; private set; }

    public async Task<JsonNode?> AnswerAsync(BotRequest request, CancellationToken gone)
    {
        foreach (var wrong in Description.Wrongs(request))
        {
            _world.Violations.Enqueue($"{request.Method}: {wrong}");
            throw new ApiError(400, "Bad Request: " + wrong);
        }

        if (request.Method == "getUpdates") return await UpdatesAsync(request, gone);
        return _world.Locked<JsonNode?>(() => request.Method switch
        {
            "getMe" => Me(),
            "sendMessage" => _messages.Send(request),
            "sendDocument" => _messages.SendDocument(request),
            "editMessageText" => _messages.Edit(request),
            "deleteMessage" => _messages.Delete(request),
            "answerCallbackQuery" => _presses.Answer(request),
            "getChatMember" => _members.Member(request),
            "getChat" => _members.Chat(request),
            "setMyCommands" => Menu(request),
            "deleteWebhook" => Unhook(request),
            "setWebhook" => Hook(request),
            _ => throw new ApiError(404, "Not Found"),
        });
    }

    private async Task<JsonNode?> UpdatesAsync(BotRequest request, CancellationToken gone)
    {
        if (Webhook is not null) throw new ApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        _world.Updates.Allow(request.Body["allowed_updates"] as JsonArray);
        var updates = await _world.Updates.Ask((int?)request.Number("offset"), (int)(request.Number("limit") ?? 100), TimeSpan.FromSeconds(request.Number("timeout") ?? 0), gone)
            ?? throw new ApiError(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        return new JsonArray([.. updates]);
    }

    private static JsonObject Me()
    {
        var me = TelegramJson.Bot;
        (me["can_join_groups"], me["can_read_all_group_messages"], me["supports_inline_queries"]) = (true, false, false);
        return me;
    }

    private JsonNode Unhook(BotRequest request)
    {
        if (request.Body["drop_pending_updates"] is not null) _world.Violations.Enqueue("deleteWebhook: what people did while the bot was away must not be dropped");
        Webhook = null;
        return true;
    }

    private JsonNode Hook(BotRequest request)
    {
        if (request.Body["drop_pending_updates"] is not null) _world.Violations.Enqueue("setWebhook: what people did while the bot was away must not be dropped");
        if (request.Text("url") is not { } url || !url.StartsWith("https://", StringComparison.Ordinal)) throw new ApiError(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        if (request.Text("secret_token") is not { Length: > 0 and <= 256 } secret) throw new ApiError(400, "Bad Request: secret token is missing");
        _world.Updates.Allow(request.Body["allowed_updates"] as JsonArray);
        Webhook = (url, secret);
        return true;
    }

    private JsonNode Menu(BotRequest request)
    {
        var commands = request.Body["commands"]!.AsArray();
        if (commands.Count > 100) throw new ApiError(400, "Bad Request: BOT_COMMANDS_TOO_MUCH");
        var menu = new List<string>();
        foreach (var command in commands)
        {
            var (name, summary) = ((string)command!["command"]!, (string)command["description"]!);
            if (name.Length is 0 or > 32 || !name.All(one => char.IsAsciiLetterLower(one) || char.IsAsciiDigit(one) || one == '_')) throw new ApiError(400, "Bad Request: BOT_COMMAND_INVALID");
            if (summary.Length is 0 or > 256) throw new ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
            menu.Add(name + ((bool?)command["is_ephemeral"] == true ? "!" : ""));
        }

        _world.Menus[$"{(string?)request.Body["scope"]?["type"] ?? "default"}/{request.Text("language_code") ?? ""}"] = menu;
        return true;
    }
}
