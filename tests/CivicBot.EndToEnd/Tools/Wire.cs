using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CivicBot.EndToEnd.Tools;

/// <summary>A request of the bot's, with its answer once there is one.</summary>
internal sealed record Passing(DateTimeOffset At, string Method, string Path, string Body)
{
    public int Status { get; set; }

    public string Answer { get; set; } = "";

    public DateTimeOffset AnsweredAt { get; set; }

    public TimeSpan RetryAfter { get; set; }
}

/// <summary>Stands between the bot and its homeserver: lets everything pass, notes it, and can hold it up at an exact instant.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase) { "Transfer-Encoding", "Content-Length", "Connection", "Host", "Keep-Alive" };

    private readonly HttpListener listener = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(2) };
    private readonly string homeserver;
    private readonly Task serving;

    public Wire(string homeserver)
    {
        this.homeserver = homeserver;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }
        listener.Prefixes.Add(Address + "/");
        listener.Start();
        serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>All that passed, in the order of the answers.</summary>
    public ConcurrentQueue<Passing> Passed { get; } = [];

    /// <summary>Called before a request goes on to the homeserver.</summary>
    public Func<Passing, Task>? Asked { get; set; }

    /// <summary>Called when the homeserver has answered and the bot does not know it yet.</summary>
    public Func<Passing, Task>? Answered { get; set; }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
        http.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                _ = Task.Run(() => PassAsync(context));
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // That is how it ends.
        }
    }

    private async Task PassAsync(HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            var passing = new Passing(DateTimeOffset.UtcNow, context.Request.HttpMethod, context.Request.RawUrl!, body);
            if (Asked is { } asked) await asked(passing);
            using var request = new HttpRequestMessage(new HttpMethod(passing.Method), homeserver + passing.Path);
            if (context.Request.Headers["Authorization"] is { } token) request.Headers.TryAddWithoutValidation("Authorization", token);
            if (body.Length > 0) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request);
            var answer = await response.Content.ReadAsByteArrayAsync();
            (passing.Status, passing.Answer) = ((int)response.StatusCode, Encoding.UTF8.GetString(answer));
            (passing.AnsweredAt, passing.RetryAfter) = (DateTimeOffset.UtcNow, response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero);
            Passed.Enqueue(passing);
            if (Answered is { } answered) await answered(passing);
            context.Response.StatusCode = passing.Status;
            foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            {
                if (!Own.Contains(name)) context.Response.Headers[name] = string.Join(',', values);
            }
            context.Response.ContentLength64 = answer.Length;
            await context.Response.OutputStream.WriteAsync(answer);
            context.Response.Close();
        }
        catch (Exception broken) when (broken is HttpRequestException or HttpListenerException or ObjectDisposedException or IOException or TaskCanceledException)
        {
            context.Response.Abort(); // one side has gone
        }
    }
}
