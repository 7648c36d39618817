using System.Text;
using CivicBot.Chat;
using CivicBot.Engine;
using CivicBot.Host.Http;
using CivicBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CivicBot.Shell.Tests.Hosts;

/// <summary>A platform calls the host's one listener: the adapter gets the bytes as they came, and nobody else gets anything.</summary>
public class BeingCalledBack
{
    [Fact]
    public async Task Reaches_the_adapter_of_that_platform_alone()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var app = HttpListener.Build(0);
        await using var bot = new Bot(new MemoryStorage(), new Catalogue([]), new SeededKeys("seed"), new SeededRandomness("seed"), TimeProvider.System, NullLoggerFactory.Instance, new BotOptions());
        await app.StartAsync(stop.Token);
        var called = new Called();
        var running = app.Services.GetRequiredService<RunningBot>().RunAsync(bot, [called], stop.Token);
        var port = new Uri(app.Urls.Single().Replace("[::]", "127.0.0.1", StringComparison.Ordinal)).Port;
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        var body = Encoding.UTF8.GetBytes("{ \"é\" : 1 }\n");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/called") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Signature-Ed25519", "ab12");
        using var answer = await client.SendAsync(request, stop.Token);
        ((int)answer.StatusCode).ShouldBe(202);
        (await answer.Content.ReadAsStringAsync(stop.Token)).ShouldBe("{\"type\":1}");
        called.Last!.Body.ToArray().ShouldBe(body);
        called.Last.Headers["x-signature-ed25519"].ShouldBe("ab12");

        foreach (var (path, size, status) in new[] { ("/other", 1, 404), ("/health", 1, 404), ("/called", 2 << 20, 413) })
        {
            using var content = new ByteArrayContent(new byte[size]);
            using var refused = await client.PostAsync(new Uri(path, UriKind.Relative), content, stop.Token);
            ((int)refused.StatusCode).ShouldBe(status, path);
        }
        called.Calls.ShouldBe(1);
        await stop.CancelAsync();
        await running;
    }

    private sealed class Called : IChatAdapter, IWebhook
    {
        public WebhookCall? Last { get; private set; }

        public int Calls { get; private set; }

        public string Platform => "called";

        public PlatformLimits Limits { get; } = new("/", Buttons: true, Forms: false, TimeSpan.Zero);

        public Task RunAsync(IReception reception, CancellationToken cancellation) => Task.Delay(Timeout.Infinite, cancellation);

        public Task<Delivered> DeliverAsync(Delivery delivery, CancellationToken cancellation) => Task.FromResult<Delivered>(new Delivered.Sent(null));

        public Task<WebhookAnswer> CallAsync(WebhookCall call, CancellationToken cancellation)
        {
            (Last, Calls) = (call, Calls + 1);
            return Task.FromResult(new WebhookAnswer(202, "{\"type\":1}"));
        }
    }
}
