namespace CivicBot.Adapters.Discord;

/// <summary>Which application this is, and how Discord is reached.</summary>
public sealed class DiscordOptions
{
    /// <summary>The bot's token, from the portal's page <i>Bot</i>.</summary>
    public Secret Token { get; set; } = "";

    /// <summary>The application's id. Left out, Discord is asked for it.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>The application's public key, in hex: set it if the portal has an interactions endpoint URL. Then interactions come over HTTP, and those of the gateway are not looked at.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Which shard this process is, from 0.</summary>
    public int Shard { get; set; }

    /// <summary>How many shards there are.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>The ids of the servers that get the commands, at once, for trying things out. Left out, all servers do.</summary>
    public IReadOnlyList<string>? CommandsIn { get; set; }

    /// <summary>Where the API is.</summary>
    public string Api { get; set; } = "https://discord.com/api/v10/";

    /// <summary>After so many refused requests in ten minutes nothing but first answers is sent any more; Discord bans an address at 10,000.</summary>
    public int MostInvalidRequests { get; set; } = 5_000;
}
