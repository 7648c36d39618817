namespace CivicBot.Adapters.Telegram;

/// <summary>Whose bot it is, and how its updates come: asked for, or called in.</summary>
public sealed class TelegramOptions
{
    /// <summary>The API of Telegram itself.</summary>
    public const string OfTelegram = "https://api.telegram.org";

    /// <summary>What BotFather gave: <c>123456:ABC…</c>.</summary>
    public Secret? Token { get; set; }

    /// <summary>Where the API is: Telegram's own, or a server of one's own. <c>http://</c> only for a private or loopback address.</summary>
    public string Api { get; set; } = OfTelegram;

    /// <summary>Where the host is reached from outside, <c>https://bot.example.org</c>: then Telegram calls <c>/telegram</c> there. Without it the bot asks for updates, which needs no open port.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>What Telegram must show when it calls: 1 to 256 letters, digits, <c>_</c> and <c>-</c>. Without it one is made and kept.</summary>
    public Secret? WebhookSecret { get; set; }
}
