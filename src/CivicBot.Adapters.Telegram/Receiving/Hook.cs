using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CivicBot.Adapters.Telegram.Wire;
using CivicBot.Chat;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace CivicBot.Adapters.Telegram.Receiving;

/// <summary>Telegram calls us. It shows a secret that only it and we know, and calls again with what was not answered by 200.</summary>
internal sealed class Hook(TelegramApi api, Updates updates, Patience patience, Secret secret, TimeProvider time)
{
    private const string Header = "x-telegram-bot-api-secret-token";
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    /// <param name="address">Ours, as seen from outside.</param>
    public async Task RunAsync(Uri address, CancellationToken cancellation)
    {
        var request = new SetWebhookRequest { Url = address.AbsoluteUri, SecretToken = secret.Reveal(), AllowedUpdates = [.. Updates.Wanted] };
        await patience.AskAsync(() => api.AskAsync(request, cancellation), cancellation);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation);
    }

    public async Task<WebhookAnswer> CallAsync(WebhookCall call, CancellationToken running, CancellationToken cancellation)
    {
        if (!call.Headers.TryGetValue(Header, out var shown) || !IsOurs(shown)) return new WebhookAnswer(401);
        if (Read(call.Body.Span) is not { } update) return new WebhookAnswer(400);

        // It goes on when the caller has given up: he comes again, and finds it done.
        var taken = updates.TakeAsync(update, running);
        try
        {
            await taken.WaitAsync(Enough, time, cancellation);
            return new WebhookAnswer(200);
        }
        catch (TimeoutException)
        {
            return new WebhookAnswer(503);
        }
    }

    /// <summary>The secret that was set; else the one that was made the first time.</summary>
    public static async Task<Secret> SecretAsync(TelegramOptions options, IKeyValues memory, CancellationToken cancellation)
    {
        if (options.WebhookSecret is { } set && set.Reveal() is { Length: > 0 and <= 256 } word && word.All(one => char.IsAsciiLetterOrDigit(one) || one is '_' or '-')) return set;
        if (options.WebhookSecret is not null) throw new InvalidOperationException("Telegram: the webhook's secret must be 1 to 256 letters, digits, _ or -.");
        if (await memory.GetAsync(Keys.WebhookSecret, cancellation) is { Length: > 0 } kept) return kept;
        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await memory.SetAsync(Keys.WebhookSecret, made, cancellation);
        return made;
    }

    /// <summary>How long it takes says nothing about how much of it was right.</summary>
    private bool IsOurs(string shown) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(secret.Reveal())));

    private static Update? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<Update>(body, JsonBotAPI.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
