namespace CivicBot.Host.Settings;

/// <summary>The settings, typed. Names are those of <c>civicbot.json</c>, and after <c>CIVICBOT_</c> of the environment.</summary>
internal sealed class HostSettings
{
    /// <summary>Folder of the database and the keys.</summary>
    public string Data { get; set; } = "data";

    /// <summary>The host's name in its ledgers' names; a random one is made at first start and kept.</summary>
    public string? Origin { get; set; }

    /// <summary>What a new collective speaks unless it says otherwise.</summary>
    public string Language { get; set; } = "en";

    /// <summary>The zone of a new collective unless it says otherwise.</summary>
    public string TimeZone { get; set; } = "UTC";

    public HttpSettings Http { get; set; } = new();

    /// <summary>Null: not on Matrix.</summary>
    public MatrixSettings? Matrix { get; set; }

    /// <summary>Null: not on Telegram.</summary>
    public TelegramSettings? Telegram { get; set; }

    /// <summary>Null: not on Discord.</summary>
    public DiscordSettings? Discord { get; set; }

    /// <summary><c>anyone</c>, or the places in which collectives may be founded, comma-separated.</summary>
    public string Founding { get; set; } = "anyone";

    /// <summary>Where the public random value of a lot comes from: <c>drand</c>, or <c>off</c>, and then what needs a lot waits.</summary>
    public string Beacon { get; set; } = "drand";

    public PluginSettings Plugins { get; set; } = new();

    public bool HasAdapter => Matrix is not null || Telegram is not null || Discord is not null;
}

/// <summary>The one HTTP listener.</summary>
internal sealed class HttpSettings
{
    public int Port { get; set; } = 8080;

    /// <summary>Where this listener is reached from outside, such as <c>https://bot.example.org</c>: then platforms call instead of being asked. Null: nothing needs to be open.</summary>
    public string? PublicUrl { get; set; }
}

/// <summary>A bot made by BotFather.</summary>
internal sealed class TelegramSettings
{
    public string? Token { get; set; }

    /// <summary>Only with <see cref="HttpSettings.PublicUrl"/>: what Telegram shows when it calls; left out, one is made and kept.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>A Bot API server of one's own; else Telegram's.</summary>
    public string? Api { get; set; }
}

/// <summary>An application of the Discord developer portal.</summary>
internal sealed class DiscordSettings
{
    public string? Token { get; set; }

    public string? ApplicationId { get; set; }

    /// <summary>Set where the portal has an interactions endpoint URL, <c>PublicUrl/discord</c>.</summary>
    public string? PublicKey { get; set; }

    public int Shard { get; set; }

    public int Shards { get; set; } = 1;

    /// <summary>Servers that get the commands at once, for trying things out, comma-separated; else all do, within minutes.</summary>
    public string? CommandsIn { get; set; }

    /// <summary>Another address of the API, for tests.</summary>
    public string? Api { get; set; }
}

/// <summary>An account on a Matrix homeserver, by token or by password.</summary>
internal sealed class MatrixSettings
{
    public string? Homeserver { get; set; }

    public string? AccessToken { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }
}

/// <summary>Where plugins are.</summary>
internal sealed class PluginSettings
{
    /// <summary>Null: the folder beside the program.</summary>
    public string? Folder { get; set; }
}
