using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CivicBot.Adapters.Matrix.Wire;

/// <summary>One request, one answer: with a time limit, a size limit, and no retry of its own.</summary>
internal sealed class MatrixConnection : IDisposable
{
    private const int LargestAnswer = 32 * 1024 * 1024;

    // Anybody may nest his event's content as deep as 64 kB allow. Parsing does not recurse, so depth costs nothing; a limit would stop the sync.
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 70_000 };

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private volatile string? _token;

    public MatrixConnection(Uri homeserver, HttpMessageHandler handler, TimeProvider time)
    {
        _time = time;
        _http = new HttpClient(handler)
        {
            BaseAddress = homeserver,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
    }

    public void Authorize(string? token) => _token = token;

    /// <param name="path">Relative to the homeserver, each segment escaped by the caller.</param>
    public async Task<JsonElement> AskAsync(HttpMethod method, string path, JsonNode? body, TimeSpan limit, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path);
        if (_token is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var timeout = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token);
            if (!response.IsSuccessStatusCode) throw Refusal(response, bytes);
            using var document = JsonDocument.Parse(bytes, Depth);
            return document.RootElement.Clone();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new MatrixFailure(null, "timeout");
        }
        catch (HttpRequestException refused) when (refused.InnerException is InvalidOperationException ours)
        {
            throw new InvalidOperationException(ours.Message, refused); // HomeserverAddress would not connect in the clear
        }
        catch (HttpRequestException broken)
        {
            throw new MatrixFailure(null, broken.HttpRequestError.ToString(), inner: broken);
        }
        catch (JsonException)
        {
            throw new MatrixFailure(null, "not JSON");
        }
    }

    public void Dispose() => _http.Dispose();

    private MatrixFailure Refusal(HttpResponseMessage response, byte[] bytes)
    {
        var code = "";
        TimeSpan? wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _time.GetUtcNow(),
            _ => null,
        };
        try
        {
            using var document = JsonDocument.Parse(bytes, Depth);
            code = document.RootElement.Text("errcode") ?? "";
            if (wait is null && document.RootElement.Number("retry_after_ms") is { } ms and >= 0 and < 86_400_000) wait = TimeSpan.FromMilliseconds(ms);
        }
        catch (JsonException)
        {
            // A proxy's own page: the status says enough.
        }

        if (response.StatusCode == HttpStatusCode.TooManyRequests) wait ??= TimeSpan.FromSeconds(5);
        return new MatrixFailure(response.StatusCode, code, wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
    }
}
