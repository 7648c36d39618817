using CivicBot.Chat;

namespace CivicBot.Host.Http;

/// <summary>Hands what a platform calls us with to its adapter: the bytes as they came, since signatures are over them. Slow senders are left, large ones refused.</summary>
internal static class Webhooks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<IResult> CallAsync(IWebhook? adapter, HttpRequest request, CancellationToken cancellation)
    {
        if (adapter is null) return Results.NotFound();
        byte[] body;
        try
        {
            using var read = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            read.CancelAfter(Patience);
            using var bytes = new MemoryStream();
            await request.Body.CopyToAsync(bytes, read.Token).ConfigureAwait(false);
            body = bytes.ToArray();
        }
        catch (BadHttpRequestException refused)
        {
            return Results.StatusCode(refused.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Results.StatusCode(StatusCodes.Status408RequestTimeout);
        }
        var headers = request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        var answer = await adapter.CallAsync(new WebhookCall(headers, body), cancellation).ConfigureAwait(false);
        return answer.Json is { } json ? Results.Text(json, "application/json", statusCode: answer.Status) : Results.StatusCode(answer.Status);
    }
}
