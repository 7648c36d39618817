namespace CivicBot.StandIns.Telegram;

/// <summary>Somebody with a Telegram account: what he does, and what he alone sees.</summary>
public sealed class TelegramPerson
{
    private readonly World _world;

    internal TelegramPerson(World world, long id, string name, string? language, string? handle)
    {
        _world = world;
        (Id, Name, Language, Handle) = (id, name, language, handle);
        Private = new TelegramRoom(world, id, name, "private") { Owner = this };
    }

    public long Id { get; }

    public string Name { get; }

    public string? Language { get; }

    /// <summary>His @name.</summary>
    public string? Handle { get; internal set; }

    /// <summary>His chat with the bot alone, which the bot cannot write to before he has started it.</summary>
    public TelegramRoom Private { get; }

    /// <summary>What the bot said over the chat when he pressed.</summary>
    public IReadOnlyList<TelegramToast> Toasts => _world.Locked(() => ToastsShown.ToArray());

    /// <summary>Messages in groups that only he sees.</summary>
    public IReadOnlyList<TelegramMessage> Whispers => _world.Locked(() => WhispersSeen.ToArray());

    internal bool HasStarted { get; set; }

    internal bool HasBlocked { get; set; }

    internal List<TelegramToast> ToastsShown { get; } = [];

    internal List<TelegramMessage> WhispersSeen { get; } = [];

    /// <summary>Opens the bot's chat and presses Start, or comes by a link. Ends when the bot has taken it.</summary>
    public Task<TelegramMessage> Starts(string? token = null)
    {
        HasStarted = true;
        HasBlocked = false;
        return Private.Says(this, token is null ? "/start" : "/start " + token);
    }

    /// <summary>Writes to the bot alone.</summary>
    public Task<TelegramMessage> Writes(string text, TelegramMessage? replyTo = null)
    {
        HasStarted = true;
        return Private.Says(this, text, replyTo);
    }

    /// <summary>Blocks the bot.</summary>
    public Task Blocks()
    {
        HasBlocked = true;
        return _world.Happened("my_chat_member", TelegramJson.BotChanged(_world, Private, "member", "kicked", this));
    }

    /// <summary>Presses a button, by its label or how that begins. Ends when the bot has answered.</summary>
    public Task<TelegramToast> Presses(TelegramMessage message, string label) => PressesData(message, Button(message, label).Data ?? throw new InvalidOperationException($"{label} is a link."));

    /// <summary>Sends any data, as a client that somebody wrote himself can.</summary>
    public Task<TelegramToast> PressesData(TelegramMessage message, string data) => _world.Press(this, message, data);

    /// <summary>Follows a link under a message into the bot's chat, and presses Start there.</summary>
    public Task<TelegramMessage> Follows(TelegramMessage message, string label) => Follows(Button(message, label).Url ?? throw new InvalidOperationException($"{label} is no link."));

    /// <inheritdoc cref="Follows(TelegramMessage, string)"/>
    public Task<TelegramMessage> Follows(string url)
    {
        var start = url.IndexOf("?start=", StringComparison.Ordinal);
        return Starts(start < 0 ? null : url[(start + "?start=".Length)..]);
    }

    private static TelegramButton Button(TelegramMessage message, string label) =>
        message.Buttons.FirstOrDefault(button => button.Label == label)
        ?? message.Buttons.FirstOrDefault(button => button.Label.StartsWith(label, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No button “{label}”, only: {string.Join(", ", message.Buttons.Select(button => button.Label))}");
}
