using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;

namespace CivicBot.Adapters.Telegram.Wire;

/// <summary>One request, one answer: tried once, with a time limit. Who calls decides about patience.</summary>
internal sealed class TelegramApi : IDisposable
{
    /// <summary>How long a question for updates may stay open.</summary>
    public static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(50);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http;
    private readonly TelegramBotClient _client;

    public TelegramApi(Secret token, Uri api, HttpMessageHandler handler)
    {
        _http = new HttpClient(handler) { Timeout = LongPoll + TimeSpan.FromSeconds(25), MaxResponseContentBufferSize = 32 * 1024 * 1024 };
        var own = api.AbsoluteUri == new Uri(TelegramOptions.OfTelegram).AbsoluteUri ? null : api.AbsoluteUri.TrimEnd('/');
        try
        {
            // Without a threshold the library sleeps through 429 by itself, unseen by our budgets.
            _client = new TelegramBotClient(new TelegramBotClientOptions(token.Reveal(), own) { RetryThreshold = 0, RetryCount = 0 }, _http);
        }
        catch (ArgumentException)
        {
            _http.Dispose();
            throw new InvalidOperationException("Telegram: the token does not look like one of BotFather's (123456:ABC…).");
        }
    }

    public async Task<T> AskAsync<T>(IRequest<T> request, CancellationToken cancellation)
    {
        // One that hangs must not hold up the others behind it.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (request is not GetUpdatesRequest) enough.CancelAfter(Longest);
        try
        {
            return await _client.SendRequest(request, enough.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TelegramFailure(Trouble.Away, null);
        }
        catch (ApiRequestException refused)
        {
            throw TelegramFailure.Of(refused.ErrorCode, refused.Message, refused.Parameters?.RetryAfter, refused.Parameters?.MigrateToChatId);
        }
        catch (RequestException broken)
        {
            cancellation.ThrowIfCancellationRequested();
            if (broken.InnerException is HttpRequestException { InnerException: InvalidOperationException ours }) throw new InvalidOperationException(ours.Message);
            throw new TelegramFailure(Trouble.Away, (int?)broken.HttpStatusCode);
        }
    }

    public void Dispose() => _http.Dispose();
}
