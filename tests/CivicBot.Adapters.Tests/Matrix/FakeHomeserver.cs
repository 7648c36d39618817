using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CivicBot.Adapters.Tests.Matrix;

/// <summary>Plays recorded answers to the adapter, and keeps what it asked for. After the last recorded sync it is silent.</summary>
internal sealed class FakeHomeserver : HttpMessageHandler
{
    private readonly ConcurrentQueue<string> _syncs = new();
    private readonly ConcurrentDictionary<string, string> _sent = new();
    private readonly List<(string Part, Func<string, (int Status, string Json)> Answer)> _answers = [];

    public ConcurrentQueue<(string Line, JsonNode? Body)> Asked { get; } = new();

    /// <summary>What was sent, each transaction once.</summary>
    public ConcurrentQueue<(string Path, JsonObject Content)> Sent { get; } = new();

    public TaskCompletionSource Silent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IEnumerable<JsonObject> Messages => Sent.Where(one => one.Path.Contains("/send/m.room.message/", StringComparison.Ordinal)).Select(one => one.Content);

    public IEnumerable<string> Taps => Sent.Where(one => one.Path.Contains("/send/m.reaction/", StringComparison.Ordinal))
        .Select(one => $"{(string?)one.Content["m.relates_to"]!["event_id"]} {(string?)one.Content["m.relates_to"]!["key"]}");

    public FakeHomeserver Syncs(params string[] answers)
    {
        foreach (var answer in answers) _syncs.Enqueue(answer);
        return this;
    }

    /// <summary>Answers requests whose line (<c>GET /_matrix/…</c>, unescaped) contains a text. The latest given goes first; 0 breaks the connection.</summary>
    public FakeHomeserver On(string part, int status, string json) => On(part, _ => (status, json));

    public FakeHomeserver On(string part, Func<string, (int Status, string Json)> answer)
    {
        lock (_answers) _answers.Insert(0, (part, answer));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var line = $"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.PathAndQuery)}";
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        Asked.Enqueue((line, body?.DeepClone()));
        Func<string, (int, string)>? known;
        lock (_answers) known = _answers.FirstOrDefault(one => line.Contains(one.Part, StringComparison.Ordinal)).Answer;
        if (known is not null)
        {
            var (status, json) = known(line);
            if (status == 0) throw new HttpRequestException("cut");
            if (status > 0) return Answer(status, json);
        }

        if (line.Contains("/sync?", StringComparison.Ordinal))
        {
            if (_syncs.TryDequeue(out var sync)) return Answer(200, sync);
            Silent.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        if (line.Contains("/account/whoami", StringComparison.Ordinal)) return Answer(200, """{"user_id":"@civicbot:hs","device_id":"D"}""");
        if (line.Contains("/profile/", StringComparison.Ordinal)) return Answer(200, """{"displayname":"CivicBot"}""");
        if (line.Contains("/joined_members", StringComparison.Ordinal)) return Answer(200, """{"joined":{"@civicbot:hs":{},"@ana:hs":{}}}""");
        if (line.Contains("/join/", StringComparison.Ordinal)) return Answer(200, "{}");
        if (line.StartsWith("PUT", StringComparison.Ordinal) && line.Contains("/send/", StringComparison.Ordinal))
        {
            var id = _sent.GetOrAdd(line, path =>
            {
                Sent.Enqueue((path, body!.AsObject()));
                return $"$sent{Sent.Count}";
            });
            return Answer(200, new JsonObject { ["event_id"] = id }.ToJsonString());
        }

        return Answer(404, """{"errcode":"M_NOT_FOUND"}""");
    }

    private static HttpResponseMessage Answer(int status, string json) =>
        new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
