using CivicBot.Adapters.Discord;
using CivicBot.Adapters.Matrix;
using CivicBot.Adapters.Telegram;
using CivicBot.Chat;
using CivicBot.Engine;

namespace CivicBot.Host.Settings;

/// <summary>One adapter for each platform that the settings name.</summary>
internal static class ConfiguredAdapters
{
    public static IReadOnlyList<IChatAdapter> Of(HostSettings settings, IStorage storage, ILoggerFactory logs)
    {
        var adapters = new List<IChatAdapter>();
        if (settings.Matrix is { } matrix) adapters.Add(new MatrixAdapter(Of(matrix), storage.KeyValues("matrix"), TimeProvider.System, logs.CreateLogger<MatrixAdapter>()));
        if (settings.Telegram is { } telegram) adapters.Add(new TelegramAdapter(Of(telegram, settings.Http), storage.KeyValues("telegram"), TimeProvider.System, logs.CreateLogger<TelegramAdapter>()));
        if (settings.Discord is { } discord) adapters.Add(new DiscordAdapter(Of(discord), storage.KeyValues("discord"), TimeProvider.System, logs.CreateLogger<DiscordAdapter>()));
        return adapters;
    }

    private static MatrixOptions Of(MatrixSettings matrix) => new()
    {
        Homeserver = matrix.Homeserver!,
        AccessToken = matrix.AccessToken is { Length: > 0 } token ? (Adapters.Matrix.Secret)token : null,
        User = matrix.User,
        Password = matrix.Password is { Length: > 0 } password ? (Adapters.Matrix.Secret)password : null,
    };

    private static TelegramOptions Of(TelegramSettings telegram, HttpSettings http) => new()
    {
        Token = telegram.Token!,
        Api = telegram.Api is { Length: > 0 } api ? api : TelegramOptions.OfTelegram,
        PublicUrl = http.PublicUrl,
        WebhookSecret = telegram.WebhookSecret is { Length: > 0 } secret ? (Adapters.Telegram.Secret)secret : null,
    };

    private static DiscordOptions Of(DiscordSettings discord)
    {
        var options = new DiscordOptions
        {
            Token = discord.Token!,
            ApplicationId = discord.ApplicationId,
            PublicKey = discord.PublicKey,
            Shard = discord.Shard,
            Shards = discord.Shards,
            CommandsIn = discord.CommandsIn?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
        if (discord.Api is { Length: > 0 } api) options.Api = api;
        return options;
    }
}
