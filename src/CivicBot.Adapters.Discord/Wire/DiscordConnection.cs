using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace CivicBot.Adapters.Discord.Wire;

/// <summary>Requests to the API: inside its limits, with a time limit, and an answer or a <see cref="DiscordFailure"/>.</summary>
internal sealed class DiscordConnection : IDisposable
{
    private const int LargestAnswer = 32 * 1024 * 1024;
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 64 };
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue _authorization;
    private readonly RateLimits _limits;
    private readonly InvalidRequests _invalid;
    private readonly TimeProvider _time;

    public DiscordConnection(DiscordOptions options, HttpMessageHandler? handler, TimeProvider time)
    {
        var api = DiscordAddress.Api(options.Api);
        _http = new HttpClient(handler ?? DiscordAddress.Handler(api)) { BaseAddress = api, Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer, DefaultRequestVersion = HttpVersion.Version20 };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://example.org/civicbot, 0.1)");
        _authorization = Authorization(options.Token);
        _limits = new RateLimits(time);
        _invalid = new InvalidRequests(options.MostInvalidRequests, time);
        _time = time;
    }

    public async Task<JsonElement> AskAsync(Route route, Payload? payload, CancellationToken cancellation, TimeSpan? within = null)
    {
        if (!route.Urgent && _invalid.Wait() is { } banned) throw DiscordFailure.Held(banned);
        if (_limits.Take(route) is { } wait) throw DiscordFailure.Held(wait);
        using var request = new HttpRequestMessage(route.Method, route.Path);
        if (!route.OfInteraction) request.Headers.Authorization = _authorization;
        if (payload is not null) request.Content = payload.Content();
        using var timeout = new CancellationTokenSource(within ?? Usual, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            _limits.Learn(route, response.Headers);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token);
            if (!response.IsSuccessStatusCode) throw Refusal(route, response, bytes);
            if (bytes.Length == 0) return default;
            using var document = JsonDocument.Parse(bytes, Depth);
            return document.RootElement.Clone();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new DiscordFailure(null, 0, "timeout");
        }
        catch (HttpRequestException refused) when (refused.InnerException is InvalidOperationException ours)
        {
            throw new InvalidOperationException(ours.Message); // DiscordAddress would not connect in the clear
        }
        catch (HttpRequestException broken)
        {
            throw new DiscordFailure(null, 0, broken.HttpRequestError.ToString()); // without the exception, whose text may name an address with a token in it
        }
        catch (JsonException)
        {
            throw new DiscordFailure(null, 0, "not JSON");
        }
    }

    public void Dispose() => _http.Dispose();

    private static AuthenticationHeaderValue Authorization(Secret token)
    {
        var word = token.Reveal().Trim();
        if (word.Length == 0) throw new InvalidOperationException("Discord: the bot's token is missing. It is on the portal's page Bot, under Reset Token.");
        if (word.Any(character => character is <= ' ' or > '~')) throw new InvalidOperationException("Discord: the bot's token has characters that no token has. Copy it once more.");
        return new AuthenticationHeaderValue("Bot", word);
    }

    private DiscordFailure Refusal(Route route, HttpResponseMessage response, byte[] bytes)
    {
        var shared = RateLimits.Header(response.Headers, "X-RateLimit-Scope") == "shared";
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (response.StatusCode == HttpStatusCode.TooManyRequests && !shared)) _invalid.Note();
        var (code, body) = (0, default(JsonElement));
        try
        {
            using var document = JsonDocument.Parse(bytes, Depth);
            body = document.RootElement.Clone();
            code = (int)(body.Number("code") ?? 0);
        }
        catch (JsonException)
        {
            // A proxy's own page: the status says enough.
        }

        TimeSpan? wait = (body.Fraction("retry_after") ?? RateLimits.Number(response.Headers, "Retry-After")) is { } seconds and >= 0 and < 86_400 ? TimeSpan.FromSeconds(seconds) : null;
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            wait ??= TimeSpan.FromSeconds(5);
            if (code != DiscordFailure.EditedTooOften) _limits.Exceeded(route, wait.Value, body.Is("global")); // that one is about a single message
        }

        return new DiscordFailure(response.StatusCode, code, Words(code), wait);
    }

    private static string Words(int code) => code switch
    {
        DiscordFailure.MissingAccess => "missing access",
        DiscordFailure.MissingPermission => "missing permission",
        DiscordFailure.UnknownChannel => "unknown channel",
        DiscordFailure.UnknownMessage => "unknown message",
        DiscordFailure.UnknownInteraction => "unknown interaction",
        _ => "",
    };
}
